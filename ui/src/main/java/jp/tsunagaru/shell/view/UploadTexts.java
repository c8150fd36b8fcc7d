package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of Vaadin's upload field. */
public final class UploadTexts {
  private UploadTexts() {}

  public static UploadI18N i18n() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(
        new UploadI18N.AddFiles()
            .setOne(Texts.get("upload.choose"))
            .setMany(Texts.get("upload.choose")));
    words.setDropFiles(
        new UploadI18N.DropFiles()
            .setOne(Texts.get("upload.drop"))
            .setMany(Texts.get("upload.drop")));
    words.setError(
        new UploadI18N.Error()
            .setFileIsTooBig(Texts.get("upload.tooBig"))
            .setIncorrectFileType(Texts.get("upload.wrongType"))
            .setTooManyFiles(Texts.get("upload.tooMany")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(Texts.get("upload.connecting"))
                    .setProcessing(Texts.get("upload.processing"))
                    .setStalled(Texts.get("upload.stalled"))
                    .setHeld(Texts.get("upload.held")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(Texts.get("upload.remaining"))
                    .setUnknown(Texts.get("upload.remainingUnknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(Texts.get("upload.serverUnavailable"))
                    .setUnexpectedServerError(Texts.get("upload.serverError"))
                    .setForbidden(Texts.get("upload.forbidden"))));
    words.setFile(
        new UploadI18N.File()
            .setRetry(Texts.get("upload.retry"))
            .setStart(Texts.get("upload.start"))
            .setRemove(Texts.get("upload.remove")));
    words.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB")));
    return words;
  }
}
