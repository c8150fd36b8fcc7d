package jp.tsunagaru.retention.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.retention.LegalHoldId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 保全 (DL-10): nothing of the patient is destroyed until it is lifted or its last day is over. The
 * city sees nothing of the record by it.
 *
 * @param until last day
 */
@AllowedFor(Role.CITY_OPERATOR)
public record PlaceLegalHold(
    @TargetAggregateIdentifier LegalHoldId holdId,
    PatientId patientId,
    String reason,
    LocalDate until)
    implements RetentionCommand {
  public PlaceLegalHold {
    reason = Check.required("holdReason", reason, 400);
  }
}
