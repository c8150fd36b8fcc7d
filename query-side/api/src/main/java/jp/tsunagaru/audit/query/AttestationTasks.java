package jp.tsunagaru.audit.query;

import org.jspecify.annotations.Nullable;

/**
 * @param own that of the own facility; null for who does not answer for one
 * @param overdue facilities that are late; 0 for whoever is not of the city
 */
public record AttestationTasks(@Nullable AttestationRow own, int overdue) {}
