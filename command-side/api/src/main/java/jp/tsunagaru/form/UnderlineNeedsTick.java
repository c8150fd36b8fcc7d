package jp.tsunagaru.form;

import java.util.List;

/** 「特に必要性の高いものには下線」: only what is ticked can be underlined (主治医意見書 4(5)). */
final class UnderlineNeedsTick implements FormRule {
  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return form.fields().stream()
        .filter(field -> {
          String whole = field.subsetOf();
          return whole != null && !values.list(whole).containsAll(values.list(field.code()));
        })
        .map(field -> new FormFinding(FindingCode.UNDERLINE_WITHOUT_TICK, field.code()))
        .toList();
  }
}
