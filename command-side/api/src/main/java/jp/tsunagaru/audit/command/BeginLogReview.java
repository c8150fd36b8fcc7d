package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The auditor takes up the review of a period (C-09). Refused when another review covers some of
 * its days, or before its first day.
 */
@AllowedFor(Role.CITY_AUDITOR)
public record BeginLogReview(@TargetAggregateIdentifier LogReviewId reviewId)
    implements LogReviewCommand {}
