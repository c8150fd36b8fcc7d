package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.ExtendedInfoRecorded;
import jp.tsunagaru.patient.query.ExtendedEntry;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.patient.query.GetExtendedInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtendedInfoTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void every_value_has_its_author_and_its_history() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    assertThat(ask(patient).version()).isZero();

    records(nurse, patient, 1, Map.of("adl", List.of("J1"), "family", List.of("妻と二人")));
    records(doctor, patient, 2, Map.of("adl", List.of("A1")));
    records(nurse, patient, 3, Map.of("family", List.of()));

    ExtendedInfo info = ask(patient);
    assertThat(info.version()).isEqualTo(3);
    assertThat(info.valuesOf("adl")).containsExactly("A1");
    assertThat(info.valuesOf("family")).isEmpty();
    assertThat(info.valuesOf("never")).isEmpty();
    assertThat(info.history().get("adl"))
        .extracting(ExtendedEntry::author)
        .containsExactly("医師 太郎", "看護 花子");
    assertThat(info.history().get("family"))
        .extracting(ExtendedEntry::values)
        .containsExactly(List.of(), List.of("妻と二人"));
    assertThat(info.history().get("adl").getFirst().recordedAt())
        .isBefore(info.history().get("family").getFirst().recordedAt());
  }

  @Test
  void nothing_of_it_lies_open_in_the_table_not_even_which_fields() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    records(nurse, patient, 1, Map.of("infection", List.of("hcv")));

    byte[] sealed =
        city.jdbc
            .sql("select sealed_changes from view.extended_info")
            .query((row, number) -> row.getBytes(1))
            .single();

    assertThat(new String(sealed, StandardCharsets.UTF_8))
        .doesNotContain("infection")
        .doesNotContain("hcv");
    assertThat(city.contents().get("view.extended_info").toString()).doesNotContain("infection");
  }

  private void records(
      Origin who, PatientId patient, long version, Map<String, List<String>> values) {
    city.happens(
        who,
        new ExtendedInfoRecorded(
            patient,
            version,
            "2026-1",
            Personal.of(Subject.of(patient), new ExtendedValues(values))));
  }

  private ExtendedInfo ask(PatientId patient) {
    return city.ask(nurse, new GetExtendedInfo(patient), ExtendedInfo.class);
  }
}
