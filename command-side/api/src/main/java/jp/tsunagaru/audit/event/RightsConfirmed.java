package jp.tsunagaru.audit.event;

import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.facility.FacilityId;

/**
 * @param held what the accounts were allowed at that moment
 */
public record RightsConfirmed(
    RightsAttestationId attestationId,
    FacilityId facilityId,
    FiscalQuarter quarter,
    AttestationVerdict verdict,
    List<HeldRights> held,
    AccountId confirmedBy)
    implements AttestationEvent {}
