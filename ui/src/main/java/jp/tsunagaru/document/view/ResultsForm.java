package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.TestResult;
import jp.tsunagaru.document.view.PartsDraft.ResultDraft;
import jp.tsunagaru.shell.view.Texts;

/** 検査データ to write, as many lines as the sheet of the laboratory has. */
final class ResultsForm extends Div {
  private final Runnable changed;
  private final List<Line> lines = new ArrayList<>();
  private final Div list = new Div();
  private final Button add =
      new Button(Texts.get("testResult.add"), VaadinIcon.PLUS.create(), click -> add());

  ResultsForm(Runnable changed) {
    this.changed = changed;
    list.addClassName("result-lines");
    addClassName("results-form");
    add(list, add);
  }

  private static final class Line extends Div {
    private final TextField item = new TextField(Texts.get("testResult.item"));
    private final TextField value = new TextField(Texts.get("testResult.value"));
    private final TextField unit = new TextField(Texts.get("testResult.unit"));
    private final TextField reference = new TextField(Texts.get("testResult.reference"));

    private Line(ResultDraft draft) {
      item.setMaxLength(50);
      value.setMaxLength(50);
      unit.setMaxLength(20);
      reference.setMaxLength(50);
      item.setValue(draft.item());
      value.setValue(draft.value());
      unit.setValue(draft.unit());
      reference.setValue(draft.reference());
      addClassName("result-line");
      add(item, value, unit, reference);
    }

    private ResultDraft draft() {
      return new ResultDraft(
          item.getValue(), value.getValue(), unit.getValue(), reference.getValue());
    }

    private boolean check() {
      boolean complete = true;
      for (TextField field : List.of(item, value)) {
        boolean missing = !draft().saysNothing() && field.getValue().isBlank();
        field.setErrorMessage(Texts.get("testResult.missing"));
        field.setInvalid(missing);
        complete &= !missing;
      }
      return complete;
    }
  }

  void add() {
    add(new ResultDraft("", "", "", "")).item.focus();
  }

  private Line add(ResultDraft draft) {
    Line line = new Line(draft);
    Stream.of(line.item, line.value, line.unit, line.reference)
        .forEach(field ->
            field.addValueChangeListener(event -> {
              if (event.isFromClient()) {
                field.setInvalid(false);
                changed.run();
              }
            }));
    Button remove =
        new Button(
            VaadinIcon.CLOSE_SMALL.create(),
            click -> {
              lines.remove(line);
              list.remove(line);
              mayAdd();
              changed.run();
            });
    remove.setAriaLabel(Texts.get("testResult.remove"));
    remove.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    line.add(remove);
    lines.add(line);
    list.add(line);
    mayAdd();
    return line;
  }

  private void mayAdd() {
    add.setEnabled(lines.size() < ArticleContent.MOST_RESULTS);
  }

  void fill(List<ResultDraft> drafts) {
    lines.clear();
    list.removeAll();
    drafts.forEach(this::add);
    mayAdd();
  }

  List<ResultDraft> drafts() {
    return lines.stream().map(Line::draft).filter(draft -> !draft.saysNothing()).toList();
  }

  boolean check() {
    boolean complete = true;
    for (Line line : lines) {
      complete &= line.check();
    }
    return complete;
  }

  List<TestResult> value() {
    return drafts().stream()
        .map(draft -> new TestResult(draft.item(), draft.value(), draft.unit(), draft.reference()))
        .toList();
  }
}
