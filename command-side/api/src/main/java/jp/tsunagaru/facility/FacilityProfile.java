package jp.tsunagaru.facility;

import java.util.Set;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * The facts of 様式第1 about a facility, which are not personal data.
 *
 * @param providerNumber 介護保険事業所番号, required for {@link Affiliation#CARE_SERVICE_PROVIDER}; a wrong
 *     check digit is accepted
 * @param otherAffiliation required for {@link Affiliation#OTHER}
 * @param published what the portal may show; empty withholds the facility altogether
 */
public record FacilityProfile(
    String name,
    String postalCode,
    String address,
    Affiliation affiliation,
    String providerNumber,
    String otherAffiliation,
    String phone,
    String fax,
    String email,
    Set<PublicField> published) {
  public FacilityProfile {
    published = Set.copyOf(published);
  }

  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public FacilityProfile checked() {
    FacilityProfile clean =
        new FacilityProfile(
            Check.required("facilityName", name, 80),
            PostalCode.parse(Check.required("postalCode", postalCode, 10))
                .orElseThrow(() -> Refused.field(RefusalCode.FIELD_INVALID, "postalCode"))
                .digits(),
            Check.required("address", address, 120),
            affiliation,
            Check.text("providerNumber", providerNumber, 10),
            Check.text("otherAffiliation", otherAffiliation, 80),
            Check.required("phone", phone, 20),
            Check.text("fax", fax, 20),
            Check.required("email", email, 254),
            published);
    if (affiliation == Affiliation.CARE_SERVICE_PROVIDER) {
      Check.required("providerNumber", clean.providerNumber, 10);
    }
    if (affiliation == Affiliation.OTHER) {
      Check.required("otherAffiliation", clean.otherAffiliation, 80);
    }
    Check.that(PhoneNumber.parse(clean.phone).isPresent(), RefusalCode.FIELD_INVALID, "phone");
    Check.that(
        clean.fax.isEmpty() || PhoneNumber.parse(clean.fax).isPresent(),
        RefusalCode.FIELD_INVALID,
        "fax");
    Check.that(
        clean.email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), RefusalCode.FIELD_INVALID, "email");
    return clean;
  }
}
