package jp.tsunagaru.form;

import java.time.LocalDate;
import java.util.Optional;

/** A period with both its days included. */
public record Validity(LocalDate from, LocalDate to) {

  /** An order without an end counts for one month from its first day. */
  static Optional<Validity> of(FormValues values, String period) {
    return values
        .from(period)
        .map(from -> new Validity(from, values.to(period).orElse(from.plusMonths(1).minusDays(1))));
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
