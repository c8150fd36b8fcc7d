package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Consent and membership that carried an access, as they were recorded then.
 *
 * @param breakGlassId the opening in an emergency that carried it instead, or blank (TM-10)
 */
public record Ground(
    String consentId,
    @Nullable LocalDate consentedOn,
    String grantId,
    String grantedBy,
    @Nullable Instant grantedAt,
    String group,
    String right,
    String breakGlassId) {}
