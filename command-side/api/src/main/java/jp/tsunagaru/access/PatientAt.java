package jp.tsunagaru.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Consent and team of a patient as they stood at a moment (第15条, 第16条), from the events up to it.
 *
 * @param sharing PROVISIONAL, SHARED, STOPPED, ENDED or WITHDRAWN; blank before the registration
 * @param registrarId blank before the registration
 * @param consent the last one given, null before the first
 * @param retainedUntil last day of the five years after the end of use or a withdrawal, else null
 * @param members in the order in which they came; after the end those of the day use ended
 */
public record PatientAt(
    String sharing,
    String registrarId,
    @Nullable Consent consent,
    @Nullable LocalDate retainedUntil,
    List<Member> members) {

  /**
   * @param textVersion of the consent form
   */
  public record Consent(
      String consentId, String kind, LocalDate consentedOn, String textVersion, Instant at) {}

  /**
   * @param accountId blank for a group
   * @param groupId blank for somebody named directly
   * @param accounts who belonged to the group then; for a person the account itself
   */
  public record Member(
      String grantId,
      String accountId,
      String groupId,
      List<String> accounts,
      String role,
      Set<Right> rights,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean inForce) {}
}
