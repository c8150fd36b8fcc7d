package jp.tsunagaru.audit.write;

import java.util.Collection;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** C-09: nobody signs while a question waits for its answer or an answer for its finding. */
final class EveryQuestionSettled {
  private EveryQuestionSettled() {}

  static void check(Collection<LogReview.Stage> stages) {
    if (stages.stream().anyMatch(LogReview.Stage::open)) {
      throw new Refused(RefusalCode.LOG_REVIEW_OPEN_QUESTION);
    }
  }
}
