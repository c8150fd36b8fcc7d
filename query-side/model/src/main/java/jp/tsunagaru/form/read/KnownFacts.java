package jp.tsunagaru.form.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is registered already and need not be typed again, by the field codes of the forms. */
@Component
class KnownFacts {
  private static final String WRITER =
      """
      select a.name, f.name as facility, coalesce(f.profile ->> 'address', '') as address,
             coalesce(f.profile ->> 'phone', '') as phone, coalesce(f.profile ->> 'fax', '') as fax
        from view.account a join view.facility f on f.facility_id = a.facility_id
       where a.account_id = ?
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  KnownFacts(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  Optional<BasicInfo> basicInfo(PatientId patientId) {
    return jdbc.sql("select sealed_basic_info from view.patient where patient_id = ?")
        .param(patientId.value())
        .query((row, number) -> row.getBytes(1))
        .optional()
        .flatMap(sealed -> sealer.sealed(Subject.of(patientId), sealed, BasicInfo.class).read());
  }

  Map<String, List<String>> ofPatient(PatientId patientId) {
    Map<String, List<String>> facts = new HashMap<>();
    basicInfo(patientId)
        .ifPresent(info -> {
          put(facts, "patientName", info.fullName());
          put(facts, "patientKana", info.kana());
          put(facts, "birthDate", info.birthDate().toString());
          put(facts, "gender", gender(info.gender()));
          put(facts, "postalCode", info.postalCode());
          put(facts, "address", info.address());
          put(facts, "phone", info.phones().stream().findFirst().orElse(""));
          put(facts, "careLevel", info.careLevel() == null ? "" : careLevel(info.careLevel()));
        });
    return facts;
  }

  /** Somebody with the name of today. */
  record Person(String name, String facility) {}

  Person person(String accountId) {
    return jdbc.sql(WRITER)
        .param(accountId)
        .query((row, number) -> new Person(row.getString("name"), row.getString("facility")))
        .optional()
        .orElseGet(() -> new Person("", ""));
  }

  /** A physician stands under the form, a visiting nurse's station is where it goes to. */
  Map<String, List<String>> ofWriter(Viewer viewer) {
    Map<String, List<String>> facts = new HashMap<>();
    jdbc.sql(WRITER)
        .param(viewer.accountId())
        .query(row -> {
          if (viewer.profession().equals(Profession.PHYSICIAN.name())) {
            put(facts, "physicianName", row.getString("name"));
            hospital(facts, row);
          } else if (viewer.profession().equals(Profession.OFFICE_CLERK.name())) {
            hospital(facts, row);
          } else if (isNurse(viewer.profession())) {
            put(facts, "addressee", row.getString("facility"));
          }
        });
    return facts;
  }

  private static void hospital(Map<String, List<String>> facts, ResultSet row) throws SQLException {
    put(facts, "hospitalName", row.getString("facility"));
    put(facts, "hospitalAddress", row.getString("address"));
    put(facts, "hospitalPhone", row.getString("phone"));
    put(facts, "hospitalFax", row.getString("fax"));
  }

  private static boolean isNurse(String profession) {
    return !profession.isEmpty()
        && Profession.valueOf(profession).family() == ProfessionFamily.NURSING;
  }

  private static void put(Map<String, List<String>> facts, String field, String value) {
    if (!value.isEmpty()) {
      facts.put(field, List.of(value));
    }
  }

  /** The sheets know two genders; anything else is left for a person to say (domain §6.8). */
  private static String gender(Gender gender) {
    return switch (gender) {
      case MALE -> "1";
      case FEMALE -> "2";
      case OTHER, UNANSWERED -> "";
    };
  }

  private static String careLevel(CareLevel level) {
    return switch (level) {
      case NOT_ELIGIBLE -> "1";
      case SUPPORT_1 -> "10";
      case SUPPORT_2 -> "11";
      case CARE_1, CARE_2, CARE_3, CARE_4, CARE_5 -> level.code();
      case PROJECT_TARGET, TRANSITIONAL_CARE -> "";
    };
  }
}
