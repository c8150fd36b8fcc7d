package jp.tsunagaru.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * ユーザーID as typed at sign-in: 4 to 32 of {@code a-z 0-9 . _ -}, starting with a letter; never used
 * twice (AC-01).
 */
public record LoginId(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9._-]{3,31}");

  public LoginId {
    value = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(value).matches()) {
      throw new Refused(RefusalCode.LOGIN_ID_SHAPE);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
