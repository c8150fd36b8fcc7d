package jp.tsunagaru.access.query;

/**
 * @param minutes how long one opening lasts
 */
public record BreakGlassState(boolean enabled, int minutes) {}
