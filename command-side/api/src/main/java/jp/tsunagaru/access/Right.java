package jp.tsunagaru.access;

/** What a membership of a care team allows (TM-03, 第15条). */
public enum Right {
  VIEW,
  WRITE,
  EDIT,
  MANAGE_TEAM,
  EDIT_BASIC,
  FORMS,
  DELETE
}
