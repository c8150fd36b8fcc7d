package jp.tsunagaru.patient.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * @param version for {@code RecordExtendedInfo}; 0 before the first value
 * @param history of each field that was ever filled in, newest value first
 */
public record ExtendedInfo(long version, Map<String, List<ExtendedEntry>> history) {
  public ExtendedInfo {
    Map<String, List<ExtendedEntry>> copy = new LinkedHashMap<>();
    history.forEach((field, entries) -> copy.put(field, List.copyOf(entries)));
    history = Collections.unmodifiableMap(copy);
  }

  /** What stands in a field; nothing when it was never filled in or was emptied. */
  public List<String> valuesOf(String field) {
    List<ExtendedEntry> entries = history.getOrDefault(field, List.of());
    return entries.isEmpty() ? List.of() : entries.getFirst().values();
  }
}
