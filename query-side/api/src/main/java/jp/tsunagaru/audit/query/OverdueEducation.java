package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param recorded whether education is recorded here at all; while it is not, nobody can be told to
 *     be behind, nor not to be
 * @param facilities which would have to be asked
 */
public record OverdueEducation(boolean recorded, List<String> facilities) implements Counted {
  @Override
  public int results() {
    return facilities.size();
  }
}
