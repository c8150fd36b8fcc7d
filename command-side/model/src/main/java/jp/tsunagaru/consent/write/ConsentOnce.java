package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** 第16条1但書, PT-02: where one user has the consent, no second one is asked for. */
final class ConsentOnce {
  private ConsentOnce() {}

  static void check(@Nullable LocalDate consentedOn) {
    if (consentedOn != null) {
      throw new Refused(RefusalCode.CONSENT_ALREADY_GIVEN, Map.of("date", consentedOn.toString()));
    }
  }
}
