package jp.tsunagaru.consent.view;

import java.time.LocalDate;
import jp.tsunagaru.printing.Area;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.printing.Sheet;
import jp.tsunagaru.printing.TextStyle;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsText;

/** 様式第2 in its two copies, with the text in force and room to sign. */
final class ConsentPaper {
  private static final double SIGNATURES = 76;
  private static final double LINE = 9;
  private static final double SIZE = 3.5;
  private static final TextStyle EXPLANATION = TextStyle.of(3.5, 3.2, 3.0, 2.8, 2.5).leading(1.5);

  private final TermsText text;
  private final CityProperties city;
  private final String explainer;
  private final String patientName;
  private final LocalDate date;

  private ConsentPaper(
      TermsText text, CityProperties city, String explainer, String patientName, LocalDate date) {
    this.text = text;
    this.city = city;
    this.explainer = explainer;
    this.patientName = patientName;
    this.date = date;
  }

  /**
   * @param patientName blank when it is written by hand
   */
  static Printed of(
      TermsText text, CityProperties city, String explainer, String patientName, Imprint imprint) {
    ConsentPaper paper =
        new ConsentPaper(text, city, explainer, patientName, DateTexts.day(imprint.at()));
    return Printout.of(
        imprint,
        printout -> {
          paper.copy(printout, Texts.get("print.consent.copy.patient"));
          paper.copy(printout, Texts.get("print.consent.copy.facility"));
        });
  }

  private void copy(Printout printout, String whose) {
    Flow flow = new Flow(printout, Texts.get("print.consent"));
    flow.small(Texts.get("print.consent.number"));
    flow.title(Texts.get("print.consent.title", city.networkName(), city.serviceName()));
    flow.fitted(text.text().strip(), EXPLANATION, SIGNATURES);
    flow.gap(3);
    flow.block(SIGNATURES, (sheet, top) -> signatures(sheet, top, whose));
  }

  private void signatures(Sheet sheet, double top, String whose) {
    Area frame = new Area(Sheet.BODY.x(), top, Sheet.BODY.width(), SIGNATURES - 12);
    double left = frame.x() + 4;
    double width = frame.width() - 8;
    sheet.box(frame, 0.3);
    double y = top + 4;
    sheet.text(
        new Area(left, y, width, 11),
        Texts.get("print.consent.statement", explainer, city.serviceName()),
        TextStyle.of(SIZE, 3.0, 2.5));
    y += 15;
    signed(sheet, left, y, width, Texts.get("print.consent.patient"), patientName);
    y += LINE;
    double signature = left + 60;
    sheet.label(left, y, SIZE, DateTexts.era(date));
    signed(sheet, signature, y, left + width - signature, Texts.get("print.consent.signature"), "");
    y += LINE + 3;
    sheet.label(left, y, 3, Texts.get("print.consent.proxy.when"));
    y += 7;
    double relationship = left + 115;
    signed(sheet, left + 10, y, 98, Texts.get("print.consent.proxy"), "");
    signed(
        sheet,
        relationship,
        y,
        left + width - relationship,
        Texts.get("print.consent.relationship"),
        "");
    y += LINE;
    sheet.text(
        new Area(left, y, width, 8),
        Texts.get("print.consent.contact", city.department(), city.departmentPhone()),
        TextStyle.of(2.8, 2.5));
    sheet.text(
        new Area(frame.x(), frame.bottom() + 2, frame.width(), 8),
        Texts.get("print.consent.foot", whose, text.version()),
        TextStyle.of(3.2).right());
  }

  /** A label and a line to write on. */
  private static void signed(
      Sheet sheet, double x, double y, double width, String label, String value) {
    double from = sheet.label(x, y, SIZE, label) + 2;
    sheet.text(new Area(from, y - 1, x + width - from, 6), value, TextStyle.of(4.5, 3.5, 3.0, 2.5));
    sheet.line(from, y + SIZE + 1.2, x + width, y + SIZE + 1.2, 0.2);
  }
}
