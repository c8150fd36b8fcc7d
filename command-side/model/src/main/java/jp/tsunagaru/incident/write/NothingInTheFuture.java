package jp.tsunagaru.incident.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** IN-01: nothing is reported before it happened, and nothing is found before it occurred. */
final class NothingInTheFuture {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private NothingInTheFuture() {}

  static void check(Instant found, @Nullable Instant occurred, Instant now) {
    if (found.isAfter(now)) {
      throw Refused.field(RefusalCode.FUTURE_DATE, "foundAt");
    }
    if (occurred != null && occurred.isAfter(found)) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "occurredAt");
    }
  }

  static void check(LocalDate day, Instant now) {
    if (day.isAfter(LocalDate.ofInstant(now, JAPAN))) {
      throw new Refused(RefusalCode.FUTURE_DATE);
    }
  }
}
