package jp.tsunagaru.form.write;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.form.FormContext;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormFinding;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** Errors block 確定, and 確定 only; rules across documents merely warn (FM-04). */
final class NoErrors {
  private NoErrors() {}

  static void check(FormDefinition definition, FormValues values) {
    List<FormFinding> errors =
        definition.findings(values, FormContext.ALONE).stream()
            .filter(FormFinding::isError)
            .toList();
    if (!errors.isEmpty()) {
      throw new Refused(
          RefusalCode.FORM_INCOMPLETE,
          Map.of("field", errors.getFirst().field(), "errors", Integer.toString(errors.size())));
    }
  }
}
