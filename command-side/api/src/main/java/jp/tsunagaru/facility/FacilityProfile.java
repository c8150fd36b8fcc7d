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
 * @param providerNumber 介護保険事業所番号, required for {@link Affiliation#CARE_SERVICE_PROVIDER}; a wrong check digit is accepted
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
    name = Check.required("facilityName", name, 80);
    postalCode = PostalCode.parse(Check.required("postalCode", postalCode, 10))
            .orElseThrow(() -> Refused.field(RefusalCode.FIELD_INVALID, "postalCode"))
            .digits();
    address = Check.required("address", address, 120);
    providerNumber = Check.text("providerNumber", providerNumber, 10);
    otherAffiliation = Check.text("otherAffiliation", otherAffiliation, 80);
    if (affiliation == Affiliation.CARE_SERVICE_PROVIDER) {
      Check.required("providerNumber", providerNumber, 10);
    }
    if (affiliation == Affiliation.OTHER) {
      Check.required("otherAffiliation", otherAffiliation, 80);
    }
    phone = Check.required("phone", phone, 20);
    Check.that(PhoneNumber.parse(phone).isPresent(), RefusalCode.FIELD_INVALID, "phone");
    fax = Check.text("fax", fax, 20);
    Check.that(fax.isEmpty() || PhoneNumber.parse(fax).isPresent(), RefusalCode.FIELD_INVALID, "fax");
    email = Check.required("email", email, 254);
    Check.that(email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), RefusalCode.FIELD_INVALID, "email");
    published = Set.copyOf(published);
  }
}
