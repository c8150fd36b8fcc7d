package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where another record of the same person says something else than the one on the page (PT-09). It
 * is asked for by itself: that record's own team decides, and its own history keeps who looked.
 */
final class MergedValues extends Div {
  private final LinkedRecord record;
  private final PatientTab tab;

  MergedValues(LinkedRecord record, PatientTab tab) {
    this.record = record;
    this.tab = tab;
    addClassName("merged-values");
  }

  /**
   * @param here what the record on the page says
   * @param take takes the value over; null when that cannot be done
   */
  record Row(
      String label,
      String value,
      String here,
      String author,
      String facility,
      Instant recordedAt,
      @Nullable Runnable take) {}

  void show(List<Row> rows) {
    removeAll();
    Anchor open =
        new Anchor(
            PatientNavigation.address(record.patientId()) + "/" + tab.path(),
            Texts.get("patient.merged.openPart", tab.label()));
    open.addClassName("linked-open");
    String which =
        Texts.get(
            record.main() ? "patient.merged.values.main" : "patient.merged.values.other",
            record.facility());
    if (rows.isEmpty()) {
      add(new Span(Texts.get("patient.merged.values.none", which, tab.label())), open);
      return;
    }
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    rows.forEach(row -> facts.add(new DescriptionList.Term(row.label()), fact(row)));
    add(new H3(Texts.get("patient.merged.values", which, tab.label())), facts, open);
  }

  private static DescriptionList.Description fact(Row row) {
    Span value = new Span(row.value());
    value.addClassName("extended-value");
    Span by =
        new Span(
            Texts.get(
                "patient.history.by",
                row.author(),
                row.facility(),
                DateTexts.moment(row.recordedAt())));
    Span here = new Span(Texts.get("patient.merged.values.here", row.here()));
    by.addClassNames("small", "muted");
    here.addClassNames("small", "muted", "extended-value");
    Div words = new Div(value, here, by);
    words.addClassName("extended-fact");
    DescriptionList.Description fact = new DescriptionList.Description(words);
    fact.addClassName("merged-fact");
    Runnable take = row.take();
    if (take != null) {
      Button button = new Button(Texts.get("patient.merged.take"), click -> take.run());
      button.setAriaLabel(Texts.get("patient.merged.take.named", row.label()));
      fact.add(button);
    }
    return fact;
  }

  /** Says what will stand here, and for whom. */
  static void ask(String label, Map<String, Change> changes, Runnable confirmed) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    changes.forEach((field, change) -> {
      Span then = new Span(Texts.get("patient.history.change", change.former(), change.newer()));
      then.addClassName("extended-value");
      facts.add(new DescriptionList.Term(field), new DescriptionList.Description(then));
    });
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("patient.merged.take.question", label));
    dialog.add(facts, new Paragraph(Texts.get("patient.merged.take.explained")));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("patient.merged.take"));
    dialog.addConfirmListener(event -> confirmed.run());
    dialog.open();
  }

  record Change(String former, String newer) {}
}
