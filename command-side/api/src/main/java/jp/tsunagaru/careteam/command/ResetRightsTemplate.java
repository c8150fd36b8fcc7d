package jp.tsunagaru.careteam.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.japanese.Profession;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Proposes for a profession again what is built in. Refuses {@code CONFLICT} when somebody else was
 * faster.
 *
 * @param basedOn the version that was seen
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ResetRightsTemplate(
    @TargetAggregateIdentifier RightsTemplatesId templatesId, Profession profession, int basedOn)
    implements CareTeamCommand {}
