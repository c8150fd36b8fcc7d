package jp.tsunagaru.incident.event;

/** Table of contents. */
public sealed interface IncidentEvent
    permits IncidentReported,
        IncidentReceived,
        InstructionGiven,
        IncidentReportedToCity,
        MeasureTaken,
        CouncilReported,
        CouncilReportOmitted,
        PreventionDecided,
        StudyRequested,
        StudyAnswered,
        EstimateOffered,
        EstimateDecided,
        BreachAssessed,
        CommissionReported,
        PersonsNotified,
        IncidentClosed {}
