package jp.tsunagaru.support.query;

/** How far a request came. */
public enum SupportState {
  REQUESTED,
  ANSWERED,
  DECIDED,
  DECLINED,
  WITHDRAWN;

  /** Whether somebody still has to do something. */
  public boolean isOpen() {
    return this == REQUESTED || this == ANSWERED;
  }
}
