package jp.tsunagaru.incident.command;

/** Table of contents. */
public sealed interface IncidentCommand
    permits ReportIncident,
        ReceiveIncident,
        InstructReporter,
        ReportIncidentToCity,
        RecordMeasure,
        ReportToCouncil,
        OmitCouncilReport,
        DecidePrevention,
        RequestStudy,
        CooperateInStudy,
        OfferEstimate,
        DecideEstimate,
        AssessBreach,
        RecordCommissionReport,
        RecordNotification,
        CloseIncident {}
