package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** 特別看護指示期間: fourteen days at most, the first one included (診療報酬). */
final class SpecialPeriod implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("period");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return Periods.check(
        values, "period", from -> from.plusDays(13), FindingCode.PERIOD_OVER_TWO_WEEKS);
  }
}
