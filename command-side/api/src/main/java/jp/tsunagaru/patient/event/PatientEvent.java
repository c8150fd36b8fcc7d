package jp.tsunagaru.patient.event;

/** Table of contents of the events of this feature. */
public sealed interface PatientEvent
    permits PatientRegistered,
        BasicInfoChanged,
        ExtendedInfoRecorded,
        PatientsMerged,
        PatientsUnmerged,
        ProvisionalPurged,
        ExtendedSchemaDefined,
        ExtendedSchemaCancelled,
        PatientErased {}
