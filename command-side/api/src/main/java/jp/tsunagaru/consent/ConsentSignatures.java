package jp.tsunagaru.consent;

import jp.tsunagaru.refusal.Check;

/**
 * The signatures of 様式第2.
 *
 * @param explainer who explained the sheet
 * @param signer who signed: the patient, or the proxy
 * @param relationship 続柄 of the proxy; blank when the patient signed
 */
public record ConsentSignatures(String explainer, String signer, String relationship) {
  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public ConsentSignatures checked() {
    return new ConsentSignatures(
        Check.required("explainer", explainer, 80),
        Check.required("signer", signer, 80),
        Check.text("relationship", relationship, 20));
  }
}
