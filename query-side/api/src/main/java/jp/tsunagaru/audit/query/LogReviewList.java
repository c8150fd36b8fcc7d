package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param rows the newest period first
 */
public record LogReviewList(List<LogReviewRow> rows) implements Counted {
  @Override
  public int results() {
    return rows.size();
  }
}
