package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** A rule of domain §2.4 about one form. */
interface FormRule {
  /** The fields that a definition must have to name this rule. */
  default Set<String> fields() {
    return Set.of();
  }

  List<FormFinding> check(FormDefinition form, FormValues values, FormContext context);

  static List<FormFinding> findingIf(boolean broken, FindingCode code, String field) {
    return broken ? List.of(new FormFinding(code, field)) : List.of();
  }
}
