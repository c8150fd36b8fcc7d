package jp.tsunagaru.form;

import java.util.List;
import java.util.Set;

/** 最終診察日 lies before 記入日 and not more than six months back (domain §2.4). */
final class LastExamination implements FormRule {
  @Override
  public Set<String> fields() {
    return Set.of("lastExaminedOn", "writtenOn");
  }

  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return values.date("lastExaminedOn").stream()
        .flatMap(examined ->
            values.date("writtenOn").stream()
                .flatMap(written ->
                    examined.isAfter(written)
                        ? FormRule.findingIf(
                            true, FindingCode.EXAMINED_AFTER_WRITING, "lastExaminedOn")
                            .stream()
                        : FormRule.findingIf(
                            examined.isBefore(written.minusMonths(6)),
                            FindingCode.EXAMINED_LONG_AGO,
                            "lastExaminedOn")
                            .stream()))
        .toList();
  }
}
