package jp.tsunagaru.audit.query;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the history, which stays where it is whatever comes after it. Of what happened at the
 * same moment accesses come before changes.
 *
 * @param change whether it is a place among the changes
 * @param position in the stream of the event store, of accesses or of changes
 */
public record AccessCursor(Instant at, boolean change, long position) implements Serializable {
  private static final Pattern TEXT = Pattern.compile("([^~]+)~(c?)([0-9]{1,18})");

  /** As it stands in an address. */
  public String text() {
    return at + "~" + (change ? "c" : "") + position;
  }

  public static Optional<AccessCursor> of(String text) {
    Matcher parts = TEXT.matcher(text);
    try {
      return parts.matches()
          ? Optional.of(
              new AccessCursor(
                  Instant.parse(parts.group(1)),
                  !parts.group(2).isEmpty(),
                  Long.parseLong(parts.group(3))))
          : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
