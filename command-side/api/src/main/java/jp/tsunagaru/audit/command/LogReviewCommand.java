package jp.tsunagaru.audit.command;

/** Table of contents. */
public sealed interface LogReviewCommand
    permits BeginLogReview,
        QuestionAccess,
        QuestionFacility,
        AnswerReviewQuestion,
        WithdrawReviewQuestion,
        RecordReviewFinding,
        SignLogReview {}
