package jp.tsunagaru.document.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.patient.PatientId;

/** Somebody asked for 完全削除; a second person has to agree. */
public record PurgeRequested(DocumentId documentId, PatientId patientId, FacilityId facilityId)
    implements DocumentEvent {}
