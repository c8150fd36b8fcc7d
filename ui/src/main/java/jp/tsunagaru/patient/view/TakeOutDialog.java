package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.patient.query.ListFormat;
import jp.tsunagaru.patient.query.ListPatientsToTakeOut;
import jp.tsunagaru.patient.query.TakenOutList;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/**
 * The list as CSV or on paper: asks what for, says what is recorded, and then hands it out (LS-07).
 */
final class TakeOutDialog extends Dialog {
  private static final String CELL = "\u001f";
  private static final String LINE = "\u001e";

  /** A page of its own in a frame, so that nothing else of the screen is printed. */
  private static final String PRINT =
      """
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
      document.body.append(frame);
      const page = frame.contentDocument;
      page.title = $0;
      const put = (parent, name, text, style) => {
        const node = page.createElement(name);
        if (text) node.textContent = text;
        if (style) node.style.cssText = style;
        parent.append(node);
        return node;
      };
      page.body.style.cssText = 'font:10pt sans-serif;margin:0';
      put(page.body, 'h1', $0, 'font-size:14pt;margin:0 0 4pt');
      put(page.body, 'p', $1, 'margin:0 0 8pt');
      const table = put(page.body, 'table', '', 'border-collapse:collapse;width:100%');
      $2.split('\\u001e').forEach((line, at) => {
        const row = put(table, 'tr');
        line.split('\\u001f').forEach(cell => put(row, at ? 'td' : 'th', cell,
          'border:0.5pt solid #555;padding:2pt 4pt;text-align:left;vertical-align:top'));
      });
      frame.contentWindow.addEventListener('afterprint', () => frame.remove());
      frame.contentWindow.print();
      """;

  private final Gateways gateways;
  private final Clock clock;
  private final PatientFilter filter;
  private final Select<PrintPurpose> purpose = new Select<>();
  private final RadioButtonGroup<ListFormat> format =
      new RadioButtonGroup<>(Texts.get("patient.takeOut.format"));
  private final Div result = new Div();
  private final Button confirm = new Button(Texts.get("patient.takeOut.confirm"), click -> ask());

  TakeOutDialog(Gateways gateways, Clock clock, PatientFilter filter, int total) {
    this.gateways = gateways;
    this.clock = clock;
    this.filter = filter;
    Button close = new Button(Texts.get("action.close"), click -> close());

    purpose.setLabel(Texts.get("patient.takeOut.purpose"));
    purpose.setItems(
        EnumSet.complementOf(EnumSet.of(PrintPurpose.OTHER, PrintPurpose.PERSON_REQUEST)));
    purpose.setItemLabelGenerator(each -> Texts.of("print.purpose", each));
    purpose.setWidthFull();
    format.setItems(ListFormat.values());
    format.setItemLabelGenerator(each -> Texts.of("patient.format", each));
    format.setValue(ListFormat.CSV);
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.setEnabled(false);
    purpose.addValueChangeListener(event -> confirm.setEnabled(event.getValue() != null));
    result.getElement().setAttribute("aria-live", "polite");

    setHeaderTitle(Texts.get("patient.takeOut"));
    setWidth("min(560px, 96vw)");
    add(
        new Paragraph(
            Texts.get(
                "patient.takeOut.explained",
                Math.min(total, ListPatientsToTakeOut.MOST),
                ListPatientsToTakeOut.MOST)),
        purpose,
        format,
        result);
    getFooter().add(close, confirm);
  }

  private void ask() {
    confirm.setEnabled(false);
    ListFormat wanted = format.getValue();
    gateways.ask(
        new ListPatientsToTakeOut(
            filter.page(0, ListPatientsToTakeOut.MOST), purpose.getValue(), wanted),
        TakenOutList.class,
        list -> handOut(list, wanted));
  }

  private void handOut(TakenOutList list, ListFormat wanted) {
    LocalDate today = LocalDate.now(clock);
    List<List<String>> lines = ListSheet.of(list.rows(), today);
    result.removeAll();
    result.add(
        new Paragraph(
            Texts.get(
                list.leftOut() == 0 ? "patient.takeOut.done" : "patient.takeOut.doneWithout",
                list.rows().size(),
                list.leftOut())));
    if (list.rows().isEmpty()) {
      return;
    }
    switch (wanted) {
      case CSV -> result.add(download(ListSheet.csv(lines), today));
      case PRINT -> print(lines, today);
    }
  }

  private static Anchor download(byte[] csv, LocalDate today) {
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(event ->
                new DownloadResponse(
                    new ByteArrayInputStream(csv),
                    "patients-" + today + ".csv",
                    "text/csv; charset=UTF-8",
                    csv.length)),
            Texts.get("patient.takeOut.download"));
    link.getElement().executeJs("this.click()");
    return link;
  }

  private void print(List<List<String>> lines, LocalDate today) {
    getElement()
        .executeJs(
            PRINT,
            Texts.get("patient.list.title"),
            Texts.get(
                "patient.takeOut.printed",
                DateTexts.date(today),
                Texts.of("print.purpose", purpose.getValue())),
            lines.stream().map(line -> String.join(CELL, line)).collect(Collectors.joining(LINE)));
  }
}
