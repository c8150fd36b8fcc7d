package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.stream.Collectors;
import jp.tsunagaru.attachment.view.Thumbnails;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;

/** One article as its readers see it: who, when, what, and who has read it. */
final class EntryCard extends Article {
  /**
   * @param news whether it was unread when this page was opened; that stays visible until it is
   *     left
   */
  EntryCard(PatientId patientId, TimelineEntry entry, boolean news, Actions actions) {
    addClassNames("entry", ProfessionBadge.className(entry.profession().family()));
    getElement().setAttribute("id", entry.documentId().value());
    getElement()
        .setAttribute(
            "aria-label",
            Texts.get(
                "document.entry.label", entry.author().name(), DateTexts.date(entry.occurredOn())));
    add(head(entry, news, actions), new LiveText(entry.content().text()));
    if (!entry.attachments().isEmpty()) {
      add(
          new Thumbnails(
              patientId,
              entry.documentId(),
              entry.attachments(),
              Texts.get(
                  "document.postedBy",
                  entry.author().name(),
                  entry.author().facility(),
                  DateTexts.moment(entry.recordedAt()))));
    }
    add(foot(entry, actions));
  }

  /** What can be done with an article; each is decided again when it is done. */
  interface Actions {
    void edit(TimelineEntry entry);

    void versions(TimelineEntry entry);

    void readers(TimelineEntry entry);

    void delete(TimelineEntry entry);

    void tag(String tag);
  }

  private static Div head(TimelineEntry entry, boolean news, Actions actions) {
    Span name = new Span(entry.author().name());
    name.addClassName("entry-author");
    Span where =
        new Span(
            Texts.get(
                "document.entry.where", Names.of(entry.profession()), entry.author().facility()));
    where.addClassName("muted");
    Div who = new Div(name, where);
    who.addClassName("entry-who");
    Div head = new Div(new ProfessionBadge(entry.profession()), who);
    head.addClassName("entry-head");
    if (news) {
      Span dot = new Span();
      dot.addClassName("unread-dot");
      Span fresh = new Span(dot, new Span(Texts.get("document.unread")));
      fresh.addClassName("unread-mark");
      head.add(fresh);
    }
    Span when = new Span(when(entry));
    when.addClassNames("small", "muted", "entry-when");
    head.add(when, menu(entry, actions));
    return head;
  }

  private static String when(TimelineEntry entry) {
    boolean sameDay = DateTexts.day(entry.recordedAt()).equals(entry.occurredOn());
    return sameDay
        ? DateTexts.time(entry.recordedAt())
        : Texts.get(
            "document.recordedAt",
            DateTexts.shortDate(DateTexts.day(entry.recordedAt())),
            DateTexts.time(entry.recordedAt()));
  }

  private static MenuBar menu(TimelineEntry entry, Actions actions) {
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_TERTIARY);
    MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    more.setAriaLabel(Texts.get("document.menu"));
    SubMenu items = more.getSubMenu();
    if (entry.mayEdit()) {
      items.addItem(Texts.get("document.edit"), click -> actions.edit(entry));
    }
    if (entry.version() > 1) {
      items.addItem(Texts.get("document.versions"), click -> actions.versions(entry));
    }
    items.addItem(Texts.get("document.readers"), click -> actions.readers(entry));
    if (entry.mayDelete()) {
      items.addItem(Texts.get("document.delete"), click -> actions.delete(entry));
    }
    return bar;
  }

  private static Div foot(TimelineEntry entry, Actions actions) {
    Div foot = new Div();
    foot.addClassName("entry-foot");
    entry.tags().stream()
        .sorted()
        .forEach(tag -> {
          Button chip = new Button(Texts.get("document.tag", tag), click -> actions.tag(tag));
          chip.setAriaLabel(Texts.get("document.tag.filter", tag));
          chip.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
          chip.addClassName("tag");
          foot.add(chip);
        });
    if (entry.visibility().scope() != Visibility.Scope.TEAM) {
      Span scope = new Span(VaadinIcon.LOCK.create(), new Span(scope(entry.visibility())));
      scope.addClassName("state-chip");
      foot.add(scope);
    }
    if (entry.version() > 1) {
      Button version =
          new Button(
              Texts.get("document.edited", entry.version(), DateTexts.moment(entry.editedAt())),
              click -> actions.versions(entry));
      version.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      foot.add(version);
    }
    Button read =
        new Button(
            Texts.get("document.readBy", entry.readBy(), entry.readers()),
            click -> actions.readers(entry));
    read.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    read.addClassName("read-count");
    foot.add(read);
    return foot;
  }

  private static String scope(Visibility visibility) {
    if (visibility.scope() == Visibility.Scope.PROFESSIONS) {
      return Texts.get(
          "document.visibility.only",
          visibility.professions().stream()
              .sorted()
              .map(Names::of)
              .collect(Collectors.joining(Texts.get("list.separator"))));
    }
    return Texts.get(
        "document.visibility.selected", visibility.accounts().size() + visibility.groups().size());
  }
}
