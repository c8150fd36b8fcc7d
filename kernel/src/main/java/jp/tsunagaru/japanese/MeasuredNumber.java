package jp.tsunagaru.japanese;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A measured number as people type it: ３６．５ and 36。5 are 36.5. No sign, no thousands, no unit. */
public final class MeasuredNumber {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}(?:\\.\\d{1,3})?");

  private MeasuredNumber() {}

  public static Optional<BigDecimal> parse(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\p{Z}]", "")
            .replace('。', '.');
    return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }
}
