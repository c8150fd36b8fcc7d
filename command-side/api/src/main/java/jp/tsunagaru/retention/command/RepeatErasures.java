package jp.tsunagaru.retention.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.retention.DisposalId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * After a restore: every 完全削除 that came after the backup is carried out again. Their keys are gone
 * already, so nothing readable is destroyed (DL-09). Refuses {@code NOT_FOUND} when there is none.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record RepeatErasures(@TargetAggregateIdentifier DisposalId disposalId)
    implements RetentionCommand {}
