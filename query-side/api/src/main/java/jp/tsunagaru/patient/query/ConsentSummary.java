package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import jp.tsunagaru.consent.ConsentKind;
import org.jspecify.annotations.Nullable;

/**
 * 同意 as recorded, for 「同意取得済」 (PT-02).
 *
 * @param confirmedOn when the patient agreed in person to what a proxy had signed (PT-03)
 * @param ofAge whether a proxy signed for a minor who is one no more and was not asked yet
 */
public record ConsentSummary(
    ConsentKind kind,
    LocalDate consentedOn,
    String textVersion,
    String explainer,
    String explainerFacility,
    String signer,
    String relationship,
    @Nullable LocalDate confirmedOn,
    boolean ofAge) {}
