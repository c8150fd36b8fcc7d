package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

public record FacilityQuestions(List<FacilityQuestion> questions) implements Counted {
  @Override
  public int results() {
    return questions.size();
  }
}
