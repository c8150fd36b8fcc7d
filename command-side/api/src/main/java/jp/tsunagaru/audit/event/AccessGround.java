package jp.tsunagaru.audit.event;

import java.util.Objects;

/**
 * Why an access was allowed: the consent and the membership that carried it (第15条, 第16条).
 *
 * @param grantId the membership; empty while a patient without consent is seen by the registrar
 *     alone, and in an emergency
 * @param groupId the group through which the membership came, or empty
 * @param right the right used
 * @param breakGlassId the opening in an emergency that carried it, or empty (TM-10)
 */
public record AccessGround(
    String consentId, String grantId, String groupId, String right, String breakGlassId) {
  public AccessGround {
    // Events from before there were openings do not have it.
    breakGlassId = Objects.requireNonNullElse(breakGlassId, "");
  }

  public AccessGround(String consentId, String grantId, String groupId, String right) {
    this(consentId, grantId, groupId, right, "");
  }
}
