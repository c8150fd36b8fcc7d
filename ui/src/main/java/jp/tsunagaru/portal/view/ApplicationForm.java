package jp.tsunagaru.portal.view;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ReviseApplication;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 様式第1 as typed. What is wrong is said beside its field and nothing typed is lost. */
public class ApplicationForm {
  private String facilityName = "";
  private String representative = "";
  private String administrator = "";
  private String postalCode = "";
  private String address = "";
  private @Nullable Affiliation affiliation;
  private String providerNumber = "";
  private String otherAffiliation = "";
  private String phone = "";
  private String fax = "";
  private String email = "";
  private Set<PublicField> published =
      EnumSet.of(PublicField.NAME, PublicField.ADDRESS, PublicField.PHONE);
  private boolean agreeTerms;
  private boolean agreePolicy;
  private String termsHash = "";
  private String policyHash = "";

  static ApplicationForm of(FacilityProfile profile, FacilityPeople people) {
    ApplicationForm form = new ApplicationForm();
    form.facilityName = profile.name();
    form.representative = people.representative();
    form.administrator = people.administrator();
    form.postalCode = PostalCode.parse(profile.postalCode()).map(PostalCode::display).orElse("");
    form.address = profile.address();
    form.affiliation = profile.affiliation();
    form.providerNumber = profile.providerNumber();
    form.otherAffiliation = profile.otherAffiliation();
    form.phone = profile.phone();
    form.fax = profile.fax();
    form.email = profile.email();
    form.published = profile.published();
    return form;
  }

  /** Sentences by field; empty when the form can be sent. */
  Map<String, String> errors(TermsAgreement inForce) {
    Map<String, String> errors = new LinkedHashMap<>();
    required(errors, "facilityName", facilityName);
    required(errors, "representative", representative);
    required(errors, "postalCode", postalCode);
    if (!postalCode.isBlank() && PostalCode.parse(postalCode).isEmpty()) {
      errors.put("postalCode", Texts.get("apply.postalCode.invalid"));
    }
    required(errors, "address", address);
    if (affiliation == null) {
      errors.put("affiliation", Texts.get("form.choose"));
    } else if (affiliation == Affiliation.CARE_SERVICE_PROVIDER) {
      required(errors, "providerNumber", providerNumber);
    } else if (affiliation == Affiliation.OTHER) {
      required(errors, "otherAffiliation", otherAffiliation);
    }
    required(errors, "phone", phone);
    if (!phone.isBlank() && PhoneNumber.parse(phone).isEmpty()) {
      errors.put("phone", Texts.get("apply.phone.invalid"));
    }
    if (!fax.isBlank() && PhoneNumber.parse(fax).isEmpty()) {
      errors.put("fax", Texts.get("apply.phone.invalid"));
    }
    required(errors, "email", email);
    if (!agreeTerms) {
      errors.put("agreeTerms", Texts.get("apply.agree.missing"));
    }
    if (!agreePolicy) {
      errors.put("agreePolicy", Texts.get("apply.agree.missing"));
    }
    if (!termsHash.equals(inForce.termsHash()) || !policyHash.equals(inForce.policyHash())) {
      errors.put("agreeTerms", Texts.get("refusal.TERMS_OUTDATED"));
      agreeTerms = false;
      agreePolicy = false;
    }
    if (errors.isEmpty()) {
      refused(this::profile).ifPresent(refusal -> put(errors, refusal));
      refused(this::people).ifPresent(refusal -> put(errors, refusal));
    }
    return errors;
  }

  ApplyForFacility apply(ApplicationId id, LocalDate today, TermsAgreement agreement) {
    return new ApplyForFacility(id, today, profile(), people(), agreement);
  }

  ReviseApplication revise(ApplicationId id, LocalDate today, TermsAgreement agreement) {
    return new ReviseApplication(id, today, profile(), people(), agreement);
  }

  private FacilityProfile profile() {
    Affiliation chosen = affiliation == null ? Affiliation.OTHER : affiliation;
    return new FacilityProfile(
            facilityName,
            postalCode,
            address,
            chosen,
            chosen == Affiliation.CARE_SERVICE_PROVIDER ? providerNumber : "",
            chosen == Affiliation.OTHER ? otherAffiliation : "",
            phone,
            fax,
            email,
            published)
        .checked();
  }

  private FacilityPeople people() {
    return new FacilityPeople(representative, administrator).checked();
  }

  private static Optional<Refused> refused(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused);
    }
  }

  private static void put(Map<String, String> errors, Refused refused) {
    errors.put(refused.parameters().getOrDefault("field", "form"), Refusals.sentence(refused));
  }

  private static void required(Map<String, String> errors, String field, String value) {
    if (value.isBlank()) {
      errors.put(field, Texts.get("form.required"));
    }
  }

  public String getFacilityName() {
    return facilityName;
  }

  public void setFacilityName(String facilityName) {
    this.facilityName = facilityName;
  }

  public String getRepresentative() {
    return representative;
  }

  public void setRepresentative(String representative) {
    this.representative = representative;
  }

  public String getAdministrator() {
    return administrator;
  }

  public void setAdministrator(String administrator) {
    this.administrator = administrator;
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public @Nullable Affiliation getAffiliation() {
    return affiliation;
  }

  public void setAffiliation(@Nullable Affiliation affiliation) {
    this.affiliation = affiliation;
  }

  public String getProviderNumber() {
    return providerNumber;
  }

  public void setProviderNumber(String providerNumber) {
    this.providerNumber = providerNumber;
  }

  public String getOtherAffiliation() {
    return otherAffiliation;
  }

  public void setOtherAffiliation(String otherAffiliation) {
    this.otherAffiliation = otherAffiliation;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getFax() {
    return fax;
  }

  public void setFax(String fax) {
    this.fax = fax;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public Set<PublicField> getPublished() {
    return published;
  }

  public void setPublished(@Nullable Set<PublicField> published) {
    this.published = published == null ? Set.of() : published;
  }

  public boolean isAgreeTerms() {
    return agreeTerms;
  }

  public void setAgreeTerms(boolean agreeTerms) {
    this.agreeTerms = agreeTerms;
  }

  public boolean isAgreePolicy() {
    return agreePolicy;
  }

  public void setAgreePolicy(boolean agreePolicy) {
    this.agreePolicy = agreePolicy;
  }

  public String getTermsHash() {
    return termsHash;
  }

  public void setTermsHash(String termsHash) {
    this.termsHash = termsHash;
  }

  public String getPolicyHash() {
    return policyHash;
  }

  public void setPolicyHash(String policyHash) {
    this.policyHash = policyHash;
  }
}
