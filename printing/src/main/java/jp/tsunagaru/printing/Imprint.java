package jp.tsunagaru.printing;

import java.time.Instant;
import java.util.Optional;

/**
 * What every page says about itself at its foot.
 *
 * @param title of the document, for the window of the reader
 * @param at when it was printed; also the creation date of the file
 * @param printedBy a name, or empty for a form that anybody may fetch
 * @param facility of the person who printed
 * @param reference whether the content is clinical and therefore reference information (第20条, PT-14)
 * @param note an additional line
 */
public record Imprint(
    String title,
    Instant at,
    String printedBy,
    String facility,
    boolean reference,
    Optional<String> note) {

  /** Clinical content, printed by somebody of a facility. */
  public static Imprint ofRecord(String title, Instant at, String printedBy, String facility) {
    return new Imprint(title, at, printedBy, facility, true, Optional.empty());
  }

  /** A blank or prefilled form that nobody has to answer for having printed. */
  public static Imprint ofForm(String title, Instant at) {
    return new Imprint(title, at, "", "", false, Optional.empty());
  }

  public Imprint withNote(String sentence) {
    return new Imprint(title, at, printedBy, facility, reference, Optional.of(sentence));
  }
}
