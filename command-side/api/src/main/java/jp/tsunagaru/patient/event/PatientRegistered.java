package jp.tsunagaru.patient.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.serialization.Revision;

/** 仮登録: visible to the registrar alone until a consent is recorded (PT-01). */
@Revision("1")
public record PatientRegistered(
    PatientId patientId,
    AccountId registrarId,
    FacilityId facilityId,
    Personal<BasicInfo> basicInfo)
    implements PatientEvent {}
