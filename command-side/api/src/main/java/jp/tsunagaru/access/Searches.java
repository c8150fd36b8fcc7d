package jp.tsunagaru.access;

import java.util.Set;

/**
 * A query that searches people; recorded with the kinds of its terms and a keyed hash, never the
 * terms (LS-06).
 */
public interface Searches {
  /** Codes of the fields used, such as {@code NAME, AGE}. */
  Set<String> searchedKinds();

  /** All terms in one text; blank when nothing was searched for. */
  String searchTerm();
}
