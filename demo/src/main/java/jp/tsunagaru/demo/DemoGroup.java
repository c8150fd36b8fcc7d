package jp.tsunagaru.demo;

import java.util.List;
import jp.tsunagaru.careteam.GroupId;

/** A 担当者グループ by the keys of its people. */
record DemoGroup(String key, String owner, String name, List<String> members) {
  static List<DemoGroup> all() {
    return Table.rows("groups.txt", 4).stream()
        .map(row -> new DemoGroup(row[0], row[1], row[2], Table.words(row[3])))
        .toList();
  }

  GroupId groupId() {
    return new GroupId(FixedIds.of("grp", key));
  }
}
