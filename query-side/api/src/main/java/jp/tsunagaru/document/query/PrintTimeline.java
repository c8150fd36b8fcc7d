package jp.tsunagaru.document.query;

import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.patient.PatientId;

/** 文書印刷 (DC-09) of what a filter shows, newest 記載日 first, at most {@link #MOST} articles. */
public record PrintTimeline(PatientId patientId, TimelineFilter filter, PrintReason reason)
    implements Prints {
  public static final int MOST = 200;
}
