package jp.tsunagaru.incident.write;

import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.ReportStage;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 施行規則第8条2: 速報 says what is known so far, 確報 all nine items. */
final class FinalReportComplete {
  private FinalReportComplete() {}

  static void check(ReportStage stage, CommissionReport report) {
    if (stage == ReportStage.FINAL && report.items().stream().anyMatch(String::isEmpty)) {
      throw Refused.field(RefusalCode.FIELD_REQUIRED, "nineItems");
    }
  }
}
