package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** One rule; it holds, or the access is denied for its reason. */
interface AccessRule<F> {
  Rule rule();

  boolean holds(F facts);

  Denial otherwise();
}
