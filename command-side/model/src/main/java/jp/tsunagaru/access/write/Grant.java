package jp.tsunagaru.access.write;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An un-ended membership that reaches the actor, directly or through a group; rights by name. */
record Grant(
    String grantId,
    String groupId,
    Set<String> rights,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  /** Both days are included (TM-01). */
  boolean validOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
