package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

/**
 * 前回から変わったこと: what others did since the end of the actor's visit before the present one, within
 * what the actor may see. A visit ends when half an hour passes without a view.
 *
 * @param since the end of that visit; null when this is the first one, and then nothing is news
 * @param posts new articles by the profession of their author
 * @param edits older articles with a new version
 * @param files new files of these articles
 * @param basicInfo whether 基本情報 changed
 * @param fields which of its fields; empty where a list says only that it changed
 */
public record PatientNews(
    @Nullable Instant since,
    Map<Profession, Integer> posts,
    int edits,
    int files,
    boolean basicInfo,
    Set<BasicField> fields) {
  public static final PatientNews NONE = new PatientNews(null, Map.of(), 0, 0, false, Set.of());

  public PatientNews {
    posts = Map.copyOf(posts);
    fields = Set.copyOf(fields);
  }

  public boolean isNothing() {
    return posts.isEmpty() && edits == 0 && files == 0 && !basicInfo;
  }
}
