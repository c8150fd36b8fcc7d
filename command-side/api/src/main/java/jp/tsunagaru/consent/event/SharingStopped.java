package jp.tsunagaru.consent.event;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;

/** 共有停止. */
public record SharingStopped(ConsentId consentId, PatientId patientId, String channelCode)
    implements ConsentEvent {}
