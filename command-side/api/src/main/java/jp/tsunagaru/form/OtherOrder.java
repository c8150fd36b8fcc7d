package jp.tsunagaru.form;

/**
 * Another confirmed order of the same patient.
 *
 * @param addressee the station it goes to
 * @param allowsSecondSpecial whether 気管カニューレ or 真皮を越える褥瘡 stands in it, with which 特別指示 may be given
 *     twice a month
 */
public record OtherOrder(
    FormKind kind, Validity validity, String addressee, boolean allowsSecondSpecial) {

  /** What rules about another form need to know of a confirmed order. */
  public static java.util.Optional<OtherOrder> of(FormDefinition definition, FormValues values) {
    return definition
        .validity(values)
        .map(validity ->
            new OtherOrder(
                definition.kind(),
                validity,
                values.text("addressee"),
                values.has("equipment", "10")
                    || !values.isEmpty("ulcerDesign")
                    || !values.isEmpty("ulcerNpuap")));
  }
}
