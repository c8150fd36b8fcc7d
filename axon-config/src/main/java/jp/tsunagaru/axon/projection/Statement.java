package jp.tsunagaru.axon.projection;

import org.jspecify.annotations.Nullable;

/**
 * What a projector wrote.
 *
 * @param sequence the aggregate of the event: only its own statements keep their order
 */
record Statement(Object sequence, String sql, @Nullable Object[] parameters) {}
