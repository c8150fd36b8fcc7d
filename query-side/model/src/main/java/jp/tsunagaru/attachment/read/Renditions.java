package jp.tsunagaru.attachment.read;

import java.util.List;
import jp.tsunagaru.attachment.Rendition;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pictures of a file as they lie in its row. */
final class Renditions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Rendition>> LIST = new TypeReference<>() {};

  private Renditions() {}

  static String written(List<Rendition> renditions) {
    return JSON.writerFor(LIST).writeValueAsString(renditions);
  }

  static List<Rendition> read(String json) {
    return JSON.readValue(json, LIST);
  }
}
