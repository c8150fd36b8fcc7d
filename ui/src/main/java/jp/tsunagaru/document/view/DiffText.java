package jp.tsunagaru.document.view;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.shell.view.Texts;

/**
 * Two texts in one: what went is struck out, what came is underlined; both also say so in words.
 */
final class DiffText extends Div {
  DiffText(String before, String after) {
    addClassNames("live-text", "diff");
    for (TextDiff.Piece piece : TextDiff.between(before, after)) {
      switch (piece.kind()) {
        case SAME -> add(new Span(piece.text()));
        case REMOVED -> add(marked("del", "document.diff.removed", piece.text()));
        case ADDED -> add(marked("ins", "document.diff.added", piece.text()));
      }
    }
  }

  private static HtmlComponent marked(String tag, String key, String text) {
    HtmlComponent mark = new HtmlComponent(tag);
    mark.getElement().setText(text);
    mark.getElement().setAttribute("aria-label", Texts.get(key, text));
    return mark;
  }
}
