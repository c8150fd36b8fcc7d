package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

public record AuditSubjects(List<AuditSubject> subjects) implements Counted {
  @Override
  public int results() {
    return subjects.size();
  }
}
