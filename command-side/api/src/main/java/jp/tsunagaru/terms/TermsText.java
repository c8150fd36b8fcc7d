package jp.tsunagaru.terms;

import java.time.LocalDate;

/** One version of one of the two documents everybody agrees to. */
public record TermsText(
    Kind kind, String version, LocalDate effectiveFrom, String text, String sha256) {
  public enum Kind {
    TERMS,
    POLICY,
    CONSENT_FORM
  }
}
