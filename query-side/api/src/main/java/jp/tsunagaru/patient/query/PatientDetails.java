package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * @param version of the basic information, for {@code CorrectBasicInfo}
 * @param rights what the actor may do here, for buttons only: every command is decided again
 * @param sameName whether another patient in the actor's list has the same or a similar name
 */
public record PatientDetails(
    PatientId patientId,
    BasicInfo basicInfo,
    long version,
    SharingState sharing,
    @Nullable ConsentSummary consent,
    Set<Right> rights,
    Instant registeredAt,
    boolean sameName) {}
