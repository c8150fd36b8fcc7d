package jp.tsunagaru.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A patient of the invented city.
 *
 * @param validFrom first month of the 認定, counted from the month of the first day
 * @param consent {@code NONE}, {@code SELF}, or {@code PROXY_MINOR} or {@code PROXY_UNABLE} with
 *     signer and relationship behind colons
 */
record DemoPatient(
    String key,
    int number,
    String family,
    String given,
    String familyKana,
    String givenKana,
    Gender gender,
    LocalDate birthDate,
    String address,
    String phone,
    @Nullable CareLevel level,
    int validFrom,
    int validTo,
    String theme,
    String allergies,
    String registrar,
    String consent,
    List<EmergencyContact> contacts,
    List<String> team,
    List<String> groups,
    String remark) {
  private static final String CITY = DemoTexts.get("city.prefix");
  private static final String INSURER = "232199";
  static final String STOPPED = "STOPPED";

  static List<DemoPatient> all() {
    return Table.rows("patients.txt", 19).stream().map(DemoPatient::of).toList();
  }

  private static DemoPatient of(String[] row) {
    String[] months = row[10].isEmpty() ? new String[] {"0", "0"} : row[10].split(",");
    return new DemoPatient(
        row[0],
        Integer.parseInt(row[0].substring(1)),
        row[1],
        row[2],
        row[3],
        row[4],
        Gender.valueOf(row[5]),
        LocalDate.parse(row[6]),
        row[7],
        row[8],
        row[9].isEmpty() ? null : CareLevel.valueOf(row[9]),
        Integer.parseInt(months[0]),
        Integer.parseInt(months[1]),
        row[11],
        row[12],
        row[13],
        row[14],
        Arrays.stream(row[15].split(";"))
            .map(contact -> contact.split(":"))
            .map(contact -> new EmergencyContact(contact[0], contact[1], contact[2]))
            .toList(),
        Table.words(row[16]),
        Table.words(row[17]),
        row[18]);
  }

  PatientId patientId() {
    return new PatientId(FixedIds.of("pat", key));
  }

  CareTeamId teamId() {
    return CareTeamId.of(patientId());
  }

  ConsentId consentId() {
    return ConsentId.of(patientId());
  }

  GrantId grantId(String member) {
    return new GrantId(FixedIds.of("grt", key + "/" + member));
  }

  boolean shared() {
    return !consent.equals("NONE");
  }

  boolean child() {
    return theme.equals("child");
  }

  /** 基本情報 as of the first day of the filling. */
  BasicInfo basicInfo(LocalDate first, Map<String, DemoUser> users) {
    boolean certified = level != null && validTo > validFrom;
    LocalDate month = first.withDayOfMonth(1);
    return new BasicInfo(
        family,
        given,
        familyKana,
        givenKana,
        gender,
        birthDate,
        "485-0000",
        CITY + address,
        List.of(phone),
        contacts,
        child() ? "" : INSURER,
        child() ? "" : "00000" + (90000 + number),
        level,
        certified ? month.plusMonths(validFrom) : null,
        certified ? month.plusMonths(validTo).minusDays(1) : null,
        named(users, "PHYSICIAN"),
        named(users, "CARE_MANAGER"),
        allergies);
  }

  private String named(Map<String, DemoUser> users, String profession) {
    return team.stream()
        .map(users::get)
        .filter(user -> user != null && user.profession().name().endsWith(profession))
        .findFirst()
        .map(user -> user.name().full())
        .orElse("");
  }
}
