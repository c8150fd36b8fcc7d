package jp.tsunagaru.incident.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The persons concerned were told (個人情報保護法第26条2).
 *
 * @param persons how many, 1 to 1,000,000
 * @param how in which way, 1 to 400 characters
 */
@AllowedFor(Role.CITY_OPERATOR)
public record RecordNotification(
    @TargetAggregateIdentifier IncidentId incidentId, LocalDate notifiedOn, int persons, String how)
    implements IncidentCommand {
  public RecordNotification {
    Check.that(persons >= 1 && persons <= 1_000_000, RefusalCode.FIELD_INVALID, "persons");
    how = Check.required("how", how, 400);
  }
}
