package jp.tsunagaru.patient;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of 拡張情報 by code of their field; an empty list takes a value away. */
public record ExtendedValues(Map<String, List<String>> values) {
  public ExtendedValues {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((field, each) -> copy.put(field, List.copyOf(each)));
    values = Collections.unmodifiableMap(copy);
  }
}
