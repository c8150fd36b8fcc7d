package jp.tsunagaru.consent.event;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 共有再開.
 *
 * @param channel not known of before
 * @param requester not known of before
 */
@Revision("1")
public record SharingResumed(
    ConsentId consentId,
    PatientId patientId,
    @Nullable RequestChannel channel,
    @Nullable Personal<Requester> requester)
    implements ConsentEvent {}
