package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.html.DescriptionList;
import java.util.stream.Collectors;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityField;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.japanese.CareProviderNumber;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** The registered content in words, field by field as on 様式第1. */
final class RegisteredFacts {
  private RegisteredFacts() {}

  static void addTo(DescriptionList facts, RegisteredContent content) {
    for (FacilityField field : FacilityField.values()) {
      String text = text(field, content);
      if (field != FacilityField.PROVIDER_NUMBER || !text.isEmpty()) {
        add(facts, field, text);
      }
    }
  }

  /** What changes, from what to what. */
  static DescriptionList changes(RegisteredContent before, RegisteredContent after) {
    DescriptionList changes = new DescriptionList();
    changes.addClassName("facts");
    after
        .differencesFrom(before)
        .forEach(field ->
            add(
                changes,
                field,
                Texts.get(
                    "facility.change.fromTo",
                    shown(text(field, before)),
                    shown(text(field, after)))));
    return changes;
  }

  private static void add(DescriptionList facts, FacilityField field, String text) {
    facts.add(
        new DescriptionList.Term(Texts.of("facilityField", field)),
        new DescriptionList.Description(text));
  }

  private static String shown(String text) {
    return text.isEmpty() ? Texts.get("facility.change.nothing") : text;
  }

  private static String text(FacilityField field, RegisteredContent content) {
    FacilityProfile profile = content.profile();
    return switch (field) {
      case NAME -> profile.name();
      case REPRESENTATIVE -> content.people().representative();
      case ADMINISTRATOR -> content.people().responsible();
      case ADDRESS ->
          PostalCode.parse(profile.postalCode()).map(PostalCode::display).orElse("")
              + " "
              + profile.address();
      case AFFILIATION ->
          profile.affiliation() == Affiliation.OTHER
              ? Texts.get(
                  "facility.affiliation.other",
                  Names.of(profile.affiliation()),
                  profile.otherAffiliation())
              : Names.of(profile.affiliation());
      case PROVIDER_NUMBER -> providerNumber(profile.providerNumber());
      case PHONE -> profile.phone();
      case FAX -> profile.fax();
      case EMAIL -> profile.email();
      case PUBLISHED ->
          profile.published().isEmpty()
              ? Texts.get("application.published.none")
              : profile.published().stream()
                  .sorted()
                  .map(published -> Texts.of("publicField", published))
                  .collect(Collectors.joining(Texts.get("list.separator")));
    };
  }

  private static String providerNumber(String number) {
    boolean doubtful =
        !number.isEmpty()
            && CareProviderNumber.parse(number)
                .filter(CareProviderNumber::checkDigitMatches)
                .isEmpty();
    return doubtful ? Texts.get("application.providerNumber.doubtful", number) : number;
  }
}
