package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.PrintSummary;
import jp.tsunagaru.document.query.PrintedSummary;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientsMerged;
import jp.tsunagaru.patient.event.PatientsUnmerged;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.FindSimilarPatients;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.ListPossibleDuplicates;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.PossibleDuplicates;
import jp.tsunagaru.patient.query.SimilarPatients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PT-09 and PT-12 at once. */
class DuplicatesTest {
  private static final LocalDate BORN = LocalDate.of(1940, 4, 1);
  private static final PrintReason MEETING = new PrintReason(PrintPurpose.MEETING, "");

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
    city.happens(doctor, new SharingStopped(ConsentId.of(stopped), stopped, "PAPER", null));

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

  @Test
  void merged_records_are_one_course_for_who_sees_both_and_nothing_for_who_sees_one() {
    PatientId main = city.shared(info("山田", "", "やまだ", ""), nurse);
    PatientId under = city.shared(info("山田", "", "やまだ", ""), doctor);
    city.assign(under, nurse, Right.VIEW);
    DocumentId first = city.posts(nurse, main, "主の記録の記事");
    DocumentId second = city.posts(doctor, under, "もう一方の記事");
    DocumentId third = city.posts(nurse, main, "主の記録の二つ目");
    assertThat(details(nurse, main).sameName()).isTrue();

    city.happens(doctor, new PatientsMerged(under, main, "PERSON"));

    assertThat(details(nurse, main).linked())
        .extracting(LinkedRecord::patientId, LinkedRecord::main)
        .containsExactly(tuple(under, false));
    assertThat(details(nurse, under).linked())
        .extracting(LinkedRecord::patientId, LinkedRecord::main)
        .containsExactly(tuple(main, true));
    assertThat(details(nurse, main).sameName()).isFalse();
    assertThat(details(doctor, under).linked()).isEmpty();
    assertThat(rows(doctor)).extracting(PatientRow::mergedInto).containsOnlyNulls();
    assertThat(rows(nurse))
        .extracting(PatientRow::patientId, PatientRow::mergedInto)
        .containsExactlyInAnyOrder(tuple(main, null), tuple(under, main));
    Timeline course =
        city.ask(
            nurse, new GetTimeline(main, TimelineFilter.ALL, null, List.of(under)), Timeline.class);
    assertThat(course.entries())
        .extracting(TimelineEntry::documentId, TimelineEntry::patientId)
        .containsExactly(tuple(third, main), tuple(second, under), tuple(first, main));
    assertThat(course.shownOf(under)).containsOnlyKeys(second);
    PrintedSummary summary =
        city.ask(nurse, new PrintSummary(main, 10, MEETING, List.of(under)), PrintedSummary.class);
    assertThat(summary.entries())
        .extracting(TimelineEntry::documentId)
        .containsExactly(third, second, first);
    assertThat(summary.shownOf(under)).containsOnlyKeys(second);
    assertThat(summary.others())
        .extracting(other -> other.record().patientId())
        .containsExactly(under);
    assertThat(city.ask(nurse, new PrintSummary(main, 10, MEETING), PrintedSummary.class).others())
        .isEmpty();
    assertThat(city.ask(nurse, new ListPossibleDuplicates(), PossibleDuplicates.class).pairs())
        .isEmpty();

    city.happens(doctor, new PatientsUnmerged(under, main, "MISTAKE"));

    assertThat(details(nurse, main).linked()).isEmpty();
    assertThat(details(nurse, main).sameName()).isTrue();
    assertThat(
            city.ask(
                    nurse,
                    new GetTimeline(main, TimelineFilter.ALL, null, List.of(under)),
                    Timeline.class)
                .entries())
        .extracting(TimelineEntry::documentId)
        .containsExactly(third, first);
    assertThat(city.ask(nurse, new ListPossibleDuplicates(), PossibleDuplicates.class).pairs())
        .hasSize(1);
  }

  @Test
  void a_course_of_two_records_is_paged_without_gap_or_repetition() {
    PatientId main = city.shared(info("山田", "", "やまだ", ""), nurse);
    PatientId under = city.shared(info("山田", "", "やまだ", ""), nurse);
    city.happens(nurse, new PatientsMerged(under, main, "PERSON"));
    List<DocumentId> posted = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      posted.add(city.posts(nurse, i % 3 == 0 ? under : main, "記事" + i));
    }

    List<DocumentId> paged = new ArrayList<>();
    TimelinePosition before = null;
    do {
      Timeline page =
          city.ask(
              nurse,
              new GetTimeline(main, TimelineFilter.ALL, before, List.of(under)),
              Timeline.class);
      page.entries().forEach(entry -> paged.add(entry.documentId()));
      before = page.next();
    } while (before != null);

    assertThat(paged).containsExactlyElementsOf(posted.reversed());
  }

  private PatientDetails details(Origin who, PatientId patient) {
    return city.ask(who, new FindPatient(patient), PatientDetails.class);
  }

  private List<PatientRow> rows(Origin who) {
    return city.ask(who, new ListPatients("", null, null, null, false, 0, 50), PatientList.class)
        .rows();
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
