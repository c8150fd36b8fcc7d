package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.patient.query.SharingState;
import org.jspecify.annotations.Nullable;

/**
 * The consent as it stood at a moment (第16条).
 *
 * @param since when it came to this state
 * @param kind who had signed
 * @param ground why a proxy had; null for the patient's own signature
 * @param textVersion of the form that had been signed
 * @param confirmedOn when the patient agreed in person to what a proxy had signed
 * @param endReason why use had ended, or null
 * @param endedOn the day of that, or null
 */
public record PastConsent(
    SharingState state,
    Instant since,
    ConsentKind kind,
    @Nullable ProxyGround ground,
    LocalDate consentedOn,
    String textVersion,
    @Nullable LocalDate confirmedOn,
    @Nullable EndReason endReason,
    @Nullable LocalDate endedOn) {}
