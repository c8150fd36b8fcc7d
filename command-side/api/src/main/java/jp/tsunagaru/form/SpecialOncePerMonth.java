package jp.tsunagaru.form;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * 特別指示 once in a calendar month; twice with 気管カニューレ or 真皮を越える褥瘡, as the order in force says (診療報酬).
 */
final class SpecialOncePerMonth implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("period");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return values.from("period").stream()
        .flatMap(from -> {
          long before =
              context.others().stream()
                  .filter(other -> other.kind() == FormKind.SPECIAL_NURSING_ORDER)
                  .filter(
                      other -> YearMonth.from(other.validity().from()).equals(YearMonth.from(from)))
                  .count();
          boolean twiceAllowed =
              context.others().stream()
                  .anyMatch(other ->
                      other.kind() == FormKind.VISIT_NURSING_ORDER
                          && other.validity().covers(from)
                          && other.allowsSecondSpecial());
          if (before >= 2) {
            return List.of(new FormFinding(FindingCode.SPECIAL_THIRD_THIS_MONTH, "period"))
                .stream();
          }
          return FormRule.findingIf(
              before == 1 && !twiceAllowed, FindingCode.SPECIAL_AGAIN_THIS_MONTH, "period")
              .stream();
        })
        .toList();
  }
}
