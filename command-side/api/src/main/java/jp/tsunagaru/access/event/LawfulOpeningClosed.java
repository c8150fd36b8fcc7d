package jp.tsunagaru.access.event;

import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.patient.PatientId;

/** Ended before its time, or never opened. */
public record LawfulOpeningClosed(LawfulOpeningId openingId, PatientId patientId)
    implements LawfulOpeningEvent {}
