package jp.tsunagaru.facility;

import java.util.EnumSet;
import java.util.Set;

/** 登録した内容 (第9条): what 様式第1 says of a facility. */
public record RegisteredContent(FacilityProfile profile, FacilityPeople people) {
  /** In the order of the form. */
  public Set<FacilityField> differencesFrom(RegisteredContent other) {
    Set<FacilityField> different = EnumSet.noneOf(FacilityField.class);
    for (FacilityField field : FacilityField.values()) {
      if (!value(field).equals(other.value(field))) {
        different.add(field);
      }
    }
    return different;
  }

  /** This content with those fields of another that need nobody's confirmation. */
  public RegisteredContent withFreeFieldsOf(RegisteredContent other) {
    return new RegisteredContent(
        new FacilityProfile(
            profile.name(),
            profile.postalCode(),
            profile.address(),
            profile.affiliation(),
            profile.providerNumber(),
            profile.otherAffiliation(),
            other.profile.phone(),
            other.profile.fax(),
            other.profile.email(),
            other.profile.published()),
        new FacilityPeople(people.representative(), other.people.administrator()));
  }

  /** PF-08: who represents the facility as well stands there once. */
  public RegisteredContent withAdministrator(String name) {
    return new RegisteredContent(
        profile,
        new FacilityPeople(
            people.representative(), name.equals(people.representative()) ? "" : name));
  }

  private Object value(FacilityField field) {
    return switch (field) {
      case NAME -> profile.name();
      case REPRESENTATIVE -> people.representative();
      case ADDRESS -> profile.postalCode() + " " + profile.address();
      case AFFILIATION -> profile.affiliation() + " " + profile.otherAffiliation();
      case PROVIDER_NUMBER -> profile.providerNumber();
      case ADMINISTRATOR -> people.administrator();
      case PHONE -> profile.phone();
      case FAX -> profile.fax();
      case EMAIL -> profile.email();
      case PUBLISHED -> profile.published();
    };
  }
}
