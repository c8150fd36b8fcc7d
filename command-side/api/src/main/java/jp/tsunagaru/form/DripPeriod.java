package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** 点滴注射指示期間: seven days at most, the first one included (診療報酬). */
final class DripPeriod implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("dripPeriod");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return Periods.check(
        values, "dripPeriod", from -> from.plusDays(6), FindingCode.PERIOD_OVER_ONE_WEEK);
  }
}
