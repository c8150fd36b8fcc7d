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
import jp.tsunagaru.document.query.FormMark;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.japanese.ProfessionFamily;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.query.SupportThread;
import jp.tsunagaru.support.view.SupportBox;

/**
 * One article as its readers see it: who, when, what, and who has read it. It stays on the screen
 * while the article changes: nothing jumps, and an open menu stays open when somebody else reads.
 */
final class EntryCard extends Article {
  private final PatientId patientId;
  private final Actions actions;
  private final Div facts = part();
  private final Div content = part();
  private final Div marks = part();
  private final Button read = new Button();
  private final MenuItem edit;
  private final MenuItem versions;
  private final MenuItem delete;
  private TimelineEntry entry;
  private boolean news;

  /**
   * @param news whether it was unread when this page was opened; that stays visible until it is
   *     left
   */
  EntryCard(PatientId patientId, TimelineEntry entry, boolean news, Actions actions) {
    this.patientId = patientId;
    this.news = news;
    this.actions = actions;
    this.entry = entry;
    MenuBar menu = new MenuBar();
    MenuItem more = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    SubMenu items = more.getSubMenu();
    edit = items.addItem(Texts.get("document.edit"), click -> actions.edit(this.entry));
    versions = items.addItem(Texts.get("document.versions"), click -> actions.versions(this.entry));
    items.addItem(Texts.get("document.readers"), click -> actions.readers(this.entry));
    items.addItem(Texts.get("document.why"), click -> actions.why(this.entry));
    MenuItem print = items.addItem(Texts.get("print.action"), click -> actions.print(this.entry));
    // A form is printed on its sheet, which is printed where it is read.
    print.setVisible(entry.form() == null);
    delete = items.addItem(Texts.get("document.delete"), click -> actions.delete(this.entry));

    menu.addThemeVariants(MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_TERTIARY);
    more.setAriaLabel(Texts.get("document.menu"));
    read.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    read.addClassName("read-count");
    read.addClickListener(click -> actions.readers(this.entry));

    Div head = new Div(facts, menu);
    head.addClassName("entry-head");
    Div foot = new Div(marks, read);
    foot.addClassName("entry-foot");
    addClassName("entry");
    getElement().setAttribute("id", entry.documentId().value());
    add(head, content, foot);
    showArticle();
    showReaders();
  }

  private static Div part() {
    Div part = new Div();
    part.addClassName("in-line");
    return part;
  }

  /** Shows what became of the article; what stayed the same is left alone. */
  void show(TimelineEntry newer, boolean isNews) {
    TimelineEntry former = entry;
    boolean sameMark = news == isNews;
    entry = newer;
    news = isNews;
    if (!sameMark || !withoutReaders(former).equals(withoutReaders(newer))) {
      showArticle();
    }
    if (former.readBy() != newer.readBy() || former.readers() != newer.readers()) {
      showReaders();
    }
  }

  /** That it has been read is no reason to draw it again: pictures would flicker. */
  private static TimelineEntry withoutReaders(TimelineEntry entry) {
    return new TimelineEntry(
        entry.patientId(),
        entry.documentId(),
        entry.version(),
        entry.occurredOn(),
        entry.recordedAt(),
        entry.editedAt(),
        entry.authorId(),
        entry.author(),
        entry.profession(),
        entry.content(),
        entry.tags(),
        entry.visibility(),
        entry.attachments(),
        0,
        0,
        false,
        entry.mayEdit(),
        entry.mayDelete(),
        entry.form(),
        entry.support());
  }

  private void showArticle() {
    for (ProfessionFamily family : ProfessionFamily.values()) {
      setClassName(ProfessionBadge.className(family), family == entry.profession().family());
    }
    getElement()
        .setAttribute(
            "aria-label",
            Texts.get(
                "document.entry.label", entry.author().name(), DateTexts.date(entry.occurredOn())));
    edit.setVisible(entry.mayEdit());
    versions.setVisible(isArticle() && entry.version() > 1);
    delete.setVisible(entry.mayDelete());
    showFacts();
    content.removeAll();
    FormMark form = entry.form();
    SupportThread support = entry.support();
    if (support != null) {
      content.add(
          new SupportBox(
              patientId, support, LiveText::new, step -> actions.support(this.entry, step)));
    } else if (form == null) {
      content.add(PartsView.of(entry.content()));
    } else {
      content.add(sheet(form));
    }
    if (!entry.attachments().isEmpty()) {
      content.add(
          new Thumbnails(
              entry.patientId(),
              entry.documentId(),
              entry.attachments(),
              Texts.get(
                  "document.postedBy",
                  entry.author().name(),
                  entry.author().facility(),
                  DateTexts.moment(entry.recordedAt()))));
    }
    showMarks();
  }

  private boolean isArticle() {
    return entry.form() == null && entry.support() == null;
  }

  /** What the sheet says is read on the sheet: opening it is what counts as reading. */
  private Div sheet(FormMark form) {
    Button open = new Button(entry.content().title(), VaadinIcon.FILE_TEXT_O.create());
    open.addClickListener(click -> actions.open(entry));
    open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    open.addClassName("entry-form-open");
    Span kind = new Span(Texts.get("document.kind.form"));
    kind.addClassNames("state-chip", "state-plain");
    Div sheet = new Div(open, kind);
    sheet.addClassNames("entry-form", "row");
    if (form.state() != FormState.APPROVED) {
      Span state = new Span(Texts.of("formState", form.state()));
      state.addClassNames("state-chip", "state-wait");
      sheet.add(state);
    }
    if (form.validFrom() != null && form.validTo() != null) {
      Span period =
          new Span(
              Texts.get(
                  "form.period.words",
                  DateTexts.era(form.validFrom()),
                  DateTexts.era(form.validTo())));
      period.addClassName("muted");
      sheet.add(period);
    }
    return sheet;
  }

  private void showReaders() {
    read.setText(Texts.get("document.readBy", entry.readBy(), entry.readers()));
  }

  /** What can be done with an article; each is decided again when it is done. */
  interface Actions {
    void edit(TimelineEntry entry);

    /** Goes to the sheet of a form. */
    void open(TimelineEntry entry);

    void versions(TimelineEntry entry);

    void readers(TimelineEntry entry);

    void why(TimelineEntry entry);

    void print(TimelineEntry entry);

    void delete(TimelineEntry entry);

    void tag(String tag);

    /** Goes on with a request for support. */
    void support(TimelineEntry entry, SupportBox.Step step);
  }

  private void showFacts() {
    Span name = new Span(entry.author().name());
    name.addClassName("entry-author");
    Span where =
        new Span(
            Texts.get(
                "document.entry.where", Names.of(entry.profession()), entry.author().facility()));
    where.addClassName("muted");
    Div who = new Div(name, where);
    who.addClassName("entry-who");
    facts.removeAll();
    facts.add(new ProfessionBadge(entry.profession()), who);
    if (news) {
      Span dot = new Span();
      dot.addClassName("unread-dot");
      Span fresh = new Span(dot, new Span(Texts.get("document.unread")));
      fresh.addClassName("unread-mark");
      facts.add(fresh);
    }
    Span when = new Span(when(entry));
    when.addClassNames("small", "muted", "entry-when");
    facts.add(when);
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

  private void showMarks() {
    marks.removeAll();
    entry.tags().stream()
        .sorted()
        .forEach(tag -> {
          Button chip = new Button(Texts.get("document.tag", tag), click -> actions.tag(tag));
          chip.setAriaLabel(Texts.get("document.tag.filter", tag));
          chip.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
          chip.addClassName("tag");
          marks.add(chip);
        });
    if (!entry.patientId().equals(patientId)) {
      Span other = new Span(Texts.get("document.otherRecord"));
      other.addClassName("state-chip");
      marks.add(other);
    }
    if (entry.visibility().scope() != Visibility.Scope.TEAM) {
      Span scope = new Span(VaadinIcon.LOCK.create(), new Span(scope(entry.visibility())));
      scope.addClassName("state-chip");
      marks.add(scope);
    }
    if (isArticle() && entry.version() > 1) {
      Button version =
          new Button(
              Texts.get("document.edited", entry.version(), DateTexts.moment(entry.editedAt())),
              click -> actions.versions(this.entry));
      version.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      marks.add(version);
    }
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
