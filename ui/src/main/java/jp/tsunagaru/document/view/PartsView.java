package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.TestResult;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Texts;

/** バイタル, 薬 and 検査データ of an article, to read. */
final class PartsView extends Div {
  PartsView(ArticleContent content) {
    addClassName("parts-view");
    VitalSigns vitals = content.vitals();
    if (vitals != null) {
      add(vitals(vitals));
    }
    content.medicines().forEach(medicine -> add(medicine(medicine)));
    if (!content.results().isEmpty()) {
      add(results(content.results()));
    }
  }

  /** The words of an article with what stands in its fields below. */
  static List<Component> of(ArticleContent content) {
    return Stream.<Component>concat(
            content.text().isEmpty() ? Stream.of() : Stream.of(new LiveText(content.text())),
            content.parts().isEmpty() ? Stream.of() : Stream.of(new PartsView(content)))
        .toList();
  }

  private static Component vitals(VitalSigns vitals) {
    Span at = new Span(Texts.get("vital.measured", DateTexts.moment(vitals.measuredAt())));
    at.addClassNames("small", "muted");
    Div values = new Div();
    PartWords.values(vitals)
        .forEach(value -> {
          Span chip = new Span(value);
          chip.addClassName("vital-value");
          values.add(chip);
        });
    values.addClassName("vital-values");
    Div part = new Div(values, at);
    part.addClassName("vitals-view");
    return part;
  }

  private static Component medicine(Medicine medicine) {
    Span step = step(medicine.step());
    Span name = new Span(medicine.name());
    name.addClassName("medicine-name");
    Div part = new Div(step, name);
    PartWords.facts(medicine).forEach(fact -> part.add(new Span(fact)));
    part.addClassName("medicine-line");
    return part;
  }

  static Span step(MedicineStep step) {
    Span chip = new Span(Texts.of("medicine.step", step));
    chip.addClassNames(
        "state-chip",
        switch (step) {
          case START -> "state-good";
          case CHANGE -> "state-wait";
          case STOP -> "state-bad";
        });
    return chip;
  }

  private static Component results(List<TestResult> results) {
    NativeTableRow head = new NativeTableRow();
    Stream.of("item", "value", "unit", "reference")
        .forEach(column -> {
          NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.get("testResult." + column));
          cell.getElement().setAttribute("scope", "col");
          head.add(cell);
        });
    NativeTable table = new NativeTable();
    table.setCaptionText(Texts.get("testResult.title"));
    table.addClassName("result-table");
    table.getHead().add(head);
    results.forEach(result ->
        table
            .getBody()
            .add(
                new NativeTableRow(
                    new NativeTableCell(result.item()),
                    new NativeTableCell(result.value()),
                    new NativeTableCell(result.unit()),
                    new NativeTableCell(result.reference()))));
    Div part = new Div(table);
    part.addClassName("wide-table");
    part.getElement().setAttribute("tabindex", "0");
    part.getElement().setAttribute("role", "region");
    part.getElement().setAttribute("aria-label", Texts.get("testResult.title"));
    return part;
  }
}
