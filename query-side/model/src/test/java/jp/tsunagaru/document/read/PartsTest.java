package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.TestResult;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.query.GetMedicines;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.GetVersions;
import jp.tsunagaru.document.query.GetVitalSigns;
import jp.tsunagaru.document.query.Medicines;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.query.Versions;
import jp.tsunagaru.document.query.VitalSignsCourse;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 服薬 and バイタル say what the articles say that one may see, and nothing else (DC-10). */
class PartsTest {
  private static final Visibility NURSES =
      new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));

  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin pharmacist = city.person("薬剤", "太郎", Profession.PHARMACIST);
  private final MedicineId medicine = MedicineId.next();
  private PatientId patient;

  @BeforeEach
  void team() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, pharmacist);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void the_newest_step_is_the_state_whatever_was_recorded_last() {
    posts(nurse, step(MedicineStep.CHANGE, "2錠", null), TODAY.minusDays(1), Visibility.TEAM);
    posts(nurse, step(MedicineStep.START, "1錠", null), TODAY.minusDays(9), Visibility.TEAM);

    assertThat(doses(pharmacist)).containsExactly("2錠");
  }

  @Test
  void a_step_that_one_may_not_see_changes_nothing_for_him() {
    posts(nurse, step(MedicineStep.START, "1錠", null), TODAY.minusDays(9), Visibility.TEAM);
    posts(nurse, step(MedicineStep.STOP, "1錠", TODAY), TODAY, NURSES);

    assertThat(medicines(nurse).medicines())
        .extracting(row -> row.medicine().step())
        .containsExactly(MedicineStep.STOP);
    assertThat(medicines(pharmacist).medicines())
        .extracting(row -> row.medicine().step())
        .containsExactly(MedicineStep.START);
    assertThat(medicines(pharmacist).shown()).hasSize(1);
  }

  @Test
  void what_is_deleted_says_nothing_until_it_is_restored() {
    posts(nurse, step(MedicineStep.START, "1錠", null), TODAY.minusDays(9), Visibility.TEAM);
    DocumentId change = posts(nurse, step(MedicineStep.CHANGE, "2錠", null), TODAY, Visibility.TEAM);

    city.deletes(nurse, patient, change);
    assertThat(doses(pharmacist)).containsExactly("1錠");
    city.happens(nurse, new DocumentRestored(change, patient));
    assertThat(doses(pharmacist)).containsExactly("2錠");
  }

  @Test
  void an_edit_takes_the_place_of_what_it_corrects() {
    DocumentId document =
        posts(nurse, step(MedicineStep.START, "1錠", null), TODAY, Visibility.TEAM);

    city.revises(nurse, patient, document, 2, step(MedicineStep.START, "半錠", null), TODAY);
    assertThat(doses(pharmacist)).containsExactly("半錠");
    assertThat(medicines(pharmacist).shown()).isEqualTo(Map.of(document, 2L));

    city.revises(nurse, patient, document, 3, new ArticleContent("", "薬は別の人でした"), TODAY);
    assertThat(doses(pharmacist)).isEmpty();
    assertThat(
            city.ask(nurse, new GetVersions(patient, document), Versions.class).versions().stream()
                .map(version -> version.content().medicines().size()))
        .containsExactly(1, 1, 0);
  }

  @Test
  void vital_signs_come_in_the_order_of_their_measuring() {
    measures(nurse, "36.8", TODAY, Visibility.TEAM);
    measures(nurse, "36.5", TODAY.minusDays(3), Visibility.TEAM);
    measures(nurse, "39.0", TODAY.minusDays(1), NURSES);
    measures(nurse, "35.9", TODAY.minusDays(40), Visibility.TEAM);

    assertThat(temperatures(nurse)).containsExactly("36.5", "39.0", "36.8");
    assertThat(temperatures(pharmacist)).containsExactly("36.5", "36.8");
  }

  @Test
  void a_document_destroyed_is_gone_from_both() {
    DocumentId document = measures(nurse, "36.8", TODAY, Visibility.TEAM);
    city.deletes(nurse, patient, document);
    city.happens(
        nurse, new DocumentPurged(document, patient, id(nurse), id(pharmacist), List.of()));

    assertThat(temperatures(nurse)).isEmpty();
  }

  /** One value in a graph is not the article: whoever wrote it waits for its readers. */
  @Test
  void who_saw_a_value_in_a_graph_has_not_read_the_article() {
    DocumentId document = measures(nurse, "36.8", TODAY, Visibility.TEAM);
    AccessGround ground = new AccessGround("", "", "", "VIEW");

    city.happens(
        pharmacist, new RecordViewed(patient, "GetVitalSigns", Map.of(document, 1L), "", ground));
    assertThat(readers(document)).allMatch(at -> at == null);
    city.happens(
        pharmacist, new RecordViewed(patient, "GetTimeline", Map.of(document, 1L), "", ground));
    assertThat(readers(document)).allMatch(at -> at != null);
  }

  @Test
  void medicines_and_results_are_found_by_their_words() {
    posts(nurse, step(MedicineStep.START, "1錠", null), TODAY, Visibility.TEAM);
    posts(
        nurse,
        new ArticleContent(
            "", "採血", null, List.of(), List.of(new TestResult("アルブミン", "3.1", "g/dL", ""))),
        TODAY,
        Visibility.TEAM);

    assertThat(found("あむろじぴん")).isEqualTo(1);
    assertThat(found("アルブミン 採血")).isEqualTo(1);
    assertThat(found("フロセミド")).isZero();
  }

  private int found(String words) {
    return city.ask(
            pharmacist,
            new GetTimeline(patient, TimelineFilter.ALL.withText(words), null),
            Timeline.class)
        .entries()
        .size();
  }

  private List<@Nullable Instant> readers(DocumentId document) {
    return city.ask(nurse, new GetReaders(patient, document), Readers.class).readers().stream()
        .<@Nullable Instant>map(reader -> reader.readAt())
        .toList();
  }

  private ArticleContent step(MedicineStep step, String dose, @Nullable LocalDate end) {
    return new ArticleContent(
        "",
        "",
        null,
        List.of(new Medicine(medicine, step, "ノルバスク錠5mg", "アムロジピン", dose, "朝食後", TODAY, end, "")),
        List.of());
  }

  private DocumentId posts(
      Origin author, ArticleContent content, LocalDate on, Visibility visibility) {
    return city.posts(author, patient, content, on, visibility);
  }

  private DocumentId measures(Origin author, String value, LocalDate on, Visibility visibility) {
    Instant at = on.atTime(9, 30).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    return posts(
        author,
        new ArticleContent(
            "",
            "",
            new VitalSigns(at, Map.of(VitalSign.TEMPERATURE, new BigDecimal(value))),
            List.of(),
            List.of()),
        on,
        visibility);
  }

  private Medicines medicines(Origin actor) {
    return city.ask(actor, new GetMedicines(patient, List.of()), Medicines.class);
  }

  private List<String> doses(Origin actor) {
    return medicines(actor).medicines().stream().map(row -> row.medicine().dose()).toList();
  }

  private List<String> temperatures(Origin actor) {
    return city
        .ask(
            actor,
            new GetVitalSigns(patient, TODAY.minusDays(30), List.of()),
            VitalSignsCourse.class)
        .measured()
        .stream()
        .map(each -> String.valueOf(each.vitals().values().get(VitalSign.TEMPERATURE)))
        .toList();
  }
}
