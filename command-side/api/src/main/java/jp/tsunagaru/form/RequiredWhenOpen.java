package jp.tsunagaru.form;

import java.util.List;

/**
 * What the sheet needs to mean anything: also the other side of 「有 ⇔ 1項目以上」, 「その他 ⇔ 記入」 and 「経管栄養:
 * 経鼻か胃瘻」 (domain §2.4).
 */
final class RequiredWhenOpen implements FormRule {
  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return form.fields().stream()
        .filter(FormField::required)
        .filter(field -> values.isEmpty(field.code()) && form.isOpen(field, values))
        .map(field -> new FormFinding(FindingCode.REQUIRED, field.code()))
        .toList();
  }
}
