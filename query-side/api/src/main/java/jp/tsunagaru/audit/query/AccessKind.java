package jp.tsunagaru.audit.query;

/** What sort of access or change it was (カテゴリ of the checklist, C-12). */
public enum AccessKind {
  VIEW,
  CREATE,
  CHANGE,
  DELETE,
  PRINT,
  TAKE_OUT,
  SEARCH,
  SIGN_IN,
  AUDIT,
  /** Asked for and refused. */
  DENIED;

  /** Whether something was written: the domain events tell it, not the access history. */
  public boolean change() {
    return this == CREATE || this == CHANGE || this == DELETE;
  }
}
