package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FindSimilarPatients;
import jp.tsunagaru.patient.query.ListPossibleDuplicates;
import jp.tsunagaru.patient.query.PossibleDuplicates;
import jp.tsunagaru.patient.query.SimilarPatients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PT-09 and PT-12 at once. */
class DuplicatesTest {
  private static final LocalDate BORN = LocalDate.of(1940, 4, 1);

  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void the_same_birth_and_kana_in_any_spelling_is_similar() {
    PatientId patient = city.shared(info("髙橋", "一郎", "たかはし", "いちろう"), nurse);

    assertThat(similar(nurse, "ﾀｶﾊｼ ｲﾁﾛｳ", BORN, ""))
        .extracting(SimilarPatients.Similar::patientId)
        .containsExactly(patient);
    assertThat(similar(nurse, "たかはし いちろう", BORN.plusDays(1), "")).isEmpty();
    assertThat(similar(nurse, "たかはし じろう", BORN, "")).isEmpty();
  }

  @Test
  void the_same_number_is_similar_whatever_the_name_and_no_number_is_not() {
    city.shared(numbered("山田", "やまだ", "1234567890"), nurse);
    city.shared(numbered("山本", "やまもと", ""), nurse);

    assertThat(similar(nurse, "すずき", LocalDate.of(1950, 1, 1), "１２３４５６７８９０"))
        .extracting(SimilarPatients.Similar::sameNumber)
        .containsExactly(true);
    assertThat(similar(nurse, "すずき", LocalDate.of(1950, 1, 1), "")).isEmpty();
  }

  @Test
  void nothing_tells_of_a_patient_who_is_not_in_ones_own_list() {
    city.shared(info("髙橋", "一郎", "たかはし", "いちろう"), doctor);
    city.registered(doctor, info("髙橋", "一郎", "たかはし", "いちろう"));
    PatientId stopped = city.shared(info("髙橋", "一郎", "たかはし", "いちろう"), doctor);
    city.assign(stopped, nurse, Right.VIEW);
    city.happens(doctor, new SharingStopped(ConsentId.of(stopped), stopped, "PAPER"));

    assertThat(similar(nurse, "たかはし いちろう", BORN, "")).isEmpty();
    assertThat(similar(doctor, "たかはし いちろう", BORN, "")).hasSize(3);
  }

  @Test
  void the_city_sees_pairs_of_consented_registrations_and_what_agrees() {
    PatientId first = city.shared(numbered("山田", "やまだ", "1234567890"), nurse);
    PatientId second = city.shared(numbered("山田", "やまだ", "1234567890"), doctor);
    PatientId third = city.shared(numbered("山田", "やまだ", ""), doctor);
    city.registered(doctor, numbered("山田", "やまだ", "1234567890"));
    city.shared(info("鈴木", "", "すずき", ""), nurse);

    List<PossibleDuplicates.Pair> pairs =
        city.ask(nurse, new ListPossibleDuplicates(), PossibleDuplicates.class).pairs();

    assertThat(pairs)
        .extracting(
            pair -> Set.of(pair.earlier().patientId(), pair.later().patientId()),
            PossibleDuplicates.Pair::sameNumber,
            PossibleDuplicates.Pair::samePerson)
        .containsExactlyInAnyOrder(
            tuple(Set.of(first, second), true, true),
            tuple(Set.of(first, third), false, true),
            tuple(Set.of(second, third), false, true));
    assertThat(pairs.toString()).doesNotContain("山田").doesNotContain("1234567890");
  }

  private List<SimilarPatients.Similar> similar(
      Origin who, String kana, LocalDate born, String number) {
    return city.ask(who, new FindSimilarPatients(kana, born, number), SimilarPatients.class)
        .patients();
  }

  private static BasicInfo numbered(String name, String kana, String number) {
    BasicInfo base = info(name, "", kana, "");
    return new BasicInfo(
        base.familyName(),
        base.givenName(),
        base.familyKana(),
        base.givenKana(),
        base.gender(),
        base.birthDate(),
        "",
        base.address(),
        List.of(),
        List.of(),
        "",
        number,
        null,
        null,
        null,
        "",
        "",
        "");
  }
}
