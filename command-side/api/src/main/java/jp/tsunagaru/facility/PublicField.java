package jp.tsunagaru.facility;

/** Fields of a facility that it may show or withhold on the public portal (第22条3). */
public enum PublicField {
  NAME,
  ADDRESS,
  PHONE,
  FAX,
  EMAIL
}
