package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An order issued after the first day of its period is treated as invalid (domain §2.4). */
final class IssuedBeforeStart implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("issuedOn", "period", "dripPeriod");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    boolean late =
        values
            .date("issuedOn")
            .filter(issued ->
                Stream.of("period", "dripPeriod")
                    .flatMap(period -> values.from(period).stream())
                    .anyMatch(issued::isAfter))
            .isPresent();
    return FormRule.findingIf(late, FindingCode.ISSUED_AFTER_START, "issuedOn");
  }
}
