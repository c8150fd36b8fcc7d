package jp.tsunagaru.patient.view;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.view.TeamPaper;
import jp.tsunagaru.document.query.PrintedSummary;
import jp.tsunagaru.document.view.ArticlesPaper;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.patient.query.ConsentSummary;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** One patient on a few sheets (DC-09). */
final class SummaryPaper {
  private SummaryPaper() {}

  /** The title of the file names nobody: windows and lists of printers show it. */
  static String title() {
    return Texts.get("print.summary");
  }

  static Printed of(PrintedSummary summary, Imprint imprint) {
    LocalDate today = DateTexts.day(imprint.at());
    BasicInfo info = summary.patient().basicInfo();
    return Printout.of(
        imprint,
        printout -> {
          Flow flow = new Flow(printout, Texts.get("print.summary.of", info.fullName()));
          flow.title(title());
          basicInfo(flow, info, today);
          summary.others().forEach(other -> other(flow, info, other));
          consent(flow, summary.patient());
          flow.heading(Texts.get("print.summary.team")).gap(1);
          TeamPaper.write(flow, summary.team(), today).gap(4);
          forms(flow, summary);
          articles(flow, summary);
        });
  }

  private static void basicInfo(Flow flow, BasicInfo info, LocalDate today) {
    for (BasicField field : BasicField.values()) {
      String value = BasicInfoTexts.of(field, info);
      if (field == BasicField.ELSEWHERE_REASON && value.isEmpty()) {
        continue;
      }
      if (field == BasicField.BIRTH_DATE) {
        value = Texts.get("print.summary.birth", value, Age.display(info.birthDate(), today));
      }
      flow.row(
          Texts.of("patient.field", field), value.isEmpty() ? Texts.get("patient.none") : value);
    }
    flow.gap(4);
  }

  private static void other(Flow flow, BasicInfo info, PrintedSummary.Other other) {
    List<BasicField> offered = TakenOver.offered(info, other.basicInfo());
    if (offered.isEmpty()) {
      return;
    }
    flow.heading(
        Texts.get(
            "print.summary.other",
            other.record().facility(),
            DateTexts.date(DateTexts.day(other.record().registeredAt()))));
    offered.forEach(field ->
        flow.row(Texts.of("patient.field", field), BasicInfoTexts.of(field, other.basicInfo())));
    flow.gap(4);
  }

  private static void consent(Flow flow, PatientDetails patient) {
    flow.heading(Texts.get("print.summary.consent"));
    flow.row(
        Texts.get("print.summary.consent.state"), Texts.of("print.summary", patient.sharing()));
    ConsentSummary consent = patient.consent();
    if (consent != null) {
      flow.row(Texts.get("print.summary.consent.on"), DateTexts.date(consent.consentedOn()));
      flow.row(Texts.get("print.summary.consent.kind"), Texts.of("consent.kind", consent.kind()));
    }
    flow.gap(4);
  }

  private static void forms(Flow flow, PrintedSummary summary) {
    flow.heading(Texts.get("print.summary.forms"));
    if (summary.forms().isEmpty()) {
      flow.text(Texts.get("print.summary.forms.none"));
    }
    for (FormRow form : summary.forms()) {
      LocalDate issued = form.issuedOn();
      LocalDate from = form.validFrom();
      LocalDate to = form.validTo();
      String when =
          from == null || to == null
              ? ""
              : Texts.get("form.period.words", DateTexts.era(from), DateTexts.era(to));
      flow.row(
          Texts.of("form.kind", form.kind()),
          Texts.get(
              "print.summary.form",
              issued == null ? "" : DateTexts.date(issued),
              form.approvedBy(),
              when));
    }
    flow.gap(4);
  }

  private static void articles(Flow flow, PrintedSummary summary) {
    if (summary.entries().isEmpty()) {
      return;
    }
    flow.heading(Texts.get("print.summary.articles", summary.entries().size())).gap(2);
    summary.entries().forEach(entry -> ArticlesPaper.write(flow, entry));
    if (summary.more()) {
      flow.text(Texts.get("print.articles.more", summary.entries().size()));
    }
  }
}
