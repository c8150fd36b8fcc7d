package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * @param version of the basic information, for {@code CorrectBasicInfo}
 * @param closing null while use goes on
 * @param rights what the actor may do here, for buttons only: every command is decided again
 * @param linked records of the same person that the actor may see too
 * @param sameName whether another patient in the actor's list has the same or a similar name
 */
public record PatientDetails(
    PatientId patientId,
    BasicInfo basicInfo,
    long version,
    SharingState sharing,
    @Nullable ConsentSummary consent,
    @Nullable Closing closing,
    Set<Right> rights,
    Instant registeredAt,
    boolean sameName,
    List<LinkedRecord> linked) {
  public PatientDetails {
    linked = List.copyOf(linked);
  }
}
