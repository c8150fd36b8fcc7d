package jp.tsunagaru.attachment.view;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Texts;

/** Shows the pictures of a document's files page by page, with zoom and the way to the original. */
final class FileViewer extends Dialog {
  private static final int[] ZOOM = {100, 150, 200, 300, 400};

  private final PatientId patientId;
  private final DocumentId documentId;
  private final List<Page> pages = new ArrayList<>();
  private final Div stage = new Div();
  private final Image picture = new Image();
  private final Span place = new Span();
  private final Span note = new Span();
  private final Anchor original = new Anchor();
  private final Button back;
  private final Button forth;
  private final Button closer;
  private final Button farther;
  private int shown;
  private int zoom;
  private int turned;

  FileViewer(
      PatientId patientId,
      DocumentId documentId,
      List<AttachmentView> files,
      AttachmentView first,
      String postedBy) {
    this.patientId = patientId;
    this.documentId = documentId;
    back = tool(VaadinIcon.ANGLE_LEFT, "attachment.previous", () -> show(shown - 1));
    forth = tool(VaadinIcon.ANGLE_RIGHT, "attachment.next", () -> show(shown + 1));
    closer = tool(VaadinIcon.SEARCH_PLUS, "attachment.zoomIn", () -> zoom(zoom + 1));
    farther = tool(VaadinIcon.SEARCH_MINUS, "attachment.zoomOut", () -> zoom(zoom - 1));
    Button turn = tool(VaadinIcon.ROTATE_RIGHT, "attachment.rotate", this::turn);
    Button close = new Button(Texts.get("action.close"), click -> close());
    Span poster = new Span(postedBy);

    for (AttachmentView file : files) {
      file.displays().stream()
          .sorted(Comparator.comparingInt(Rendition::page))
          .forEach(display -> pages.add(new Page(file, display)));
    }
    shown =
        (int)
            pages.stream()
                .takeWhile(page -> !page.file().attachmentId().equals(first.attachmentId()))
                .count();
    Shortcuts.addShortcutListener(this, () -> show(shown - 1), Key.ARROW_LEFT).listenOn(this);
    Shortcuts.addShortcutListener(this, () -> show(shown + 1), Key.ARROW_RIGHT).listenOn(this);
    Shortcuts.addShortcutListener(this, () -> zoom(zoom + 1), Key.ADD).listenOn(this);
    Shortcuts.addShortcutListener(this, () -> zoom(zoom - 1), Key.SUBTRACT).listenOn(this);

    stage.add(picture);
    stage.addClassName("viewer-stage");
    stage.getElement().setAttribute("tabindex", "0");
    place.addClassName("viewer-place");
    place.getElement().setAttribute("aria-live", "polite");
    note.addClassName("viewer-note");
    poster.addClassName("viewer-note");
    original.setText(Texts.get("attachment.original"));
    original.setRouterIgnore(true);
    original.getElement().setAttribute("download", true);
    original.addClassName("viewer-original");
    Div tools = new Div(back, place, forth, farther, closer, turn, original, close);
    tools.addClassName("viewer-tools");
    Div facts = new Div(poster, note);
    facts.addClassName("viewer-facts");
    add(tools, stage, facts);
    addClassName("viewer");
    setWidth("min(1200px, 98vw)");
    setHeight("98vh");
    show(shown);
  }

  private void show(int index) {
    if (index < 0 || index >= pages.size()) {
      return;
    }
    shown = index;
    Page page = pages.get(index);
    AttachmentView file = page.file();
    FileLink link = new FileLink(patientId, documentId, file.attachmentId());
    picture.setSrc(link.rendition(page.display().file().address()));
    picture.setAlt(file.name());
    original.setHref(link.original());
    int of = file.displays().size();
    boolean frames = file.kind() == FileKind.DICOM;
    place.setText(
        of == 1
            ? file.name()
            : Texts.get(
                frames ? "attachment.frameOf" : "attachment.pageOf",
                file.name(),
                file.displays().indexOf(page.display()) + 1,
                of));
    setHeaderTitle(file.name());
    note.setText(
        file.namesAnotherPatient()
            ? Texts.get("attachment.anotherPatient")
            : frames ? Texts.get("attachment.reference") : "");
    back.setEnabled(index > 0);
    forth.setEnabled(index < pages.size() - 1);
    turned = 0;
    zoom(0);
  }

  private void zoom(int step) {
    zoom = Math.max(0, Math.min(ZOOM.length - 1, step));
    closer.setEnabled(zoom < ZOOM.length - 1);
    farther.setEnabled(zoom > 0);
    stage.getStyle().set("--zoom", ZOOM[zoom] + "%");
    stage.getStyle().set("--turn", turned + "deg");
  }

  private void turn() {
    turned = (turned + 90) % 360;
    zoom(zoom);
  }

  private static Button tool(VaadinIcon icon, String key, Runnable action) {
    Button button = new Button(icon.create(), click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(Texts.get(key));
    button.setTooltipText(Texts.get(key));
    return button;
  }

  private record Page(AttachmentView file, Rendition display) {}
}
