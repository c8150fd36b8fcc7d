package jp.tsunagaru.patient.event;

import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;

/** A new version of the basic information; versions count from 1 at registration. */
public record BasicInfoChanged(PatientId patientId, long version, Personal<BasicInfo> basicInfo)
    implements PatientEvent {}
