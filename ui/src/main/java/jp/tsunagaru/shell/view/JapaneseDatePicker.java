package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.tsunagaru.japanese.Wareki;
import org.jspecify.annotations.Nullable;

/** A date field in Japanese that shows the era under the western date. */
public class JapaneseDatePicker extends DatePicker {
  public JapaneseDatePicker(String label) {
    super(label);
    setI18n(i18n());
    setLocale(Locale.JAPAN);
    addValueChangeListener(change -> showEra(change.getValue()));
  }

  private void showEra(@Nullable LocalDate value) {
    setHelperText(value == null ? "" : Wareki.format(value));
  }

  public static DatePickerI18n i18n() {
    return new DatePickerI18n()
        .setMonthNames(List.of(Texts.get("calendar.months").split(",")))
        .setWeekdays(List.of(Texts.get("calendar.weekdays").split(",")))
        .setWeekdaysShort(List.of(Texts.get("calendar.weekdaysShort").split(",")))
        .setToday(Texts.get("calendar.today"))
        .setCancel(Texts.get("action.cancel"))
        .setBadInputErrorMessage(Texts.get("calendar.badInput"))
        .setRequiredErrorMessage(Texts.get("calendar.required"))
        .setMinErrorMessage(Texts.get("calendar.tooEarly"))
        .setMaxErrorMessage(Texts.get("calendar.tooLate"))
        .setFirstDayOfWeek(0)
        .setDateFormats("yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd", "MM/dd");
  }
}
