package jp.tsunagaru.access;

import java.time.Instant;

/** A query about a patient at a moment of the past; its trace says which (domain M1). */
public interface LooksBack {
  /** Everything up to and including it. */
  Instant lookedAt();

  /** By registration time or by 記載日. */
  String basisCode();
}
