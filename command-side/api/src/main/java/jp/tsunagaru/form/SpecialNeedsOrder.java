package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** 特別訪問看護指示書 stands on a 訪問看護指示書 in force for the same station (診療報酬). */
final class SpecialNeedsOrder implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("period", "addressee", "orderType");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    String addressee = values.text("addressee");
    return values.from("period").stream()
        .filter(from -> values.has("orderType", "1"))
        .filter(from ->
            context.others().stream()
                .noneMatch(other ->
                    other.kind() == FormKind.VISIT_NURSING_ORDER
                        && other.validity().covers(from)
                        && (addressee.isEmpty() || addressee.equals(other.addressee()))))
        .map(from -> new FormFinding(FindingCode.NO_ORDER_IN_FORCE, "period"))
        .toList();
  }
}
