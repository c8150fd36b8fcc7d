package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** 短期記憶 問題なし does not go with 認知症 Ⅲ or worse (domain §2.4). */
final class MemoryAgainstDementia implements FormRule {
  private static final Set<String> THREE_AND_WORSE = Set.of("5", "6", "7", "8");

  @Override
  public Set<String> fields() {
    return Set.of("memory", "dementia");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return FormRule.findingIf(
        values.has("memory", "1") && THREE_AND_WORSE.contains(values.text("dementia")),
        FindingCode.MEMORY_AGAINST_DEMENTIA,
        "memory");
  }
}
