package jp.tsunagaru.retention.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.retention.LegalHoldId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** 保全の解除 (DL-10). */
@AllowedFor(Role.CITY_OPERATOR)
public record LiftLegalHold(@TargetAggregateIdentifier LegalHoldId holdId)
    implements RetentionCommand {}
