package jp.tsunagaru.audit.view;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.shell.view.DateTexts;

/** Whole days in Japan, both included. */
record AuditPeriod(LocalDate from, LocalDate to) implements Serializable {
  static AuditPeriod lastDays(LocalDate today, int days) {
    return new AuditPeriod(today.minusDays(days - 1L), today);
  }

  Instant start() {
    return from.atStartOfDay(DateTexts.TOKYO).toInstant();
  }

  Instant end() {
    return to.plusDays(1).atStartOfDay(DateTexts.TOKYO).toInstant();
  }
}
