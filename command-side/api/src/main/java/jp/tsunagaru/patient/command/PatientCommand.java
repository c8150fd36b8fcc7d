package jp.tsunagaru.patient.command;

/** Table of contents of the commands of this feature. */
public sealed interface PatientCommand
    permits RegisterPatient,
        CorrectBasicInfo,
        RecordExtendedInfo,
        MergePatients,
        UnmergePatients,
        PurgeProvisional,
        DefineExtendedSchema,
        CancelExtendedSchema,
        SaveSearch,
        RemoveSearch {}
