package jp.tsunagaru.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands in a form: for each filled field its values, of which most fields have one. */
public record FormValues(@JsonValue Map<String, List<String>> values) {
  public static final FormValues NONE = new FormValues(Map.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FormValues {
    Map<String, List<String>> copy = new TreeMap<>();
    values.forEach((field, each) -> copy.put(field, List.copyOf(each)));
    values = java.util.Collections.unmodifiableMap(copy);
  }

  public boolean isEmpty(String field) {
    return list(field).isEmpty();
  }

  public List<String> list(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** The only or first value; blank when there is none. */
  public String text(String field) {
    return list(field).stream().findFirst().orElse("");
  }

  public boolean has(String field, String choice) {
    return list(field).contains(choice);
  }

  public boolean ticked(String field) {
    return has(field, FormField.TICKED);
  }

  public Optional<LocalDate> date(String field) {
    return day(text(field));
  }

  public Optional<BigDecimal> number(String field) {
    return Optional.of(text(field)).filter(text -> !text.isEmpty()).map(BigDecimal::new);
  }

  public Optional<LocalDate> from(String period) {
    return day(text(period));
  }

  public Optional<LocalDate> to(String period) {
    return list(period).stream().skip(1).findFirst().flatMap(FormValues::day);
  }

  /** A copy in which the field says this. */
  public FormValues with(String field, String... each) {
    return with(field, List.of(each));
  }

  public FormValues with(String field, List<String> each) {
    Map<String, List<String>> changed = new HashMap<>(values);
    if (each.isEmpty()) {
      changed.remove(field);
    } else {
      changed.put(field, each);
    }
    return new FormValues(changed);
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  /** Clinical content is never printed into a log. */
  @Override
  public String toString() {
    return "FormValues[" + values.size() + "]";
  }
}
