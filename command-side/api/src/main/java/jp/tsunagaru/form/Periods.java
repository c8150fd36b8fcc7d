package jp.tsunagaru.form;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What all rules about periods have in common. Both days are included: two weeks are start + 13.
 */
final class Periods {
  private Periods() {}

  /**
   * @param latest the last day that a period from this day may have
   */
  static List<FormFinding> check(
      FormValues values, String period, UnaryOperator<LocalDate> latest, FindingCode tooLong) {
    LocalDate from = values.from(period).orElse(null);
    LocalDate to = values.to(period).orElse(null);
    if (to == null) {
      return List.of();
    }
    if (from == null) {
      return List.of(new FormFinding(FindingCode.PERIOD_WITHOUT_START, period));
    }
    if (to.isBefore(from)) {
      return List.of(new FormFinding(FindingCode.PERIOD_BACKWARDS, period));
    }
    return FormRule.findingIf(to.isAfter(latest.apply(from)), tooLong, period);
  }
}
