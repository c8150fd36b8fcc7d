package jp.tsunagaru.terms;

import jp.tsunagaru.account.TermsAgreement;

/**
 * The versions in force; texts come from the city's configuration, else from the packaged defaults.
 */
public interface TermsInForce {
  TermsText terms();

  TermsText policy();

  /** 様式第2 as it is explained today. */
  TermsText consentForm();

  default TermsAgreement agreement() {
    return new TermsAgreement(
        terms().version(), terms().sha256(), policy().version(), policy().sha256());
  }
}
