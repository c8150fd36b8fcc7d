package jp.tsunagaru.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.japanese.CheckDigit;

/**
 * An applicant of 様式第1.
 *
 * @param state blank for one that is admitted, else where the application stays
 * @param words why the city admits it, or sends it back
 */
record DemoFacility(
    String key, FacilityProfile profile, String representative, String state, String words) {
  private static final String POSTAL_CODE = "485-0000";

  static List<DemoFacility> admitted() {
    return Table.rows("facilities.txt", 10).stream().map(row -> of(row, "", row[9])).toList();
  }

  static List<DemoFacility> waiting() {
    return Table.rows("applications.txt", 11).stream()
        .map(row -> of(row, row[9], row[10]))
        .toList();
  }

  private static DemoFacility of(String[] row, String state, String words) {
    Set<PublicField> published =
        Arrays.stream(row[7].split(","))
            .filter(field -> !field.isBlank())
            .map(PublicField::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    String phone = row[5];
    String number = row[6].isEmpty() ? "" : providerNumber(row[6], phone);
    FacilityProfile profile =
        new FacilityProfile(
            row[2],
            POSTAL_CODE,
            row[4],
            Affiliation.valueOf(row[1]),
            number,
            row[8],
            phone,
            phone.replace("-00-1", "-00-9"),
            row[0].toLowerCase(Locale.ROOT) + "@example.jp",
            published);
    return new DemoFacility(row[0], profile, row[3], state, words);
  }

  /** A number of the right form that no provider has: prefecture 23, municipality 00. */
  private static String providerNumber(String category, String phone) {
    String body = "23" + category + "00" + phone.substring(phone.length() - 4);
    return body + CheckDigit.of(body);
  }

  FacilityProfile at(String address) {
    return new FacilityProfile(
        profile.name(),
        profile.postalCode(),
        address,
        profile.affiliation(),
        profile.providerNumber(),
        profile.otherAffiliation(),
        profile.phone(),
        profile.fax(),
        profile.email(),
        profile.published());
  }

  /** The day of the application for one that the city has not admitted yet. */
  int appliesOn() {
    return switch (state) {
      case "RETURNED" -> Calendar.LAST - 10;
      case "REVIEWED" -> Calendar.LAST - 6;
      default -> Calendar.LAST - 2;
    };
  }

  ApplicationId applicationId() {
    return new ApplicationId(FixedIds.of("app", key));
  }

  FacilityId facilityId() {
    return new FacilityId(FixedIds.of("fac", key));
  }

  /** Blank where the representative answers for the users (PF-08). */
  FacilityPeople people(String administrator) {
    return new FacilityPeople(
        representative, representative.equals(administrator) ? "" : administrator);
  }
}
