package jp.tsunagaru.document.query;

import java.time.Instant;
import jp.tsunagaru.access.LooksBack;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * 登録記事一覧 as it stood at a moment (domain M1), newest 記載日 first, {@link GetTimeline#PAGE} a page.
 * Articles that the asker may not see today are not there; of those deleted or destroyed since,
 * only that they stood there.
 *
 * @param before where the former page ended; null for the first
 */
public record GetTimelineAsOf(PatientId patientId, Moment moment, @Nullable TimelinePosition before)
    implements PatientScoped, LooksBack {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public Instant lookedAt() {
    return moment.at();
  }

  @Override
  public String basisCode() {
    return moment.basis().name();
  }
}
