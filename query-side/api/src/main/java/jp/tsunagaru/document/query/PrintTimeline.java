package jp.tsunagaru.document.query;

import java.util.List;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.patient.PatientId;

/**
 * 文書印刷 (DC-09) of what a filter shows, newest 記載日 first, at most {@link #MOST} articles.
 *
 * @param alongside other records of the same person, as in {@link GetTimeline}
 */
public record PrintTimeline(
    PatientId patientId, TimelineFilter filter, PrintReason reason, List<PatientId> alongside)
    implements Prints {
  public static final int MOST = 200;

  public PrintTimeline {
    alongside = List.copyOf(alongside);
  }

  /** Of this record alone. */
  public PrintTimeline(PatientId patientId, TimelineFilter filter, PrintReason reason) {
    this(patientId, filter, reason, List.of());
  }
}
