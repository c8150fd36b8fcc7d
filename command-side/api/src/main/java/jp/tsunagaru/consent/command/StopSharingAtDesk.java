package jp.tsunagaru.consent.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The same, asked for at the desk of the city, which 様式第2 §3 names as one to turn to (PT-10). The
 * city sees nothing of the record by it. Refuses {@code SHARING_STATE} where nothing is shared.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record StopSharingAtDesk(
    @TargetAggregateIdentifier ConsentId consentId, PatientId patientId, Requester requester)
    implements ConsentCommand {
  public StopSharingAtDesk {
    requester = requester.checked();
  }
}
