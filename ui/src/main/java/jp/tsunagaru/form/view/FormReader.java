package jp.tsunagaru.form.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.query.FormExport;
import jp.tsunagaru.form.query.FormPrint;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.form.query.GetFormPrint;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** A form to read. A confirmed one never changes: it is replaced or cancelled. */
final class FormReader extends Div {
  private final Gateways gateways;
  private final PatientId patientId;
  private final FormSheet sheet;
  private final Runnable left;

  FormReader(
      Gateways gateways,
      PatientId patientId,
      FormSheet sheet,
      Consumer<FormAddress> open,
      Runnable left) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.sheet = sheet;
    this.left = left;
    FormDefinition definition = FormDefinitions.official().of(sheet.formVersion());
    Span state = new Span(Texts.of("formState", sheet.state()));
    state.addClassNames("state-chip", "state-plain");
    H2 title = new H2(Texts.get("form.title", definition.title(), definition.version()));
    Div head = new Div(title, state);
    head.addClassName("form-head");
    Paragraph who =
        new Paragraph(
            Texts.get(
                sheet.state() == FormState.DRAFT || sheet.state() == FormState.SUBMITTED
                    ? "form.entered"
                    : "form.confirmedBy",
                sheet.state() == FormState.DRAFT || sheet.state() == FormState.SUBMITTED
                    ? sheet.enteredBy().name()
                    : sheet.author().name(),
                sheet.author().facility(),
                DateTexts.moment(sheet.changedAt()),
                sheet.enteredBy().name()));
    who.addClassName("muted");
    addClassNames("tab-page", "form-reader");
    add(head, who);
    if (!sheet.reason().isEmpty()) {
      add(new Paragraph(Texts.get("form.cancelled.reason", sheet.reason())));
    }
    add(new FormFacts(definition, sheet.values()), actions(definition, open));
  }

  private Div actions(FormDefinition definition, Consumer<FormAddress> open) {
    Div row = new Div(new Button(Texts.get("form.back"), click -> left.run()));
    row.addClassNames("row", "end", "form-actions");
    row.add(new Button(Texts.get("form.print"), click -> print(definition)));
    if (sheet.mayExport()) {
      export(row, definition, GetFormExport.Format.JSON);
      if (definition.kind() == FormKind.PHYSICIAN_OPINION) {
        export(row, definition, GetFormExport.Format.CSV);
      }
    }
    if (sheet.state() == FormState.APPROVED && sheet.mayApprove()) {
      Button cancel = new Button(Texts.get("form.cancel"), click -> cancel());
      cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
      row.add(
          cancel,
          new Button(
              Texts.get("form.replace"),
              click -> open.accept(FormAddress.inPlaceOf(sheet.documentId(), definition.kind()))));
    }
    return row;
  }

  private void export(Div row, FormDefinition definition, GetFormExport.Format format) {
    row.add(
        new Button(
            Texts.of("form.export", format),
            click ->
                gateways.ask(
                    new GetFormExport(patientId, sheet.documentId(), format),
                    FormExport.class,
                    export -> FormFileDialog.of(definition, format, export).open())));
  }

  private void print(FormDefinition definition) {
    gateways.ask(
        new GetFormPrint(patientId, sheet.documentId()),
        FormPrint.class,
        print -> FormFileDialog.of(definition, print).open());
  }

  private void cancel() {
    TextField reason = new TextField(Texts.get("form.cancel.reason"));
    reason.setMaxLength(200);
    reason.setWidthFull();
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("form.cancel.question"));
    dialog.add(new Paragraph(Texts.get("form.cancel.effect")), reason);
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("form.cancel"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new CancelForm(sheet.documentId(), patientId, reason.getValue()),
            () -> {
              Refusals.done(Texts.get("form.cancelled"));
              left.run();
            }));
    dialog.open();
  }
}
