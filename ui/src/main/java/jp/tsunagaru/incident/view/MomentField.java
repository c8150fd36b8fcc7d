package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.Texts;

/** Day and time in Japan. */
final class MomentField extends DateTimePicker {
  private static final Duration STEP = Duration.ofMinutes(30);

  MomentField(String label) {
    super(label);
    setLocale(Locale.JAPAN);
    setDatePickerI18n(JapaneseDatePicker.i18n());
    setStep(STEP);
    setDateAriaLabel(Texts.get("incident.moment.date", label));
    setTimeAriaLabel(Texts.get("incident.moment.time", label));
    setWidthFull();
  }

  /** To the minute: what is finer nobody remembers. */
  MomentField at(Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, DateTexts.TOKYO);
    setValue(local.withSecond(0).withNano(0));
    return this;
  }

  Optional<Instant> moment() {
    return Optional.ofNullable(getValue()).map(value -> value.atZone(DateTexts.TOKYO).toInstant());
  }
}
