package jp.tsunagaru.facility;

/** What a facility registered by 様式第1, in the order of the form (第9条). */
public enum FacilityField {
  NAME(true),
  REPRESENTATIVE(true),
  /** Postal code and address. */
  ADDRESS(true),
  /** 所属団体, with what stands beside その他. */
  AFFILIATION(true),
  PROVIDER_NUMBER(true),
  ADMINISTRATOR(false),
  PHONE(false),
  FAX(false),
  EMAIL(false),
  PUBLISHED(false);

  private final boolean confirmedByCity;

  FacilityField(boolean confirmedByCity) {
    this.confirmedByCity = confirmedByCity;
  }

  /**
   * Whether a change takes effect only when the city confirms it, because the facility's right to
   * take part hangs on it (第7条, PF-11). All others take effect at once.
   */
  public boolean confirmedByCity() {
    return confirmedByCity;
  }
}
