package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** Three days a week of injections are expected; a shorter period cannot hold them (診療報酬). */
final class DripDays implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("dripPeriod");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return values.from("dripPeriod").stream()
        .flatMap(from ->
            values.to("dripPeriod").stream()
                .filter(to -> !to.isBefore(from) && to.isBefore(from.plusDays(2))))
        .map(to -> new FormFinding(FindingCode.FEWER_THAN_THREE_DAYS, "dripPeriod"))
        .toList();
  }
}
