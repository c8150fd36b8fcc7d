package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.facility.FacilityId;

/**
 * @param needed accounts that were confirmed
 * @param toCorrect accounts with a correction, done by then or not
 */
public record AttestationSigned(
    RightsAttestationId attestationId,
    FacilityId facilityId,
    FiscalQuarter quarter,
    int needed,
    int toCorrect,
    AccountId signedBy)
    implements AttestationEvent {}
