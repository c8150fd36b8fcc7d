package jp.tsunagaru.access.write;

import jp.tsunagaru.audit.event.AccessGround;

/** What {@link AccessDecisions} decided, and why (TM-07). */
sealed interface Decision {
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /** Allowed on this ground, which the record of the access names. */
  record Allowed(AccessGround ground) implements Decision {}

  record Denied(Denial reason) implements Decision {}
}
