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
  public ConsentSignatures {
    explainer = Check.required("explainer", explainer, 80);
    signer = Check.required("signer", signer, 80);
    relationship = Check.text("relationship", relationship, 20);
  }
}
