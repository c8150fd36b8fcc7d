package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.query.GroupRow;
import jp.tsunagaru.careteam.query.Groups;
import jp.tsunagaru.careteam.query.ListGroups;
import jp.tsunagaru.document.query.Author;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 文書抽出 (DC-04): words, period, author or group, tag; every active filter also stands as a chip. */
final class FilterRow extends Div {
  private final Gateways gateways;
  private final Consumer<TimelineFilter> chosen;
  private final WarekiField from = new WarekiField(Texts.get("document.filter.from"));
  private final WarekiField to = new WarekiField(Texts.get("document.filter.to"));
  private final ComboBox<Author> author = new ComboBox<>(Texts.get("document.filter.author"));
  private final ComboBox<GroupRow> group = new ComboBox<>(Texts.get("document.filter.group"));
  private final ComboBox<String> tag = new ComboBox<>(Texts.get("document.filter.tag"));
  private final TextField words = new TextField(Texts.get("document.filter.words"));
  private final Select<DocumentKind> kind = new Select<>();
  private final Div chips = new Div();
  private TimelineFilter filter = TimelineFilter.ALL;
  private boolean groupsAsked;

  FilterRow(Gateways gateways, Consumer<TimelineFilter> chosen) {
    this.gateways = gateways;
    this.chosen = chosen;
    Div fields = new Div(words, from, to, author, group, tag, kind);
    NativeDetails panel = new NativeDetails(Texts.get("document.filter"), fields);

    author.setItemLabelGenerator(
        each -> Texts.get("document.filter.authorLabel", each.name(), Names.of(each.profession())));
    author.setClearButtonVisible(true);
    group.setItemLabelGenerator(GroupRow::name);
    group.setClearButtonVisible(true);
    tag.setClearButtonVisible(true);
    words.setClearButtonVisible(true);
    words.setMaxLength(100);
    words.setPrefixComponent(VaadinIcon.SEARCH.create());
    words.setHelperText(Texts.get("document.filter.words.help"));
    kind.setLabel(Texts.get("document.filter.kind"));
    kind.setItems(DocumentKind.values());
    kind.setItemLabelGenerator(
        each -> each == null ? Texts.get("document.filter.kind.any") : label(each));
    kind.setEmptySelectionAllowed(true);
    kind.setEmptySelectionCaption(Texts.get("document.filter.kind.any"));
    panel.addToggleListener(event -> askGroups());
    from.addValueChangeListener(event -> changed(event.isFromClient()));
    to.addValueChangeListener(event -> changed(event.isFromClient()));
    author.addValueChangeListener(event -> changed(event.isFromClient()));
    group.addValueChangeListener(event -> changed(event.isFromClient()));
    tag.addValueChangeListener(event -> changed(event.isFromClient()));
    words.addValueChangeListener(event -> changed(event.isFromClient()));
    kind.addValueChangeListener(event -> changed(event.isFromClient()));

    fields.addClassName("fields");
    panel.addClassName("filter-panel");
    chips.addClassName("chips");
    addClassName("filter-row");
    add(panel, chips);
  }

  void show(TimelineFilter active, Timeline timeline) {
    filter = active;
    words.setValue(active.text());
    from.setValue(active.from());
    to.setValue(active.to());
    author.setItems(timeline.authors());
    author.setValue(
        timeline.authors().stream()
            .filter(each -> each.accountId().equals(active.author()))
            .findFirst()
            .orElse(null));
    tag.setItems(timeline.tags().stream().sorted().toList());
    tag.setValue(active.tag().isBlank() ? null : active.tag());
    kind.setValue(active.kind());
    chips(timeline.authors());
    if (active.group() != null) {
      askGroups();
    }
  }

  private void askGroups() {
    if (!groupsAsked) {
      groupsAsked = true;
      gateways.ask(
          new ListGroups(),
          Groups.class,
          groups -> {
            group.setItems(groups.groups());
            GroupId active = filter.group();
            group.setValue(
                groups.groups().stream()
                    .filter(each -> each.groupId().equals(active))
                    .findFirst()
                    .orElse(null));
          },
          failure -> group.setEnabled(false));
    }
  }

  private void changed(boolean fromClient) {
    if (fromClient && !from.isUnreadable() && !to.isUnreadable()) {
      Author who = author.getValue();
      GroupRow which = group.getValue();
      String what = tag.getValue();
      chosen.accept(
          new TimelineFilter(
              from.getValue(),
              to.getValue(),
              who == null ? null : who.accountId(),
              which == null ? null : which.groupId(),
              what == null ? "" : what,
              words.getValue().strip(),
              kind.getValue()));
    }
  }

  private void chips(List<Author> authors) {
    chips.removeAll();
    TimelineFilter f = filter;
    if (!f.text().isBlank()) {
      chip(Texts.get("document.filter.chip.words", f.text()), f.withText(""));
    }
    if (f.from() != null) {
      chip(Texts.get("document.filter.chip.from", DateTexts.shortDate(f.from())), f.withFrom(null));
    }
    if (f.to() != null) {
      chip(Texts.get("document.filter.chip.to", DateTexts.shortDate(f.to())), f.withTo(null));
    }
    if (f.author() != null) {
      String name =
          authors.stream()
              .filter(each -> Objects.equals(each.accountId(), f.author()))
              .map(Author::name)
              .findFirst()
              .orElse("");
      chip(Texts.get("document.filter.chip.author", name), f.withAuthor(null));
    }
    if (f.group() != null) {
      chip(Texts.get("document.filter.chip.group"), f.withGroup(null));
    }
    if (!f.tag().isBlank()) {
      chip(Texts.get("document.tag", f.tag()), f.withTag(""));
    }
    if (f.kind() != null) {
      chip(label(f.kind()), f.withKind(null));
    }
    if (chips.getComponentCount() > 1) {
      Button all =
          new Button(
              Texts.get("document.filter.clear"), click -> chosen.accept(TimelineFilter.ALL));
      all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      chips.add(all);
    }
  }

  private static String label(DocumentKind kind) {
    return Texts.of("document.filter.kind", kind);
  }

  private void chip(String text, TimelineFilter without) {
    Button chip =
        new Button(text, VaadinIcon.CLOSE_SMALL.create(), click -> chosen.accept(without));
    chip.setIconAfterText(true);
    chip.setAriaLabel(Texts.get("document.filter.remove", text));
    chip.addClassName("chip");
    chips.add(chip);
  }
}
