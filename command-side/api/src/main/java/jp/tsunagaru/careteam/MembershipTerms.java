package jp.tsunagaru.careteam;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What a membership allows and how long (TM-01, TM-03); both days are included, open where null.
 */
public record MembershipTerms(
    TeamRole role, Set<Right> rights, @Nullable LocalDate from, @Nullable LocalDate to) {
  public MembershipTerms {
    rights = Set.copyOf(rights);
  }

  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public MembershipTerms checked() {
    Check.that(rights.contains(Right.VIEW), RefusalCode.FIELD_INVALID, "rights");
    Check.that(from == null || to == null || !to.isBefore(from), RefusalCode.FIELD_INVALID, "to");
    return this;
  }
}
