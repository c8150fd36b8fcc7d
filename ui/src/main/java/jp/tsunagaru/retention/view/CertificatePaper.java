package jp.tsunagaru.retention.view;

import java.util.List;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.query.Certificate;
import jp.tsunagaru.retention.query.Disposables.Ground;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** 削除・廃棄証明書 (DL-07): for the requester to keep, and for whoever has to answer for it later. */
final class CertificatePaper {
  private static final List<Double> WIDTHS = List.of(110.0, 40.0);

  private CertificatePaper() {}

  static Printed of(Certificate certificate, CityProperties city, Imprint imprint) {
    return Printout.of(imprint, printout -> draw(certificate, city, new Flow(printout, title())));
  }

  static String title() {
    return Texts.get("retention.certificate.title");
  }

  private static void draw(Certificate certificate, CityProperties city, Flow flow) {
    flow.small(Texts.get("retention.certificate.number", certificate.recordId()));
    flow.title(title());
    flow.text(Texts.get("retention.certificate.statement", city.serviceName()));
    flow.gap(3);
    flow.row(
        Texts.get("retention.certificate.ground"),
        Texts.of("retention.certificate.ground", certificate.ground()));
    flow.row(Texts.get("retention.certificate.at"), DateTexts.moment(certificate.executedAt()));
    flow.row(
        Texts.get("retention.certificate.by"),
        Texts.get(
            "retention.certificate.person", certificate.executedBy(), certificate.facility()));
    if (!certificate.requestedBy().isEmpty()) {
      flow.row(
          Texts.get(
              certificate.ground() == Ground.PURGE
                  ? "retention.certificate.requestedBy"
                  : "retention.certificate.receivedBy"),
          certificate.requestedBy());
    }
    flow.row(
        Texts.get("retention.certificate.extent"),
        Texts.get(
            certificate.complete()
                ? "retention.certificate.complete"
                : "retention.certificate.partly"));
    flow.gap(3);
    flow.table(
        WIDTHS,
        List.of(Texts.get("retention.certificate.class"), Texts.get("retention.certificate.count")),
        rows(certificate.erased()));
    flow.small(Texts.get("retention.certificate.keys.explained"));
    flow.gap(3);
    flow.heading(Texts.get("retention.certificate.patients"));
    certificate.patients().forEach(flow::text);
    flow.small(
        Texts.get(
            certificate.complete()
                ? "retention.certificate.patients.explained"
                : "retention.certificate.patients.partly"));
    flow.gap(3);
    flow.heading(Texts.get("retention.certificate.proof"));
    flow.text(Texts.get("retention.certificate.event", certificate.eventId()));
    Certificate.Proven proven = certificate.proven();
    if (proven == null) {
      flow.text(Texts.get("retention.certificate.unproven"));
    } else {
      flow.text(
          Texts.get(
              "retention.certificate.range",
              Long.toString(proven.position()),
              Long.toString(proven.size()),
              DateTexts.moment(proven.signedAt())));
      flow.text(Texts.get("retention.certificate.root", proven.root()));
    }
    flow.gap(4);
    flow.small(Texts.get("retention.certificate.kept"));
    flow.small(
        Texts.get("retention.certificate.contact", city.department(), city.departmentPhone()));
  }

  private static List<List<String>> rows(Erased erased) {
    return List.of(
        row("patients", erased.patients()),
        row("articles", erased.articles()),
        row("forms", erased.forms()),
        row("files", erased.files()),
        row("drafts", erased.drafts()),
        row("keys", erased.keys()));
  }

  private static List<String> row(String what, int count) {
    return List.of(
        Texts.get("retention.certificate.class." + what),
        Texts.get("retention.certificate.number.of", count));
  }
}
