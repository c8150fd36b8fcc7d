package jp.tsunagaru.access.write;

/** One rule; it holds, or the access is denied for its reason. */
interface AccessRule<F> {
  boolean holds(F facts);

  Denial otherwise();
}
