package jp.tsunagaru.form.view;

import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.query.FormExport;
import jp.tsunagaru.form.query.FormPrint;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.form.query.GetFormPrint;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.printing.MissingLetter;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/** A form leaves as paper or as a file, for a purpose that is recorded (DC-09, FM-07, FM-09). */
final class FormPapers {
  private final Gateways gateways;
  private final PatientId patientId;
  private final DocumentId documentId;
  private final FormDefinition definition;

  FormPapers(
      Gateways gateways, PatientId patientId, DocumentId documentId, FormDefinition definition) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.documentId = documentId;
    this.definition = definition;
  }

  /**
   * @param atLeast the version that was saved a moment ago and may be on its way to the read model
   */
  void print(long atLeast, boolean eachAddressee) {
    PrintDialog.ask(
        Texts.get("form.print.of", definition.title()),
        Texts.get(eachAddressee ? "form.print.each.explained" : "form.print.explained"),
        PrintPurpose.DELIVERY,
        (reason, dialog) ->
            Soon.ask(
                gateways,
                new GetFormPrint(patientId, documentId, eachAddressee, reason),
                FormPrint.class,
                print -> print.version() >= atLeast,
                print -> dialog.show(() -> printed(print)),
                Refusals::show));
  }

  void export(GetFormExport.Format format) {
    PrintDialog.ask(
        Texts.of("form.export", format),
        Texts.get("form.export.explained"),
        Texts.get("form.export.make"),
        PrintPurpose.DELIVERY,
        (reason, dialog) -> export(format, reason, dialog));
  }

  private void export(GetFormExport.Format format, PrintReason reason, PrintDialog asked) {
    gateways.ask(
        new GetFormExport(patientId, documentId, format, reason),
        FormExport.class,
        export -> {
          asked.close();
          FormFileDialog.of(definition, format, export).open();
        });
  }

  private static Printed printed(FormPrint print) {
    return new Printed(
        print.pdf(),
        print.pages(),
        print.lettersMissing().stream().map(MissingLetter::new).toList());
  }
}
