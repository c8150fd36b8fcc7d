package jp.tsunagaru.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ⅱ1: 1–180 minutes a day, 1–7 times a week, both or none (別紙様式16). */
final class RehabilitationTimes implements FormRule {
  private static final String MINUTES = "rehabMinutes";
  private static final String TIMES = "rehabTimes";

  @Override
  public Set<String> fields() {
    return Set.of(MINUTES, TIMES);
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    List<FormFinding> findings = new ArrayList<>();
    if (values.isEmpty(MINUTES) != values.isEmpty(TIMES)) {
      findings.add(
          new FormFinding(
              FindingCode.REHABILITATION_HALF, values.isEmpty(MINUTES) ? MINUTES : TIMES));
    }
    if (!within(values, MINUTES, 180)) {
      findings.add(new FormFinding(FindingCode.REHABILITATION_MINUTES, MINUTES));
    }
    if (!within(values, TIMES, 7)) {
      findings.add(new FormFinding(FindingCode.REHABILITATION_TIMES, TIMES));
    }
    return findings;
  }

  private static boolean within(FormValues values, String field, int most) {
    return values
        .number(field)
        .filter(number ->
            number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0)
        .isEmpty();
  }
}
