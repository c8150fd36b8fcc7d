package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Who saw the record of a person, told to that person: one line for each day and each somebody.
 * Refusals are left out, because nothing was seen; so are lists of many patients.
 *
 * @param named whether the city lets the people of the facilities be named
 * @param visits oldest first, at most {@link #MOST}
 */
public record OwnAccess(boolean named, List<Visit> visits, boolean more) {
  public static final int MOST = 3000;
  public static final int LONGEST_YEARS = 5;

  public enum Deed {
    SAW,
    EMERGENCY,
    WROTE,
    PRINTED,
    TOOK_OUT,
    /** The access history of the person was looked at by the office that watches over it. */
    INSPECTED
  }

  /**
   * @param profession its code, or blank
   * @param name blank unless the city lets it be told
   * @param number tells people of one facility and profession apart who are not named; 0 where
   *     there is only one
   */
  public record Visit(
      LocalDate day,
      Instant first,
      Instant last,
      String facility,
      String profession,
      String name,
      int number,
      Set<Deed> deeds) {}

  static void checkPeriod(LocalDate from, LocalDate to) {
    Check.that(!to.isBefore(from), RefusalCode.FIELD_INVALID, "to");
    Check.that(
        from.plusYears(LONGEST_YEARS).isAfter(to.minusDays(1)), RefusalCode.FIELD_INVALID, "from");
  }
}
