package jp.tsunagaru.patient.event;

import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.serialization.Revision;

/** A new version of the basic information; versions count from 1 at registration. */
@Revision("1")
public record BasicInfoChanged(PatientId patientId, long version, Personal<BasicInfo> basicInfo)
    implements PatientEvent {}
