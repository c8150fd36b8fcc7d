package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Texts;

/** 版の比較: every version with what changed since the one before, newest first (DC-03). */
final class VersionsDialog extends Dialog {
  private final List<DocumentVersion> versions;
  private final Div list = new Div();

  VersionsDialog(List<DocumentVersion> oldestFirst) {
    this.versions =
        oldestFirst.stream().sorted(Comparator.comparingLong(DocumentVersion::version)).toList();
    RadioButtonGroup<Layout> layout = new RadioButtonGroup<>(Texts.get("document.versions.layout"));
    Button close = new Button(Texts.get("action.close"), click -> close());

    layout.setItems(Layout.values());
    layout.setItemLabelGenerator(each -> Texts.of("document.versions.layout", each));
    layout.setValue(Layout.INLINE);
    layout.addValueChangeListener(event -> show(event.getValue()));
    list.addClassName("versions");

    setHeaderTitle(Texts.get("document.versions.title", versions.size()));
    setWidth("min(960px, 98vw)");
    addClassName("sheet");
    add(layout, list);
    getFooter().add(close);
    show(Layout.INLINE);
  }

  private enum Layout {
    INLINE,
    SIDE_BY_SIDE
  }

  private void show(Layout layout) {
    list.removeAll();
    for (int i = versions.size() - 1; i >= 0; i--) {
      list.add(row(i, layout));
    }
  }

  private Component row(int index, Layout layout) {
    DocumentVersion version = versions.get(index);
    Div row = new Div(new H3(Texts.get("document.version", version.version())));
    row.addClassName("version");
    row.add(
        line(
            Texts.get(
                "document.versions.by",
                version.author().name(),
                version.author().facility(),
                DateTexts.moment(version.recordedAt()))));
    if (!version.reason().isEmpty()) {
      row.add(line(Texts.get("document.versions.reason", version.reason())));
    }
    if (index == 0) {
      row.add(PartsView.of(version.content()));
      return row;
    }
    DocumentVersion former = versions.get(index - 1);
    change(
        row,
        "document.occurredOn",
        DateTexts.date(former.occurredOn()),
        DateTexts.date(version.occurredOn()));
    change(row, "document.tags", join(former), join(version));
    change(row, "document.files", files(former), files(version));
    String before = PartWords.of(former.content());
    String after = PartWords.of(version.content());
    if (layout == Layout.INLINE) {
      row.add(new DiffText(before, after));
    } else {
      Div left =
          new Div(line(Texts.get("document.version", former.version())), new LiveText(before));
      Div right =
          new Div(
              line(Texts.get("document.version", version.version())), new DiffText(before, after));
      Div both = new Div(left, right);
      both.addClassName("side-by-side");
      row.add(both);
    }
    return row;
  }

  private static void change(Div row, String key, String before, String after) {
    if (!before.equals(after)) {
      row.add(line(Texts.get("document.versions.change", Texts.get(key), before, after)));
    }
  }

  private static String join(DocumentVersion version) {
    return version.tags().stream()
        .sorted()
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  private static String files(DocumentVersion version) {
    return version.attachments().stream()
        .map(AttachmentView::name)
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  private static Span line(String text) {
    Span line = new Span(text);
    line.addClassNames("small", "muted", "block");
    return line;
  }
}
