package jp.tsunagaru.document.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.event.FormApproved;

/** 記載日 of a confirmed form: the date on its sheet, else the day of its confirmation. */
final class FormDay {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private FormDay() {}

  static LocalDate of(FormApproved event, Instant at) {
    return event
        .form()
        .read()
        .flatMap(
            form -> form.values().date(FormDefinitions.official().of(event.formVersion()).dated()))
        .orElseGet(() -> LocalDate.ofInstant(at, TOKYO));
  }
}
