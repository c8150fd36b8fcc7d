package jp.tsunagaru.document.view;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.japanese.MeasuredNumber;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * バイタル to write: all of it optional, full-width digits read, a value that is unusual asked about
 * and one that nobody measures refused beside its field. A pressure may be typed as 128/76.
 */
final class VitalsForm extends Div {
  private static final Duration STEP = Duration.ofMinutes(10);

  private final Clock clock;
  private final DateTimePicker measuredAt = new DateTimePicker(Texts.get("vital.measuredAt"));
  private final Map<VitalSign, TextField> fields = new EnumMap<>(VitalSign.class);

  VitalsForm(Clock clock, Runnable changed) {
    this.clock = clock;
    measuredAt.setLocale(Locale.JAPAN);
    measuredAt.setDatePickerI18n(JapaneseDatePicker.i18n());
    measuredAt.setStep(STEP);
    measuredAt.setDateAriaLabel(Texts.get("vital.measuredAt.date"));
    measuredAt.setTimeAriaLabel(Texts.get("vital.measuredAt.time"));
    measuredAt.setValue(now());
    measuredAt.addValueChangeListener(event -> {
      measuredAt.setInvalid(false);
      if (event.isFromClient()) {
        changed.run();
      }
    });
    Div values = new Div();
    for (VitalSign sign : VitalSign.values()) {
      TextField field = new TextField(Texts.of("vital.field", sign));
      field.setMaxLength(12);
      field.setAutoselect(true);
      field
          .getElement()
          .executeJs("this.inputElement && (this.inputElement.inputMode = 'decimal')");
      field.addValueChangeListener(event -> {
        if (event.isFromClient()) {
          typed(sign, event.getValue());
          changed.run();
        }
      });
      fields.put(sign, field);
      values.add(field);
    }
    values.addClassName("vital-fields");
    addClassName("vitals-form");
    add(measuredAt, values);
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), DateTexts.TOKYO)
        .truncatedTo(ChronoUnit.MINUTES);
  }

  private void typed(VitalSign sign, String text) {
    String[] pressures = text.split("[/／]", -1);
    if (sign == VitalSign.SYSTOLIC && pressures.length == 2 && !pressures[1].isBlank()) {
      field(VitalSign.SYSTOLIC).setValue(pressures[0].strip());
      field(VitalSign.DIASTOLIC).setValue(pressures[1].strip());
      judge(VitalSign.DIASTOLIC);
    }
    judge(sign);
    if (sign == VitalSign.SYSTOLIC || sign == VitalSign.DIASTOLIC) {
      judge(VitalSign.DIASTOLIC);
    }
  }

  /** Whether it can be sent; says beside the field what is odd or wrong. */
  private boolean judge(VitalSign sign) {
    TextField field = field(sign);
    field.setInvalid(false);
    field.setHelperText(null);
    if (field.getValue().isBlank()) {
      return true;
    }
    Optional<BigDecimal> number = MeasuredNumber.parse(field.getValue());
    if (number.isEmpty()) {
      return wrong(field, Texts.get("vital.noNumber"));
    }
    BigDecimal value = number.get();
    field.setValue(value.toPlainString());
    if (!sign.isPossible(value)) {
      return wrong(
          field,
          Texts.get(
              sign.decimals() == 0 ? "vital.impossible" : "vital.impossible.tenths",
              sign.lowest().toPlainString(),
              sign.highest().toPlainString()));
    }
    if (sign == VitalSign.DIASTOLIC
        && value(VitalSign.SYSTOLIC).filter(high -> high.compareTo(value) <= 0).isPresent()) {
      return wrong(field, Texts.get("vital.pressure.order"));
    }
    if (!sign.isUsual(value)) {
      field.setHelperText(Texts.get("vital.unusual"));
    }
    return true;
  }

  private static boolean wrong(TextField field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
    return false;
  }

  boolean check() {
    boolean complete = true;
    for (VitalSign sign : VitalSign.values()) {
      if (!judge(sign)) {
        if (complete) {
          field(sign).focus();
        }
        complete = false;
      }
    }
    if (values().isEmpty()) {
      return complete;
    }
    LocalDateTime at = measuredAt.getValue();
    if (at == null || at.isAfter(now().plusMinutes(1))) {
      measuredAt.setErrorMessage(
          Texts.get(at == null ? "vital.measuredAt.missing" : "vital.measuredAt.future"));
      measuredAt.setInvalid(true);
      complete = false;
    }
    return complete;
  }

  @Nullable VitalSigns value() {
    LocalDateTime at = measuredAt.getValue();
    Map<VitalSign, BigDecimal> values = values();
    return at == null || values.isEmpty()
        ? null
        : new VitalSigns(at.atZone(DateTexts.TOKYO).toInstant(), values);
  }

  private Map<VitalSign, BigDecimal> values() {
    Map<VitalSign, BigDecimal> values = new EnumMap<>(VitalSign.class);
    for (VitalSign sign : VitalSign.values()) {
      value(sign).ifPresent(value -> values.put(sign, value));
    }
    return values;
  }

  private Optional<BigDecimal> value(VitalSign sign) {
    return MeasuredNumber.parse(field(sign).getValue());
  }

  private TextField field(VitalSign sign) {
    return Objects.requireNonNull(fields.get(sign));
  }

  void fill(String at, Map<VitalSign, String> typed) {
    try {
      measuredAt.setValue(at.isEmpty() ? now() : LocalDateTime.parse(at));
    } catch (DateTimeParseException unreadable) {
      measuredAt.setValue(now());
    }
    fields.forEach((sign, field) -> {
      field.setValue(typed.getOrDefault(sign, ""));
      judge(sign);
    });
  }

  void fill(VitalSigns vitals) {
    Map<VitalSign, String> typed = new EnumMap<>(VitalSign.class);
    vitals.values().forEach((sign, value) -> typed.put(sign, value.toPlainString()));
    fill(LocalDateTime.ofInstant(vitals.measuredAt(), DateTexts.TOKYO).toString(), typed);
  }

  String at() {
    LocalDateTime at = measuredAt.getValue();
    return at == null ? "" : at.toString();
  }

  Map<VitalSign, String> typed() {
    Map<VitalSign, String> typed = new EnumMap<>(VitalSign.class);
    fields.forEach((sign, field) -> {
      if (!field.getValue().isBlank()) {
        typed.put(sign, field.getValue());
      }
    });
    return typed;
  }

  void focusFirst() {
    field(List.of(VitalSign.values()).getFirst()).focus();
  }
}
