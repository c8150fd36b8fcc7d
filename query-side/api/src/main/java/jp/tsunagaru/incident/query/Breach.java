package jp.tsunagaru.incident.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.CommissionReport;
import org.jspecify.annotations.Nullable;

/**
 * The city's judgement about the 個人情報保護委員会 (IN-07).
 *
 * @param preliminaryFrom null when nothing has to be reported, like the other days
 * @param latest the last report that went out, null before the first
 */
public record Breach(
    Instant awareAt,
    Set<BreachReason> reasons,
    boolean encrypted,
    int persons,
    boolean reportable,
    @Nullable LocalDate preliminaryFrom,
    @Nullable LocalDate preliminaryTo,
    @Nullable LocalDate finalTo,
    @Nullable CommissionReport latest) {}
