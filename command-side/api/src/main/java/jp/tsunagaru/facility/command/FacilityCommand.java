package jp.tsunagaru.facility.command;

/** Table of contents of the commands of this feature. */
public sealed interface FacilityCommand
    permits ApplyForFacility,
        ReviseApplication,
        ReturnApplication,
        RejectApplication,
        ReceivePaperForm,
        ApproveApplication,
        RegisterCity,
        AppointAdministrator,
        ChangeFacility,
        TakeBackFacilityChange,
        ConfirmFacilityChange,
        DeclineFacilityChange,
        RequestAbolition,
        TakeBackAbolitionRequest,
        AbolishFacility {}
