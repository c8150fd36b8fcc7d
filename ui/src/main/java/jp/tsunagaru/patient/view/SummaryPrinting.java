package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.document.query.PrintSummary;
import jp.tsunagaru.document.query.PrintedSummary;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.Texts;

/** Asks how much of the notebook goes along, and for what. */
final class SummaryPrinting {
  private static final Integer[] HOW_MANY = {0, 10, 30, 100};

  private SummaryPrinting() {}

  static void ask(Gateways gateways, Clock clock, PatientDetails patient) {
    RadioButtonGroup<Integer> articles = new RadioButtonGroup<>(Texts.get("print.summary.howMany"));
    articles.setItems(HOW_MANY);
    articles.setItemLabelGenerator(each ->
        each == 0 ? Texts.get("print.summary.none") : Texts.get("print.summary.newest", each));
    articles.setValue(HOW_MANY[1]);
    PrintDialog.ask(
        SummaryPaper.title(),
        Texts.get("print.summary.explained"),
        articles,
        PrintPurpose.HANDOVER,
        (reason, dialog) ->
            gateways.ask(
                new PrintSummary(
                    patient.patientId(),
                    articles.getValue(),
                    reason,
                    patient.linked().stream().map(LinkedRecord::patientId).toList()),
                PrintedSummary.class,
                summary ->
                    dialog.show(() ->
                        SummaryPaper.of(
                            summary, Imprints.of(SummaryPaper.title(), clock.instant(), reason)))));
  }
}
