package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 第16条1, PT-03: on the day of signing the family signs for who is under 18, on that ground, so that
 * the person is asked later; for nobody else on that ground.
 */
final class FamilySignsForMinors {
  private FamilySignsForMinors() {}

  static void check(@Nullable ProxyGround ground, LocalDate birth, LocalDate consentedOn) {
    boolean minor = consentedOn.isBefore(birth) || Age.isMinor(birth, consentedOn);
    if (minor && ground != ProxyGround.MINOR) {
      throw new Refused(RefusalCode.CONSENT_OF_MINOR);
    }
    if (!minor && ground == ProxyGround.MINOR) {
      throw new Refused(RefusalCode.CONSENT_OF_ADULT);
    }
  }
}
