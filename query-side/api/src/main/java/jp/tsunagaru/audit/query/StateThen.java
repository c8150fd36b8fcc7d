package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * How a patient's record stood at a moment.
 *
 * @param sharing PROVISIONAL, SHARED, STOPPED, ENDED or WITHDRAWN; blank before the registration
 * @param consentKind code of who consented; blank before the consent
 * @param retainedUntil last day of the five years of display after the end of use, else null
 * @param members after the end those of the day use ended, who display and do nothing else
 */
public record StateThen(
    Instant at,
    String sharing,
    String registrar,
    String consentKind,
    @Nullable LocalDate consentedOn,
    String textVersion,
    @Nullable LocalDate retainedUntil,
    List<Member> members)
    implements Counted {

  /**
   * @param name of the person or of the group
   * @param belonging names of those in the group then; empty for a person
   * @param accountIds who was reached
   */
  public record Member(
      String name,
      boolean group,
      List<String> belonging,
      List<String> accountIds,
      String role,
      Set<Right> rights,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean inForce) {}

  @Override
  public int results() {
    return members.size();
  }
}
