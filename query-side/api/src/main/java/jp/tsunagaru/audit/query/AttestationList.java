package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param rows the city's own office first
 */
public record AttestationList(List<AttestationRow> rows) implements Counted {
  @Override
  public int results() {
    return rows.size();
  }
}
