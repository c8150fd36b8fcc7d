package jp.tsunagaru.form;

import java.util.List;

/** 「用いていない」 and 「特記すべき項目なし」 stand alone (domain §2.4). */
final class ExclusiveChoice implements FormRule {
  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return form.fields().stream()
        .filter(field -> values.list(field.code()).size() > 1)
        .filter(field ->
            field.choices().stream()
                .anyMatch(choice -> choice.exclusive() && values.has(field.code(), choice.code())))
        .map(field -> new FormFinding(FindingCode.EXCLUSIVE, field.code()))
        .toList();
  }
}
