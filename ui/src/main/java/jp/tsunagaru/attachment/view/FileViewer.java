package jp.tsunagaru.attachment.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.di.Instantiator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Texts;

/**
 * Shows the pictures of a document's files page by page, with zoom, rotation, frames and windows of
 * grey levels, and the way to the original. What was not made beforehand is made when it is asked
 * for; every picture is decided and recorded on its own way to the browser.
 */
final class FileViewer extends Dialog {
  private static final double[] ZOOM = {1, 1.5, 2, 3, 4};

  private static final String KEY = "event['key']";

  /** Arrows belong to the picture while it is larger than its place. */
  private static final String KEYS =
      """
      !event.ctrlKey && !event.metaKey && !event.altKey
      && !event.target.closest('input, vaadin-select')
      && ['+', ';', '-', 'r', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowLeft', 'ArrowRight']
          .includes(event.key)\
      """;

  /** What is in the middle stays there. */
  private static final String MAGNIFY =
      """
      const across = (this.scrollLeft + this.clientWidth / 2) / this.scrollWidth;
      const down = (this.scrollTop + this.clientHeight / 2) / this.scrollHeight;
      $0.style.setProperty('--zoom', $1);
      this.scrollTo(
          across * this.scrollWidth - this.clientWidth / 2,
          down * this.scrollHeight - this.clientHeight / 2);
      """;

  private final PatientId patientId;
  private final DocumentId documentId;
  private final List<Page> pages = new ArrayList<>();
  private final Map<AttachmentId, List<WindowChoice>> choices = new HashMap<>();
  private final Map<AttachmentId, WindowChoice> chosen = new HashMap<>();
  private final Div stage = new Div();
  private final Div sheet = new Div();
  private final Image picture = new Image();
  private final RangeInput slider = new RangeInput();
  private final Select<WindowChoice> windows = new Select<>();
  private final Span place = new Span();
  private final Span note = new Span();
  private final Span problem = new Span();
  private final Span magnification = new Span();
  private final Anchor original = new Anchor();
  private final Button back;
  private final Button forth;
  private final Button closer;
  private final Button farther;
  private int shown;
  private int zoom;
  private int turned;
  private boolean settling;

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
      pages.addAll(pages(file));
    }
    Rendition face = first.thumbnail();
    shown = Math.max(0, pages.indexOf(page(first, face == null ? 1 : face.page())));
    slider.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        show(firstOf(pages.get(shown).file()) + change.getValue().intValue() - 1);
      }
    });
    windows.addValueChangeListener(change -> {
      if (!settling && change.getValue() != null) {
        chosen.put(pages.get(shown).file().attachmentId(), change.getValue());
        show(shown);
      }
    });
    picture.getElement().addEventListener("load", loaded -> settled(""));
    picture
        .getElement()
        .addEventListener("error", failed -> settled(Texts.get("attachment.noView")));

    windows.setItemLabelGenerator(WindowChoice::label);
    windows.setAriaLabel(Texts.get("attachment.window"));
    slider.setAriaLabel(Texts.get("attachment.slider"));
    slider.setMin(1);
    slider.setStep(1.0);
    slider.addClassName("viewer-slider");
    sheet.add(picture);
    sheet.addClassName("viewer-sheet");
    stage.add(sheet);
    stage.addClassName("viewer-stage");
    stage.getElement().setAttribute("tabindex", "0");
    place.addClassName("viewer-place");
    place.getElement().setAttribute("aria-live", "polite");
    magnification.addClassName("viewer-place");
    note.addClassName("viewer-note");
    poster.addClassName("viewer-note");
    problem.addClassName("viewer-problem");
    problem.getElement().setAttribute("role", "status");
    original.setText(Texts.get("attachment.original"));
    original.setRouterIgnore(true);
    original.getElement().setAttribute("download", true);
    original.addClassName("viewer-original");
    Div paging = new Div(back, slider, place, forth);
    Div looking = new Div(farther, magnification, closer, turn, windows);
    Div leaving = new Div(original, close);
    paging.addClassName("viewer-group");
    looking.addClassName("viewer-group");
    leaving.addClassNames("viewer-group", "viewer-leaving");
    Div tools = new Div(paging, looking, leaving);
    tools.addClassName("viewer-tools");
    Div facts = new Div(problem, poster, note);
    facts.addClassName("viewer-facts");
    Div body = new Div(tools, stage, facts);
    body.addClassName("viewer-body");
    body.getElement()
        .addEventListener("keydown", event -> pressed(event.getEventData().get(KEY).asString()))
        .addEventData(KEY)
        .setFilter(KEYS);
    add(body);
    addClassName("viewer");
    setWidth("min(1200px, 98vw)");
    setHeight("98vh");
  }

  /** Opens it with the keyboard on the picture. */
  void show() {
    show(shown);
    open();
    stage.getElement().executeJs("requestAnimationFrame(() => this.focus())");
  }

  private static List<Page> pages(AttachmentView file) {
    if (file.displays().isEmpty()) {
      return List.of();
    }
    boolean more = file.kind() == FileKind.DICOM || file.kind() == FileKind.PDF;
    int made = file.displays().stream().mapToInt(Rendition::page).max().orElse(0);
    int count = more ? Math.max(file.pages(), made) : made;
    return IntStream.rangeClosed(1, count).mapToObj(number -> page(file, number)).toList();
  }

  private static Page page(AttachmentView file, int number) {
    return new Page(
        file,
        number,
        file.displays().stream()
            .filter(display -> display.page() == number)
            .min(Comparator.comparingInt(Rendition::page)));
  }

  private int firstOf(AttachmentView file) {
    return (int) pages.stream().takeWhile(page -> !page.of(file)).count();
  }

  private void show(int index) {
    if (index < 0 || index >= pages.size()) {
      return;
    }
    boolean other = !pages.get(index).of(pages.get(shown).file()) || picture.getSrc().isEmpty();
    shown = index;
    Page page = pages.get(index);
    AttachmentView file = page.file();
    FileLink link = new FileLink(patientId, documentId, file.attachmentId());
    Optional<FilePictures.Window> window =
        Optional.ofNullable(chosen.get(file.attachmentId())).flatMap(WindowChoice::window);
    String source =
        page.made()
            .filter(made -> window.isEmpty())
            .map(made -> link.rendition(made.file().address()))
            .orElseGet(() -> link.page(page.number(), window));
    if (!source.equals(picture.getSrc())) {
      sheet.addClassName("viewer-waiting");
      problem.setText("");
      picture.setSrc(source);
    }
    picture.setAlt(file.name());
    original.setHref(link.original());
    int of = (int) pages.stream().filter(each -> each.of(file)).count();
    boolean frames = file.kind() == FileKind.DICOM;
    place.setText(
        Texts.get(frames ? "attachment.frameOf" : "attachment.pageOf", page.number(), of));
    place.setVisible(of > 1);
    slider.setVisible(of > 1);
    slider.setMax(of);
    slider.setValue((double) page.number());
    setHeaderTitle(file.name());
    note.setText(
        file.namesAnotherPatient()
            ? Texts.get("attachment.anotherPatient")
            : frames ? Texts.get("attachment.reference") : "");
    back.setVisible(pages.size() > 1);
    forth.setVisible(pages.size() > 1);
    back.setEnabled(index > 0);
    forth.setEnabled(index < pages.size() - 1);
    offerWindows(file, link);
    if (other) {
      turned = 0;
      zoom(0);
    }
  }

  private void offerWindows(AttachmentView file, FileLink link) {
    List<WindowChoice> known = choices.get(file.attachmentId());
    windows.setVisible(known != null && known.size() > 1);
    if (known != null) {
      settling = true;
      windows.setItems(known);
      windows.setValue(chosen.getOrDefault(file.attachmentId(), known.getFirst()));
      settling = false;
    } else if (file.kind() == FileKind.DICOM) {
      choices.put(file.attachmentId(), List.of());
      Instantiator.get(UI.getCurrent())
          .getOrCreate(ViewerChoices.class)
          .ask(
              link,
              told -> {
                choices.put(file.attachmentId(), WindowChoice.of(told));
                if (pages.get(shown).of(file)) {
                  offerWindows(file, link);
                }
              });
    }
  }

  private void settled(String sentence) {
    sheet.removeClassName("viewer-waiting");
    problem.setText(sentence);
  }

  private void pressed(String key) {
    AttachmentView file = pages.get(shown).file();
    switch (key) {
      case "+", ";" -> zoom(zoom + 1);
      case "-" -> zoom(zoom - 1);
      case "r" -> turn();
      case "PageUp" -> show(shown - 1);
      case "PageDown" -> show(shown + 1);
      case "Home" -> show(firstOf(file));
      case "End" ->
          show(firstOf(file) + (int) pages.stream().filter(each -> each.of(file)).count() - 1);
      case "ArrowLeft" -> show(zoom == 0 ? shown - 1 : shown);
      case "ArrowRight" -> show(zoom == 0 ? shown + 1 : shown);
      default -> {}
    }
  }

  private void zoom(int step) {
    zoom = Math.max(0, Math.min(ZOOM.length - 1, step));
    closer.setEnabled(zoom < ZOOM.length - 1);
    farther.setEnabled(zoom > 0);
    magnification.setText(Texts.get("attachment.zoom", Math.round(ZOOM[zoom] * 100)));
    stage.getElement().executeJs(MAGNIFY, sheet.getElement(), ZOOM[zoom]);
    sheet.getStyle().set("--turn", turned + "deg");
    sheet.getElement().setAttribute("data-lying", turned % 180 != 0);
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

  /**
   * @param made the picture that was made beforehand
   */
  private record Page(AttachmentView file, int number, Optional<Rendition> made) {
    boolean of(AttachmentView other) {
      return file.attachmentId().equals(other.attachmentId());
    }
  }
}
