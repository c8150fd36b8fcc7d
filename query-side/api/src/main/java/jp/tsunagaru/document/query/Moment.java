package jp.tsunagaru.document.query;

import java.time.Instant;

/**
 * A moment to look at a record from (domain M1).
 *
 * @param at everything up to and including it
 */
public record Moment(Instant at, Basis basis) {

  /**
   * RECORDED: what had been registered by then. OCCURRED: what is known today about the time up to
   * that day.
   */
  public enum Basis {
    RECORDED,
    OCCURRED
  }
}
