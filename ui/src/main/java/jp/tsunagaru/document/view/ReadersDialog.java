package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import jp.tsunagaru.document.query.Reader;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;

/** 既読: who has been shown an article, in which version, and when (TM-05). */
final class ReadersDialog extends Dialog {
  ReadersDialog(List<Reader> readers, long newest) {
    Button close = new Button(Texts.get("action.close"), click -> close());
    Div list = new Div();
    for (Reader reader : readers) {
      list.add(row(reader, newest));
    }
    if (readers.isEmpty()) {
      list.add(new Span(Texts.get("document.readers.none")));
    }

    list.addClassName("readers");
    setHeaderTitle(Texts.get("document.readers.title"));
    setWidth("min(560px, 96vw)");
    addClassName("sheet");
    add(list);
    getFooter().add(close);
  }

  private static Div row(Reader reader, long newest) {
    Span name = new Span(reader.name());
    Span where =
        new Span(
            Texts.get("document.readers.where", Names.of(reader.profession()), reader.facility()));
    where.addClassNames("small", "muted");
    Div who = new Div(name, where);
    who.addClassNames("two-lines", "grow");
    Instant at = reader.readAt();
    Span when = new Span();
    if (at == null) {
      when.setText(Texts.get("document.readers.unread"));
      when.addClassNames("state-chip", "state-wait");
    } else {
      when.setText(
          reader.version() < newest
              ? Texts.get("document.readers.olderVersion", DateTexts.moment(at), reader.version())
              : DateTexts.moment(at));
      when.addClassName("small");
    }
    Div row = new Div(new ProfessionBadge(reader.profession()), who, when);
    row.addClassName("row");
    return row;
  }
}
