package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Consent and membership that carried an access, as they were recorded then. */
public record Ground(
    String consentId,
    @Nullable LocalDate consentedOn,
    String grantId,
    String grantedBy,
    @Nullable Instant grantedAt,
    String group,
    String right) {}
