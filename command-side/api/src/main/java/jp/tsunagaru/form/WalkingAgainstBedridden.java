package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** 屋外歩行 自立 does not go with 寝たきり度 C (domain §2.4). */
final class WalkingAgainstBedridden implements FormRule {
  private static final Set<String> C = Set.of("8", "9");

  @Override
  public Set<String> fields() {
    return Set.of("walking", "bedridden");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return FormRule.findingIf(
        values.has("walking", "1") && C.contains(values.text("bedridden")),
        FindingCode.WALKING_AGAINST_BEDRIDDEN,
        "walking");
  }
}
