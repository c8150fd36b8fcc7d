package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.printing.MissingLetter;
import jp.tsunagaru.printing.NoFontException;
import jp.tsunagaru.printing.Printed;

/**
 * Printing (DC-09): asks what it is for, which is recorded before anything is handed out, and then
 * gives the PDF, whose address says nothing.
 */
public final class PrintDialog extends Dialog {
  private static final String FILE_NAME = "tsunagaru.pdf";

  private PrintDialog(String title) {
    setHeaderTitle(title);
    setWidth("min(560px, 96vw)");
    addClassName("sheet");
  }

  /**
   * @param make asks for the content with the reason given and then calls {@link #show}
   */
  public static void ask(
      String title,
      String explained,
      PrintPurpose proposed,
      BiConsumer<PrintReason, PrintDialog> make) {
    ask(title, explained, Texts.get("print.make"), proposed, make);
  }

  /**
   * @param choice what else has to be chosen
   */
  public static void ask(
      String title,
      String explained,
      Component choice,
      PrintPurpose proposed,
      BiConsumer<PrintReason, PrintDialog> make) {
    ask(title, List.of(new Paragraph(explained), choice), Texts.get("print.make"), proposed, make);
  }

  /**
   * @param confirm what the button says that makes it
   */
  public static void ask(
      String title,
      String explained,
      String confirm,
      PrintPurpose proposed,
      BiConsumer<PrintReason, PrintDialog> make) {
    ask(title, List.of(new Paragraph(explained)), confirm, proposed, make);
  }

  private static void ask(
      String title,
      List<Component> first,
      String confirm,
      PrintPurpose proposed,
      BiConsumer<PrintReason, PrintDialog> make) {
    PrintDialog dialog = new PrintDialog(title);
    RadioButtonGroup<PrintPurpose> purpose = new RadioButtonGroup<>(Texts.get("print.purpose"));
    TextField note = new TextField(Texts.get("print.note"));
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());
    Button go = new Button(confirm);

    purpose.setItems(PrintPurpose.values());
    purpose.setItemLabelGenerator(each -> Texts.of("print.purpose", each));
    purpose.addValueChangeListener(
        change -> note.setRequiredIndicatorVisible(change.getValue() == PrintPurpose.OTHER));
    purpose.setValue(proposed);
    note.setMaxLength(PrintReason.LONGEST_NOTE);
    note.setWidthFull();
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(click -> {
      boolean missing = purpose.getValue() == PrintPurpose.OTHER && note.getValue().isBlank();
      note.setErrorMessage(Texts.get("print.note.missing"));
      note.setInvalid(missing);
      if (!missing) {
        make.accept(new PrintReason(purpose.getValue(), note.getValue()), dialog);
      }
    });

    dialog.add(first);
    dialog.add(purpose, note, new Paragraph(Texts.get("print.recorded")));
    dialog.getFooter().add(cancel, go);
    dialog.open();
  }

  /** For forms that contain nobody's data. */
  public static void give(String title, Supplier<Printed> paper) {
    PrintDialog dialog = new PrintDialog(title);
    dialog.show(paper);
    dialog.open();
  }

  /** What is missing on this machine is told in words, like a refusal. */
  public void show(Supplier<Printed> paper) {
    try {
      show(paper.get());
    } catch (NoFontException noFont) {
      close();
      Refusals.warn(noFont.sentence());
    }
  }

  private void show(Printed printed) {
    byte[] pdf = printed.pdf();
    DownloadHandler file =
        DownloadHandler.fromInputStream(
            download -> {
              download.getResponse().setHeader("Cache-Control", "no-store");
              return new DownloadResponse(
                  new ByteArrayInputStream(pdf), FILE_NAME, "application/pdf", pdf.length);
            },
            FILE_NAME);
    Anchor open = new Anchor(file, AttachmentType.INLINE, Texts.get("print.open", printed.pages()));
    open.setTarget(AnchorTarget.BLANK);
    open.addClassName("button-link");
    removeAll();
    getFooter().removeAll();
    add(new Paragraph(Texts.get("print.ready")), open);
    if (!printed.missing().isEmpty()) {
      Paragraph missing =
          new Paragraph(
              Texts.get(
                  "print.missing",
                  printed.missing().stream()
                      .map(MissingLetter::codes)
                      .collect(Collectors.joining(Texts.get("list.separator")))));
      missing.addClassName("attention-box");
      add(missing);
    }
    getFooter().add(new Button(Texts.get("action.close"), click -> close()));
  }
}
