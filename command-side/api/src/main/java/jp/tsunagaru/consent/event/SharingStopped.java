package jp.tsunagaru.consent.event;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 共有停止.
 *
 * @param channelCode name of a {@link jp.tsunagaru.consent.RequestChannel}; of before, any word
 * @param requester not known of before
 */
@Revision("1")
public record SharingStopped(
    ConsentId consentId,
    PatientId patientId,
    String channelCode,
    @Nullable Personal<Requester> requester)
    implements ConsentEvent {}
