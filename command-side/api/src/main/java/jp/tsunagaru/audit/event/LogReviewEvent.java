package jp.tsunagaru.audit.event;

/** Table of contents of what happens to reviews of the access history (C-09). */
public sealed interface LogReviewEvent
    permits LogReviewBegun,
        AccessQuestioned,
        FacilityQuestioned,
        ReviewQuestionAnswered,
        ReviewQuestionWithdrawn,
        ReviewFindingRecorded,
        LogReviewSigned {}
