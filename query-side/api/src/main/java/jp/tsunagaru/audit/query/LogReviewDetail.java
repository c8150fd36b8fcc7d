package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param conclusion blank until it is signed
 */
public record LogReviewDetail(LogReviewRow row, String conclusion, List<ReviewQuestion> questions)
    implements Counted {
  @Override
  public int results() {
    return questions.size();
  }
}
