package jp.tsunagaru.document.view;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Arrays;

/** How far back a graph goes, as it stands in the address. */
enum VitalsRange {
  WEEK,
  MONTH,
  QUARTER;

  private static final String NAME = "range";

  /** The first day of it; today is the last. */
  LocalDate from(LocalDate today) {
    return switch (this) {
      case WEEK -> today.minusDays(6);
      case MONTH -> today.minusMonths(1);
      case QUARTER -> today.minusMonths(3);
    };
  }

  static VitalsRange read(QueryParameters address) {
    String text = address.getSingleParameter(NAME).orElse("");
    return Arrays.stream(values())
        .filter(range -> range.name().equals(text))
        .findFirst()
        .orElse(MONTH);
  }

  QueryParameters write() {
    return QueryParameters.of(NAME, name());
  }
}
