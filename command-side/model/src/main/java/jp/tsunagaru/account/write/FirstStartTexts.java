package jp.tsunagaru.account.write;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;

/** What the first start says and writes, from {@code texts/first-start.properties}. */
record FirstStartTexts(ResourceBundle texts) {
  static FirstStartTexts packaged() {
    return new FirstStartTexts(ResourceBundle.getBundle("texts.first-start", Locale.ROOT));
  }

  PersonName administrator() {
    return new PersonName(
        texts.getString("administrator.family"),
        texts.getString("administrator.given"),
        texts.getString("administrator.family-kana"),
        texts.getString("administrator.given-kana"));
  }

  /**
   * @param setting answers the operator's value of a property, else the one given
   */
  FacilityProfile office(BiFunction<String, String, String> setting) {
    return new FacilityProfile(
        office("name", setting),
        office("postal-code", setting),
        office("address", setting),
        Affiliation.OTHER,
        "",
        office("name", setting),
        office("phone", setting),
        office("fax", setting),
        office("email", setting),
        EnumSet.noneOf(PublicField.class));
  }

  FacilityPeople people(BiFunction<String, String, String> setting) {
    return new FacilityPeople(office("representative", setting), "");
  }

  String announcement(String loginId, String oneTimePassword, long hours) {
    return MessageFormat.format(texts.getString("announcement"), loginId, oneTimePassword, hours);
  }

  private String office(String name, BiFunction<String, String, String> setting) {
    return setting.apply("tsunagaru.city.office." + name, texts.getString("city.office." + name));
  }
}
