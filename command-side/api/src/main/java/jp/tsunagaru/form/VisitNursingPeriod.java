package jp.tsunagaru.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 訪問看護指示期間: six months at most; without an end it counts for one month (診療報酬). */
final class VisitNursingPeriod implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("period", "orderType");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    List<FormFinding> findings =
        new ArrayList<>(
            Periods.check(
                values,
                "period",
                from -> from.plusMonths(6).minusDays(1),
                FindingCode.PERIOD_OVER_SIX_MONTHS));
    if (values.has("orderType", "1") && values.to("period").isEmpty()) {
      findings.add(new FormFinding(FindingCode.PERIOD_ONE_MONTH, "period"));
    }
    return findings;
  }
}
