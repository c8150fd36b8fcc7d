package jp.tsunagaru.audit.event;

/**
 * Why an access was allowed: the consent and the membership that carried it (第15条, 第16条).
 *
 * @param grantId the membership; empty while a patient without consent is seen by the registrar
 *     alone
 * @param groupId the group through which the membership came, or empty
 * @param right the right used
 */
public record AccessGround(String consentId, String grantId, String groupId, String right) {}
