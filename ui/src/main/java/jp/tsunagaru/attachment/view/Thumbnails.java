package jp.tsunagaru.attachment.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Texts;

/** Files of a document as small pictures that keep their names (DC-07). */
public final class Thumbnails extends Div {
  /**
   * @param postedBy who posted them and when, for the viewer
   */
  public Thumbnails(
      PatientId patientId, DocumentId documentId, List<AttachmentView> files, String postedBy) {
    addClassName("thumbs");
    for (AttachmentView file : files) {
      add(thumb(patientId, documentId, files, file, postedBy));
    }
  }

  private static Component thumb(
      PatientId patientId,
      DocumentId documentId,
      List<AttachmentView> files,
      AttachmentView file,
      String postedBy) {
    FileLink link = new FileLink(patientId, documentId, file.attachmentId());
    Component face = face(link, file);
    Div caption = new Div(new Span(file.name()));
    caption.addClassName("thumb-name");
    Span facts = new Span(facts(file));
    facts.addClassName("thumb-facts");
    caption.add(facts);
    if (file.namesAnotherPatient()) {
      Span warning = new Span(Texts.get("attachment.anotherPatient"));
      warning.addClassName("thumb-warning");
      caption.add(warning);
    }
    if (file.displays().isEmpty()) {
      Anchor download = new Anchor(link.original(), face, caption);
      download.setRouterIgnore(true);
      download.getElement().setAttribute("download", true);
      download.addClassName("thumb");
      download.getElement().setAttribute("title", Texts.get("attachment.download", file.name()));
      return download;
    }
    NativeButton open =
        new NativeButton(
            "", click -> new FileViewer(patientId, documentId, files, file, postedBy).show());
    open.add(face, caption);
    open.addClassName("thumb");
    open.getElement().setAttribute("title", Texts.get("attachment.open", file.name()));
    return open;
  }

  private static Component face(FileLink link, AttachmentView file) {
    Rendition thumbnail = file.thumbnail();
    if (thumbnail != null) {
      Image image = new Image(link.rendition(thumbnail.file().address()), file.name());
      image.getElement().setAttribute("loading", "lazy");
      image.getElement().setAttribute("width", Integer.toString(thumbnail.width()));
      image.getElement().setAttribute("height", Integer.toString(thumbnail.height()));
      image.addClassName("thumb-face");
      return image;
    }
    Div face = new Div(icon(file.kind()).create());
    face.addClassNames("thumb-face", "thumb-icon");
    return face;
  }

  private static VaadinIcon icon(FileKind kind) {
    return switch (kind) {
      case JPEG, PNG, HEIC, DICOM -> VaadinIcon.FILE_PICTURE;
      case PDF -> VaadinIcon.FILE_PRESENTATION;
      case OFFICE -> VaadinIcon.FILE_TABLE;
      case TEXT -> VaadinIcon.FILE_TEXT_O;
    };
  }

  private static String facts(AttachmentView file) {
    String size = FileSizes.of(file.size());
    if (!file.failure().isEmpty()) {
      return size
          + " "
          + Texts.find("attachment.failure." + file.failure())
              .map(reason -> Texts.get("attachment.noPictureBecause", reason))
              .orElseGet(() -> Texts.get("attachment.noPicture"));
    }
    boolean pictured = file.kind() != FileKind.OFFICE && file.kind() != FileKind.TEXT;
    if (pictured && file.thumbnail() == null) {
      return size + " " + Texts.get("attachment.converting");
    }
    return file.pages() > 1 ? size + " " + Texts.get("attachment.pages", file.pages()) : size;
  }
}
