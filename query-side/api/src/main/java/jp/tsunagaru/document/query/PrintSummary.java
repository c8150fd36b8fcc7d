package jp.tsunagaru.document.query;

import java.util.List;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * One patient on a few sheets (DC-09): basic information, consent, team, forms in force and the
 * last articles, of all this what the actor may see. One print, one record of it for each record of
 * the person.
 *
 * @param articles how many of the newest articles, at most {@link PrintTimeline#MOST}
 * @param alongside other records of the same person, as in {@link GetTimeline}
 */
public record PrintSummary(
    PatientId patientId, int articles, PrintReason reason, List<PatientId> alongside)
    implements Prints {
  public PrintSummary {
    Check.that(
        articles >= 0 && articles <= PrintTimeline.MOST, RefusalCode.FIELD_INVALID, "articles");
    alongside = List.copyOf(alongside);
  }

  /** Of this record alone. */
  public PrintSummary(PatientId patientId, int articles, PrintReason reason) {
    this(patientId, articles, reason, List.of());
  }
}
