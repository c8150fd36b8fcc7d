package jp.tsunagaru.form;

import java.util.List;

/** A sub-field says something only when the choice that opens it is ticked (domain §2.4). */
final class OnlyWhenTicked implements FormRule {
  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return form.fields().stream()
        .filter(field -> !values.isEmpty(field.code()) && !form.isOpen(field, values))
        .map(field -> new FormFinding(FindingCode.NOT_TICKED, field.code()))
        .toList();
  }
}
