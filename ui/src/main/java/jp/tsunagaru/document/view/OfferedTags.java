package jp.tsunagaru.document.view;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.document.query.TagRow;
import jp.tsunagaru.document.query.Tags;
import jp.tsunagaru.shell.view.Texts;

/** The tags to choose from: those in use; the usual ones until the city made a list. */
final class OfferedTags {
  private OfferedTags() {}

  static List<String> usual() {
    return List.of(Texts.get("document.tags.default").split(","));
  }

  static List<String> of(Tags tags) {
    List<String> own =
        tags.tags().stream().filter(tag -> !tag.retired()).map(TagRow::name).toList();
    boolean cityChose = tags.tags().stream().anyMatch(TagRow::ofCity);
    return cityChose
        ? own.stream().distinct().toList()
        : Stream.concat(usual().stream(), own.stream()).distinct().toList();
  }
}
