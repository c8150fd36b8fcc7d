package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A part of the access history for a file, oldest first, told from the stored events (C-12). Each
 * part is recorded with the purpose before it is handed out, so the history says how much of a file
 * was really taken.
 *
 * @param after what the part before said, null for the first
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ListAccessToTakeOut(
    AccessFilter filter, @Nullable AccessCursor after, AuditPurpose purpose) implements AuditRead {
  /** Of one file; a longer one is asked for in shorter periods. */
  public static final int MOST = 200_000;

  /** Of one part. */
  public static final int PART = 500;

  @Override
  public String scopeCode() {
    return filter.scopeCode();
  }

  @Override
  public String scopeId() {
    return filter.scopeId();
  }

  @Override
  public Instant from() {
    return filter.from();
  }

  @Override
  public Instant to() {
    return filter.to();
  }

  @Override
  public String purposeCode() {
    return purpose.name();
  }
}
