package jp.tsunagaru.incident.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param done null while it is open
 * @param overdue open and too late, or done too late
 */
public record LegState(Leg leg, Instant due, @Nullable Instant done, boolean overdue) {}
