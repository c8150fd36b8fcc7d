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
import jp.tsunagaru.document.view.DeleteDialog;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.GetFormExport;
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
    FormPapers papers = new FormPapers(gateways, patientId, sheet.documentId(), definition);
    row.add(new Button(Texts.get("form.print"), click -> papers.print(0, false)));
    if (!sheet.values().isEmpty("otherStationName")) {
      row.add(new Button(Texts.get("form.print.each"), click -> papers.print(0, true)));
    }
    if (sheet.mayExport()) {
      row.add(export(papers, GetFormExport.Format.JSON));
      if (definition.kind() == FormKind.PHYSICIAN_OPINION) {
        row.add(export(papers, GetFormExport.Format.CSV));
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
    if (sheet.mayDelete()) {
      Button delete = new Button(Texts.get("form.delete"), click -> delete(definition));
      delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
      row.add(delete);
    }
    return row;
  }

  /** For what should not be here at all; an order that no longer holds is cancelled instead. */
  private void delete(FormDefinition definition) {
    new DeleteDialog(
            gateways,
            patientId,
            sheet.documentId(),
            Texts.get(
                "form.delete.what",
                definition.title(),
                DateTexts.moment(sheet.changedAt()),
                sheet.author().name()),
            left)
        .open();
  }

  private static Button export(FormPapers papers, GetFormExport.Format format) {
    return new Button(Texts.of("form.export", format), click -> papers.export(format));
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
