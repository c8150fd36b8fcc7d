package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.japanese.Age;

/**
 * 第2号被保険者 (legally 40 to 64 on 記入日) needs one of the 特定疾病 among the diagnoses. The names to look
 * for stand in the definition.
 */
final class SpecificDisease implements FormRule {
  private static final List<String> DIAGNOSES = List.of("diagnosis1", "diagnosis2", "diagnosis3");

  @Override
  public Set<String> fields() {
    return Set.of("diagnosis1", "diagnosis2", "diagnosis3", "birthDate", "writtenOn");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    boolean second =
        values.date("birthDate").stream()
            .flatMap(birth ->
                values.date("writtenOn").stream()
                    .filter(written -> !written.isBefore(birth))
                    .map(written -> Age.legal(birth, written)))
            .anyMatch(age -> age >= 40 && age < 65);
    boolean named =
        DIAGNOSES.stream()
            .map(values::text)
            .flatMap(text -> form.list("specificDiseases").stream().filter(text::contains))
            .findAny()
            .isPresent();
    return FormRule.findingIf(second && !named, FindingCode.NO_SPECIFIC_DISEASE, "diagnosis1");
  }
}
