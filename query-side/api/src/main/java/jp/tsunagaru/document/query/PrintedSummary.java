package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;

/**
 * @param others what the other records of the same person say
 * @param forms of each record the newest confirmed one of each kind that is not over
 * @param entries of all records, newest first
 * @param more whether there are older ones
 */
public record PrintedSummary(
    PatientDetails patient,
    List<Other> others,
    Team team,
    List<FormRow> forms,
    List<TimelineEntry> entries,
    boolean more)
    implements ShownOfPatients {
  public PrintedSummary {
    others = List.copyOf(others);
  }

  /** 基本情報 of another record. */
  public record Other(LinkedRecord record, BasicInfo basicInfo) {}

  @Override
  public Map<DocumentId, Long> shown() {
    return TimelineEntry.contents(entries);
  }

  @Override
  public Map<DocumentId, Long> shownOf(PatientId patientId) {
    return TimelineEntry.contents(TimelineEntry.of(entries, patientId));
  }
}
