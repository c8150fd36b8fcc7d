package jp.tsunagaru.form.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of a new form comes from (FM-06).
 *
 * @param unchangedSince for a copied free text, the day on which a form first said it so
 * @param isOld whether that is longer ago than the city allows without a mark (FM-03)
 */
public record Provenance(Source source, @Nullable LocalDate unchangedSince, boolean isOld) {
  public enum Source {
    BASIC_INFO,
    OWN_REGISTRATION,
    PREVIOUS_FORM
  }
}
