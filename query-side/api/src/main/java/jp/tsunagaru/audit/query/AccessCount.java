package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.Counted;

/** {@link ListAccessToTakeOut#MOST} + 1 means more than a file may hold. */
public record AccessCount(int accesses) implements Counted {
  public boolean tooMany() {
    return accesses > ListAccessToTakeOut.MOST;
  }

  @Override
  public int results() {
    return accesses;
  }
}
