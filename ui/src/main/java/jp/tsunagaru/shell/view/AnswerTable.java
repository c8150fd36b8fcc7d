package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A table that turns into cards where there is no room for columns. */
public class AnswerTable extends Div {
  private final List<String> columns;

  /**
   * @param columns keys of their heads
   */
  public AnswerTable(String... columns) {
    this.columns = List.of(columns);
    addClassNames("access-table", "answer-table");
    getElement().setAttribute("role", "table");
    getStyle().set("--columns", Integer.toString(columns.length));
    Div head = row("access-head");
    this.columns.forEach(
        column -> head.add(cell(column, "columnheader", new Span(Texts.get(column)))));
  }

  public void row(Component... cells) {
    Div row = row("answer-row");
    for (int i = 0; i < cells.length; i++) {
      row.add(cell(columns.get(i), "cell", cells[i]));
    }
  }

  private Div row(String kind) {
    Div row = new Div();
    row.addClassNames("access-row", kind);
    row.getElement().setAttribute("role", "row");
    add(row);
    return row;
  }

  private static Div cell(String column, String role, Component content) {
    Div cell = new Div(content);
    cell.addClassName("access-cell");
    cell.getElement().setAttribute("role", role);
    cell.getElement().setAttribute("data-column", Texts.get(column));
    return cell;
  }

  public static Span text(String text) {
    return new Span(text);
  }

  /** A line, and others in grey below it; blank ones are left out. */
  public static Div lines(String first, String... others) {
    Div lines = new Div(new Span(first));
    lines.addClassName("two-lines");
    for (String other : others) {
      if (!other.isBlank()) {
        Span line = new Span(other);
        line.addClassNames("muted", "small");
        lines.add(line);
      }
    }
    return lines;
  }
}
