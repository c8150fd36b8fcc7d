package jp.tsunagaru.facility.event;

/** Table of contents of the events of this feature. */
public sealed interface FacilityEvent
    permits FacilityApplied,
        ApplicationRevised,
        ApplicationReturned,
        ApplicationRejected,
        PaperFormReceived,
        ApplicationApproved,
        FacilityRegistered,
        AdministratorAppointed,
        FacilityChanged,
        FacilityChangeRequested,
        FacilityChangeTakenBack,
        FacilityChangeDeclined,
        AbolitionRequested,
        AbolitionRequestTakenBack,
        FacilityAbolished {}
