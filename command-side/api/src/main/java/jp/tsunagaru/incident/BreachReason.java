package jp.tsunagaru.incident;

/** What makes a leak reportable to the 個人情報保護委員会 (個人情報保護法第26条・第68条). */
public enum BreachReason {
  /** 要配慮個人情報, to which every medical record belongs: one person is enough. */
  SENSITIVE,
  PROPERTY,
  WRONGFUL_PURPOSE,
  /** More persons than the rules of the organisation allow. */
  MANY
}
