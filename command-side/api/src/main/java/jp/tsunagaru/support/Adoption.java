package jp.tsunagaru.support;

/** 採否 of what was answered, by the requester on his own responsibility (第18条1). */
public enum Adoption {
  ADOPTED,
  PARTLY,
  NOT_ADOPTED
}
