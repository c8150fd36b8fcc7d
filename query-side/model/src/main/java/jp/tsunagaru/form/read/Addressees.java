package jp.tsunagaru.form.read;

import java.util.List;
import jp.tsunagaru.form.FormValues;

/** FM-09: an order to two stations names on each one's sheet the other one. */
final class Addressees {
  private static final String ADDRESSEE = "addressee";
  private static final String OTHER = "otherStationName";

  private Addressees() {}

  /** The contents of the sheets, one for each station; as written when there is one station. */
  static List<FormValues> each(FormValues values) {
    return values.isEmpty(ADDRESSEE) || values.isEmpty(OTHER)
        ? List.of(values)
        : List.of(
            values, values.with(ADDRESSEE, values.text(OTHER)).with(OTHER, values.text(ADDRESSEE)));
  }
}
