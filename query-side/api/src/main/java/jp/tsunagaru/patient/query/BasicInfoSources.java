package jp.tsunagaru.patient.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.patient.BasicInfo;

/**
 * @param versions by field, the version in which it got the value that it has now
 */
public record BasicInfoSources(BasicInfo basicInfo, Map<BasicField, BasicInfoVersion> versions) {
  public BasicInfoSources {
    versions = Map.copyOf(versions);
  }

  /**
   * @param newestFirst every version, at least one
   */
  public static BasicInfoSources of(List<BasicInfoVersion> newestFirst) {
    Map<BasicField, BasicInfoVersion> versions = new EnumMap<>(BasicField.class);
    for (int i = 0; i + 1 < newestFirst.size(); i++) {
      BasicInfoVersion version = newestFirst.get(i);
      BasicField.differences(newestFirst.get(i + 1).basicInfo(), version.basicInfo())
          .forEach(field -> versions.putIfAbsent(field, version));
    }
    for (BasicField field : BasicField.values()) {
      versions.putIfAbsent(field, newestFirst.getLast());
    }
    return new BasicInfoSources(newestFirst.getFirst().basicInfo(), versions);
  }
}
