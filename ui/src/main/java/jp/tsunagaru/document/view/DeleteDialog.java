package jp.tsunagaru.document.view;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** 削除: says what will happen, that it can be undone, and where. */
public final class DeleteDialog extends ConfirmDialog {
  DeleteDialog(Gateways gateways, PatientId patientId, TimelineEntry entry, Runnable deleted) {
    this(
        gateways,
        patientId,
        entry.documentId(),
        Texts.get(
            "document.delete.what",
            DateTexts.date(entry.occurredOn()),
            entry.author().name(),
            entry.attachments().size()),
        deleted);
  }

  /**
   * @param what names the document
   */
  public DeleteDialog(
      Gateways gateways,
      PatientId patientId,
      DocumentId documentId,
      String what,
      Runnable deleted) {
    RadioButtonGroup<DeletionReason> reason =
        new RadioButtonGroup<>(Texts.get("document.delete.reason"));
    TextField note = new TextField(Texts.get("document.delete.note"));

    reason.setItems(DeletionReason.values());
    reason.setItemLabelGenerator(each -> Texts.of("document.reason", each));
    reason.setValue(DeletionReason.WRONG_CONTENT);
    note.setMaxLength(400);
    note.setWidthFull();

    setHeader(Texts.get("document.delete.title"));
    add(
        new Paragraph(what),
        new Paragraph(Texts.get("document.delete.effect")),
        new Paragraph(Texts.get("document.delete.undo")),
        reason,
        note);
    setCancelable(true);
    setCancelText(Texts.get("action.cancel"));
    setConfirmText(Texts.get("document.delete"));
    setConfirmButtonTheme("error primary");
    addConfirmListener(confirmed ->
        gateways.send(
            new DeleteDocument(documentId, patientId, reason.getValue(), note.getValue()),
            () -> {
              Refusals.done(Texts.get("document.deleted"));
              deleted.run();
            }));
  }
}
