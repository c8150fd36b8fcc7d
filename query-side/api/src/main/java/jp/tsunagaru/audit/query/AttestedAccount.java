package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.HeldRights;
import org.jspecify.annotations.Nullable;

/**
 * An account in use with what it may do, for the administrator who answers for it (C-07).
 *
 * @param unused issued more than 90 days ago and not signed in since
 * @param before what it was allowed when it was last answered in a former quarter; null when never
 * @param added not there yet when the facility signed last
 * @param verdict that of this quarter; null while unanswered
 * @param uncorrected a 要是正, of this quarter or a former one, that nobody has carried out yet
 */
public record AttestedAccount(
    HeldRights held,
    PersonName name,
    @Nullable Instant lastSignIn,
    boolean unused,
    @Nullable HeldRights before,
    boolean added,
    @Nullable AttestationVerdict verdict,
    String answeredBy,
    @Nullable Instant answeredAt,
    boolean uncorrected) {

  /** Whether something asks for a closer look than a confirmation together with others. */
  public boolean striking() {
    return before == null || unused || uncorrected || !before.covers(held);
  }
}
