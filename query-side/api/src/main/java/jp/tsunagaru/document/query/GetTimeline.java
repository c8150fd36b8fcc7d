package jp.tsunagaru.document.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * 登録記事一覧 (DC-01): newest 記載日 first, 20 entries a page by position, so that a page costs the same
 * however many documents there are. Every entry handed out is recorded as seen.
 *
 * @param before where the former page ended; null for the first
 */
public record GetTimeline(
    PatientId patientId, TimelineFilter filter, @Nullable TimelinePosition before)
    implements PatientScoped {
  public static final int PAGE = 20;

  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
