package jp.tsunagaru.access.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

public record Openings(List<Opening> openings) implements Counted {
  @Override
  public int results() {
    return openings.size();
  }
}
