package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 緊急閲覧 (TM-10, C-24): reading for a while without being in the team. Refused alike whether nobody
 * fits, several do, or the patient's record is not shared.
 *
 * @param explanation for the city and the team, 1 to 400 characters
 */
@AllowedFor(Role.CARE_USER)
public record OpenBreakGlass(
    @TargetAggregateIdentifier BreakGlassId breakGlassId,
    SoughtPatient sought,
    EmergencyReason reason,
    String explanation)
    implements AccessCommand {
  public OpenBreakGlass {
    sought = sought.checked();
    explanation = Check.required("explanation", explanation, 400);
  }
}
