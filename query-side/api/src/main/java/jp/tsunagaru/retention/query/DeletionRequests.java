package jp.tsunagaru.retention.query;

import java.util.List;

/** Answer to {@link ListDeletionRequests}. */
public record DeletionRequests(List<DeletionRequestRow> requests) {}
