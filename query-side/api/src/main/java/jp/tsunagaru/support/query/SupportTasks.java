package jp.tsunagaru.support.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

public record SupportTasks(List<SupportTask> tasks) implements Counted {
  @Override
  public int results() {
    return tasks.size();
  }
}
