package jp.tsunagaru.form.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.FormPreview;
import jp.tsunagaru.form.query.PreviewForm;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The sheet as it will be printed: beside the form where there is room, behind a button where there
 * is none. Pictures are part of the page and have no address of their own.
 */
final class SheetPreview extends Div {
  private static final int ROOM_FROM = 1024;

  private final Gateways gateways;
  private final PatientId patientId;
  private final Supplier<Asked> now;
  private final Div pages = new Div();
  private @Nullable Asked shown;
  private @Nullable Boolean beside;
  private @Nullable Registration resizing;
  private int question;

  /** What stands on the screen. */
  record Asked(String formVersion, FormValues values) {}

  SheetPreview(Gateways gateways, PatientId patientId, Supplier<Asked> now) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.now = now;
    pages.addClassName("form-preview-pages");
    addClassName("form-preview");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    Page page = event.getUI().getPage();
    resizing = page.addBrowserWindowResizeListener(resized -> room(resized.getWidth()));
    int width = page.getExtendedClientDetails().getWindowInnerWidth();
    // A negative width is one that the browser has not told yet.
    room(width < 0 ? ROOM_FROM : width);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (resizing != null) {
      resizing.remove();
    }
  }

  /** Draws the sheet anew where it stands beside the form and says something else by now. */
  void follow() {
    Asked wanted = now.get();
    if (Boolean.TRUE.equals(beside) && !wanted.equals(shown)) {
      ask(wanted, pages);
    }
  }

  private void room(int width) {
    boolean enough = width >= ROOM_FROM;
    if (Boolean.valueOf(enough).equals(beside)) {
      return;
    }
    beside = enough;
    removeAll();
    if (enough) {
      add(pages);
      shown = null;
      follow();
    } else {
      Button open =
          new Button(
              Texts.get("form.sheet"), VaadinIcon.FILE_TEXT_O.create(), click -> openDialog());
      open.addClassName("form-preview-open");
      add(open);
    }
  }

  private void openDialog() {
    Dialog dialog = new Dialog();
    Div inside = new Div();
    inside.addClassName("form-preview-pages");
    dialog.setHeaderTitle(Texts.get("form.sheet"));
    dialog.setWidth("min(820px, 98vw)");
    dialog.addClassName("sheet");
    dialog.add(inside);
    dialog.getFooter().add(new Button(Texts.get("action.close"), click -> dialog.close()));
    dialog.open();
    ask(now.get(), inside);
  }

  private void ask(Asked wanted, Div place) {
    int number = ++question;
    gateways.ask(
        new PreviewForm(patientId, wanted.formVersion(), wanted.values()),
        FormPreview.class,
        preview -> {
          if (number == question) {
            shown = wanted;
            draw(preview.pages(), place);
          }
        },
        failure -> {
          if (number == question) {
            place.removeAll();
            place.add(
                new Paragraph(
                    Refusals.find(failure)
                        .map(Refusals::sentence)
                        .orElseGet(() -> Texts.get("form.sheet.none"))));
          }
        });
  }

  /** A page that looks the same stays. */
  private static void draw(List<byte[]> files, Div place) {
    for (int i = 0; i < files.size(); i++) {
      String source = "data:image/png;base64," + Base64.getEncoder().encodeToString(files.get(i));
      if (i >= place.getComponentCount() || !(place.getComponentAt(i) instanceof Image)) {
        place.addComponentAtIndex(
            i, new Image(source, Texts.get("form.sheet.page", i + 1, files.size())));
      } else if (place.getComponentAt(i) instanceof Image image && !source.equals(image.getSrc())) {
        image.setSrc(source);
      }
    }
    while (place.getComponentCount() > files.size()) {
      place.remove(place.getComponentAt(place.getComponentCount() - 1));
    }
  }
}
