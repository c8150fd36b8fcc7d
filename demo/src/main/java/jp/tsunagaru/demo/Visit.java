package jp.tsunagaru.demo;

import java.time.LocalTime;
import java.util.List;

/**
 * A stay between sign-in and sign-out.
 *
 * @param start on the day of the visit
 * @param mistyped whether the first try at the password goes wrong
 * @param forgotten whether the session ends by itself
 */
record Visit(
    int day,
    LocalTime start,
    DemoUser user,
    boolean mistyped,
    boolean forgotten,
    List<Timed> steps) {
  /** A step so many minutes after the sign-in. */
  record Timed(int minute, Step step) {}
}
