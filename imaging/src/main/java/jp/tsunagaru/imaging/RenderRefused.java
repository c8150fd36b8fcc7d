package jp.tsunagaru.imaging;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * No picture, and why.
 *
 * @param reason why
 * @param details particulars such as {@code syntax} or {@code codec}, free of the file's content
 */
public record RenderRefused(Reason reason, Map<String, String> details) implements RenderOutcome {
  public RenderRefused {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
