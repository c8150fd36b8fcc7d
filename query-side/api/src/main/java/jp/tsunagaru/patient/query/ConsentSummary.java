package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import jp.tsunagaru.consent.ConsentKind;

/** 同意 as recorded, for 「同意取得済」 (PT-02). */
public record ConsentSummary(
    ConsentKind kind,
    LocalDate consentedOn,
    String textVersion,
    String explainer,
    String explainerFacility,
    String signer,
    String relationship) {}
