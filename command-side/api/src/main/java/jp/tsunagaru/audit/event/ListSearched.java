package jp.tsunagaru.audit.event;

import java.util.Set;

/**
 * A list was searched (LS-06).
 *
 * @param kinds which fields were searched, such as {@code NAME,AGE}
 * @param termHash keyed hash of the normalised term; never the term
 */
public record ListSearched(String action, Set<String> kinds, String termHash, int results)
    implements AccessEvent {}
