package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.patient.query.BasicInfoHistory;
import jp.tsunagaru.patient.query.BasicInfoSources;
import jp.tsunagaru.patient.query.BasicInfoVersion;
import jp.tsunagaru.patient.query.GetBasicInfoHistory;
import jp.tsunagaru.patient.query.GetBasicInfoSources;
import jp.tsunagaru.patient.query.GetPatientNews;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientNews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 前回から変わったこと: what others did since the end of the visit before this one. */
class PatientNewsTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
  private PatientId patient = PatientId.next();

  @BeforeEach
  void aPatientOfBoth() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void at_the_first_visit_nothing_is_news() {
    city.posts(doctor, patient, "記事");
    looks();
    assertThat(news()).isEqualTo(PatientNews.NONE);
  }

  @Test
  void posts_are_counted_by_profession_and_edits_of_older_ones_apart() {
    DocumentId older = city.posts(doctor, patient, "前からの記事");
    Instant lastSeen = visit();
    city.posts(doctor, patient, "一");
    city.posts(doctor, patient, "二");
    city.posts(nurse, patient, "自分の記事");
    city.revises(doctor, patient, older, 2, "訂正", Visibility.TEAM);

    assertThat(news())
        .isEqualTo(
            new PatientNews(lastSeen, Map.of(Profession.PHYSICIAN, 2), 1, 0, false, Set.of()));
  }

  @Test
  void the_present_visit_does_not_make_its_own_news_old() {
    visit();
    city.posts(doctor, patient, "記事");
    for (int i = 0; i < 4; i++) {
      looks();
      assertThat(news().posts()).containsEntry(Profession.PHYSICIAN, 1);
      city.later(Duration.ofMinutes(25));
    }
    city.later(Duration.ofMinutes(60));
    looks();
    assertThat(news().isNothing()).as("after the visit ended").isTrue();
  }

  @Test
  void what_is_hidden_or_deleted_is_no_news() {
    visit();
    city.posts(
        doctor,
        patient,
        "医師だけの記事",
        new Visibility(
            Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.PHYSICIAN)));
    city.deletes(doctor, patient, city.posts(doctor, patient, "消した記事"));

    assertThat(news().isNothing()).isTrue();
    assertThat(news().since()).isNotNull();
  }

  @Test
  void new_files_are_counted() {
    visit();
    DocumentId document = DocumentId.next();
    AttachmentId file = city.uploads(doctor, patient, document, "創部.jpg");
    city.happens(
        doctor,
        ReadSide.confirmed(
            document, doctor, patient, "", "", TODAY, Set.of(), Visibility.TEAM, List.of(file)));

    assertThat(news().files()).isEqualTo(1);
    assertThat(news().posts()).containsEntry(Profession.PHYSICIAN, 1);
  }

  @Test
  void changed_fields_are_named_those_that_others_changed() {
    visit();
    changes(nurse, 2, info("山田", "太朗", "やまだ", "たろう"));
    assertThat(news().isNothing()).as("one's own change").isTrue();

    changes(doctor, 3, info("山本", "太朗", "やまもと", "たろう"));

    assertThat(news().fields()).containsExactlyInAnyOrder(BasicField.NAME, BasicField.KANA);
  }

  @Test
  void the_list_says_the_same_in_one_line() {
    visit();
    city.posts(doctor, patient, "記事");
    changes(doctor, 2, info("山田", "太朗", "やまだ", "たろう"));

    PatientNews inList =
        city.ask(nurse, new ListPatients("", null, null, null, false, 0, 10), PatientList.class)
            .rows()
            .getFirst()
            .news();

    assertThat(inList.posts()).containsEntry(Profession.PHYSICIAN, 1);
    assertThat(inList.basicInfo()).isTrue();
    assertThat(inList.fields()).isEmpty();
  }

  @Test
  void the_history_keeps_every_version_with_its_author() {
    changes(doctor, 2, info("山本", "太朗", "やまもと", "たろう"));

    BasicInfoHistory history =
        city.ask(nurse, new GetBasicInfoHistory(patient), BasicInfoHistory.class);

    assertThat(history.versions())
        .extracting(BasicInfoVersion::version, BasicInfoVersion::author)
        .containsExactly(tuple(2L, "医師 太郎"), tuple(1L, "看護 花子"));
    assertThat(history.versions().getLast().basicInfo().fullName()).isEqualTo("山田 太郎");
  }

  @Test
  void each_value_is_told_with_who_wrote_it_and_when() {
    changes(doctor, 2, info("山本", "太郎", "やまもと", "たろう"));
    Instant renamed = city.now();
    changes(nurse, 3, info("山本", "太朗", "やまもと", "たろう"));

    BasicInfoSources sources =
        city.ask(nurse, new GetBasicInfoSources(patient), BasicInfoSources.class);

    assertThat(sources.basicInfo().fullName()).isEqualTo("山本 太朗");
    assertThat(sources.versions()).containsOnlyKeys(BasicField.values());
    assertThat(sources.versions().get(BasicField.NAME).version()).isEqualTo(3);
    assertThat(sources.versions().get(BasicField.KANA).author()).isEqualTo("医師 太郎");
    assertThat(sources.versions().get(BasicField.KANA).recordedAt()).isEqualTo(renamed);
    assertThat(sources.versions().get(BasicField.ADDRESS).author()).isEqualTo("看護 花子");
    assertThat(sources.versions().get(BasicField.ADDRESS).version()).isEqualTo(1);
  }

  private void changes(Origin who, long version, BasicInfo info) {
    city.happens(
        who, new BasicInfoChanged(patient, version, Personal.of(Subject.of(patient), info)));
  }

  /** A visit of the nurse that ended two hours ago. */
  private Instant visit() {
    looks();
    Instant end = city.now();
    city.later(Duration.ofHours(2));
    return end;
  }

  private void looks() {
    city.sees(nurse, patient, Map.of());
  }

  private PatientNews news() {
    return city.ask(nurse, new GetPatientNews(patient), PatientNews.class);
  }
}
