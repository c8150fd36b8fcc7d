package jp.tsunagaru.careteam.command;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decides what is proposed when somebody of a profession joins a team (TM-03, C-07). Nobody's
 * present rights change. Refuses {@code CONFLICT} when somebody else was faster.
 *
 * @param basedOn the version that was seen, 0 for what is built in
 * @param rights reading is among them: whoever is in charge may read
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ChangeRightsTemplate(
    @TargetAggregateIdentifier RightsTemplatesId templatesId,
    Profession profession,
    int basedOn,
    Set<Right> rights)
    implements CareTeamCommand {
  public ChangeRightsTemplate {
    rights = Set.copyOf(rights);
    Check.that(rights.contains(Right.VIEW), RefusalCode.FIELD_INVALID, "rights");
  }
}
