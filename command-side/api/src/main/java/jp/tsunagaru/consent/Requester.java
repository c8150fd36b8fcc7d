package jp.tsunagaru.consent;

import jp.tsunagaru.refusal.Check;

/**
 * Who asked in the patient's right (第16条2).
 *
 * @param relationship 続柄; blank when the patient asked
 */
public record Requester(String name, String relationship) {
  /** This value as a command may carry it; stored values are not checked again. */
  public Requester checked() {
    return new Requester(
        Check.required("requester", name, 80), Check.text("relationship", relationship, 20));
  }
}
