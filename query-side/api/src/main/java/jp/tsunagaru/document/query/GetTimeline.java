package jp.tsunagaru.document.query;

import java.util.List;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * 登録記事一覧 (DC-01): newest 記載日 first, 20 entries a page by position, so that a page costs the same
 * however many documents there are. Every entry handed out is recorded as seen.
 *
 * @param before where the former page ended; null for the first
 * @param alongside other records of the same person, whose entries stand among these (PT-09)
 */
public record GetTimeline(
    PatientId patientId,
    TimelineFilter filter,
    @Nullable TimelinePosition before,
    List<PatientId> alongside)
    implements PatientScoped {
  public static final int PAGE = 20;

  /** So many articles are looked through for words before somebody is asked whether to go on. */
  public static final int SEARCHED = 2000;

  public GetTimeline {
    alongside = List.copyOf(alongside);
  }

  /** Of this record alone. */
  public GetTimeline(
      PatientId patientId, TimelineFilter filter, @Nullable TimelinePosition before) {
    this(patientId, filter, before, List.of());
  }

  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
