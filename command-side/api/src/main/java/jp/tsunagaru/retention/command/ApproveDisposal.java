package jp.tsunagaru.retention.command;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.retention.DisposalId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 廃棄 (DL-06): everything of these patients, whose five years are over, is destroyed for good, all
 * or none. Refuses {@code NOT_DISPOSABLE} and {@code DELETION_HELD}.
 *
 * @param patients at most 200 at once
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ApproveDisposal(
    @TargetAggregateIdentifier DisposalId disposalId, Set<PatientId> patients)
    implements RetentionCommand {
  public static final int MOST = 200;

  public ApproveDisposal {
    patients = Set.copyOf(patients);
    Check.that(patients.size() <= MOST, RefusalCode.FIELD_INVALID, "patients");
  }
}
