package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.RightsAttestationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The administrator signs the attestation of the quarter, which is final. Refused while an account
 * in use was not answered.
 *
 * @param quarter that of today
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record SignAttestation(
    @TargetAggregateIdentifier RightsAttestationId attestationId, FiscalQuarter quarter)
    implements AttestationCommand {}
