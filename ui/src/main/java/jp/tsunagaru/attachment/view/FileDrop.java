package jp.tsunagaru.attachment.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.query.FindUploads;
import jp.tsunagaru.attachment.query.Uploads;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.UploadTexts;

/**
 * Where files are dropped, pasted, picked or photographed. What a file is decides its content at
 * the intake, not its name, and medical pictures often have none: so the browser filters nothing.
 * One refused file never disturbs the others nor the text beside them.
 */
public final class FileDrop extends Div {
  private final FileIntake intake;
  private final Gateways gateways;
  private final PatientId patientId;
  private final DocumentId documentId;
  private final Origin origin;
  private final Runnable changed;
  private final List<AttachmentView> kept = new ArrayList<>();
  private final Upload upload = new Upload();
  private final Div list = new Div();
  private final Div refusals = new Div();

  /**
   * @param changed runs whenever a file came or went
   */
  public FileDrop(
      FileIntake intake,
      Gateways gateways,
      PatientId patientId,
      DocumentId documentId,
      List<AttachmentView> already,
      Runnable changed) {
    this.intake = intake;
    this.gateways = gateways;
    this.patientId = patientId;
    this.documentId = documentId;
    this.origin = SignedInUser.require().origin();
    this.changed = changed;
    this.kept.addAll(already);

    upload.setUploadHandler(receiving());
    // The body of the request is the file: it never lies in clear in a temporary folder.
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setUploadButton(new Button(Texts.get("attachment.add"), VaadinIcon.CAMERA.create()));
    upload.setDropLabel(new Span(Texts.get("attachment.drop")));
    UploadI18N words = UploadTexts.i18n();
    upload.setI18n(words);
    // What the network broke stays in the list, where it can be tried again.
    upload.addAllFinishedListener(finished ->
        upload
            .getElement()
            .executeJs(
                "this.files = Array.from(this.files).filter(file => file.error === $0)",
                words.getUploading().getError().getServerUnavailable()));

    upload.addClassName("file-drop-field");
    refusals.addClassName("file-refusals");
    refusals.getElement().setAttribute("role", "alert");
    list.addClassName("file-list");
    addClassName("file-drop");
    add(upload, refusals, list);
    show();
  }

  /** Takes pasted pictures and files dropped on another component, such as the text beside it. */
  public void takePastesOf(Component other) {
    other
        .getElement()
        .executeJs(
            """
            const upload = $0;
            const take = (event, data) => {
              const files = data ? Array.from(data.files) : [];
              if (files.length) { event.preventDefault(); upload._addFiles(files); }
            };
            this.addEventListener('paste', e => take(e, e.clipboardData));
            this.addEventListener('dragover', e => e.preventDefault());
            this.addEventListener('drop', e => take(e, e.dataTransfer));
            """,
            upload.getElement());
  }

  public List<AttachmentId> attachments() {
    return kept.stream().map(AttachmentView::attachmentId).toList();
  }

  public boolean isUploading() {
    return upload.isUploading();
  }

  /** Brings files of a restored draft back; those of them that still exist. */
  public void keepOnly(List<AttachmentId> wanted) {
    gateways.ask(
        new FindUploads(patientId, documentId),
        Uploads.class,
        uploads -> {
          for (AttachmentView found : uploads.attachments()) {
            if (wanted.contains(found.attachmentId()) && !holds(found.attachmentId())) {
              kept.add(found);
            }
          }
          show();
        },
        failure -> {});
  }

  /** Looks whether pictures were made since. */
  public void refresh() {
    if (kept.isEmpty()) {
      return;
    }
    gateways.ask(
        new FindUploads(patientId, documentId),
        Uploads.class,
        uploads -> {
          for (AttachmentView found : uploads.attachments()) {
            kept.replaceAll(
                file -> file.attachmentId().equals(found.attachmentId()) ? found : file);
          }
          show();
        },
        failure -> {});
  }

  private UploadHandler receiving() {
    return event -> {
      UI ui = event.getUI();
      String name = event.getFileName();
      try (InputStream bytes = event.getInputStream()) {
        FileIntake.ReceivedFile file =
            intake.receive(
                new FileIntake.Upload(origin, patientId, documentId, AttachmentId.next(), name),
                bytes);
        ui.access(() -> received(file));
      } catch (Refused refused) {
        turnAway(event, ui, name, sentence(refused));
      } catch (IOException broken) {
        turnAway(event, ui, name, Texts.get("attachment.broken"));
        throw broken;
      }
    };
  }

  private void turnAway(UploadEvent event, UI ui, String name, String sentence) {
    event.reject(sentence);
    ui.access(() -> refused(name, sentence));
  }

  private static String sentence(Refused refused) {
    return refused.code() == RefusalCode.NOT_FOUND
        ? Texts.get("attachment.notAllowed")
        : Refusals.sentence(refused);
  }

  private void received(FileIntake.ReceivedFile file) {
    kept.add(
        new AttachmentView(
            file.attachmentId(),
            file.fileName(),
            file.kind(),
            file.size(),
            0,
            file.namesAnotherPatient(),
            null,
            List.of(),
            ""));
    show();
    changed.run();
    refresh();
  }

  private void refused(String name, String sentence) {
    Div line = new Div();
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> refusals.remove(line));
    close.setAriaLabel(Texts.get("attachment.dismiss"));
    line.add(new Span(Texts.get("attachment.refused", name, sentence)), close);
    line.addClassName("file-refusal");
    refusals.add(line);
  }

  private void show() {
    list.removeAll();
    for (AttachmentView file : kept) {
      Button remove = new Button(Texts.get("attachment.remove"), click -> remove(file));
      remove.setAriaLabel(Texts.get("attachment.removeNamed", file.name()));
      Div row = new Div(new Thumbnails(patientId, documentId, List.of(file), ""), remove);
      row.addClassName("file-row");
      list.add(row);
    }
  }

  private void remove(AttachmentView file) {
    kept.removeIf(each -> each.attachmentId().equals(file.attachmentId()));
    show();
    changed.run();
  }

  private boolean holds(AttachmentId id) {
    return kept.stream().anyMatch(file -> file.attachmentId().equals(id));
  }
}
