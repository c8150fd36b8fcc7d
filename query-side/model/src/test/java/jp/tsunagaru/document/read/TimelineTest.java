package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.Author;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.document.query.Draft;
import jp.tsunagaru.document.query.FindDraft;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.GetVersions;
import jp.tsunagaru.document.query.Reader;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.document.query.Versions;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchMyPatients;
import jp.tsunagaru.patient.query.WatchPatient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin colleague = city.person("看護", "同僚", Profession.NURSE);
  private final FacilityId clinic = new FacilityId(Ids.next("fac"));
  private final Origin doctor =
      city.person("医師", "太郎", "いし", "たろう", Profession.PHYSICIAN, clinic, "CARE_USER");
  private final Origin pharmacist =
      city.person("薬剤", "三郎", "やくざい", "", Profession.PHARMACIST, clinic, "CARE_USER");
  private PatientId patient;

  @BeforeEach
  void team() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, colleague, doctor, pharmacist);
  }

  @AfterEach
  void close() {
    city.close();
  }

  private Timeline timeline(Origin actor) {
    return timeline(actor, TimelineFilter.ALL, null);
  }

  private Timeline timeline(
      Origin actor, TimelineFilter filter, @Nullable TimelinePosition before) {
    return city.ask(actor, new GetTimeline(patient, filter, before), Timeline.class);
  }

  private List<String> texts(Origin actor) {
    return texts(timeline(actor));
  }

  private static List<String> texts(Timeline timeline) {
    return timeline.entries().stream().map(entry -> entry.content().text()).toList();
  }

  private DocumentId posts(Origin author, String text, LocalDate on, String... tags) {
    return city.posts(author, patient, "", text, on, Set.of(tags), Visibility.TEAM, List.of());
  }

  @Test
  void theLatestDayComesFirstWhateverWasWrittenLast() {
    posts(nurse, "今日", TODAY);
    posts(nurse, "昨日の分を後から", TODAY.minusDays(1));
    posts(nurse, "今日の二つ目", TODAY);

    assertThat(texts(doctor)).containsExactly("今日の二つ目", "今日", "昨日の分を後から");
    TimelineEntry late = timeline(doctor).entries().getLast();
    assertThat(late.occurredOn()).isEqualTo(TODAY.minusDays(1));
    assertThat(late.author().name()).isEqualTo("看護 花子");
    assertThat(late.editedAt()).isEqualTo(late.recordedAt());
    assertThat(timeline(doctor).next()).isNull();
  }

  @Test
  void aThousandDocumentsOfOneDayAreTurnedOverWithoutLossOrRepetition() {
    Set<DocumentId> written = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      written.add(posts(i % 50 == 0 ? doctor : nurse, "記事" + i, TODAY, i % 100 == 0 ? "稀" : "常"));
    }
    // Also of the same moment, as an import makes them: the id decides then.
    city.jdbc
        .sql("update view.timeline_entry set recorded_at = ?")
        .param(java.sql.Timestamp.from(city.now()))
        .update();
    city.jdbc
        .sql("update view.document_tag set recorded_at = ?")
        .param(java.sql.Timestamp.from(city.now()))
        .update();

    List<DocumentId> read = allPages(TimelineFilter.ALL);

    assertThat(read).doesNotHaveDuplicates().hasSize(1_000).containsAll(written);
    assertThat(allPages(new TimelineFilter(null, null, id(doctor), null, "")))
        .doesNotHaveDuplicates()
        .hasSize(20);
    assertThat(allPages(new TimelineFilter(TODAY, TODAY, null, null, "常")))
        .doesNotHaveDuplicates()
        .hasSize(990);
    assertThat(allPages(new TimelineFilter(TODAY.plusDays(1), null, null, null, ""))).isEmpty();
  }

  @Test
  void wordsAreFoundInAnySpellingTogetherWithTheOtherFilters() {
    posts(nurse, "ケツアツは１５２/８８、むくみあり", TODAY, "バイタル");
    posts(doctor, "けつあつは安定", TODAY.minusDays(1));
    posts(nurse, "食事は全量", TODAY);

    assertThat(found("けつあつ")).containsExactly("ケツアツは１５２/８８、むくみあり", "けつあつは安定");
    assertThat(found("けつあつ　152")).containsExactly("ケツアツは１５２/８８、むくみあり");
    assertThat(found("けつあつ 全量")).isEmpty();
    assertThat(found("　")).hasSize(3);
    TimelineFilter words = TimelineFilter.ALL.withText("けつあつ");
    assertThat(texts(timeline(nurse, words.withAuthor(id(doctor)), null)))
        .containsExactly("けつあつは安定");
    assertThat(texts(timeline(nurse, words.withTag("バイタル"), null)))
        .containsExactly("ケツアツは１５２/８８、むくみあり");
    assertThat(texts(timeline(nurse, words.withTo(TODAY.minusDays(1)), null)))
        .containsExactly("けつあつは安定");
    assertThat(city.contents().toString()).doesNotContain("ケツアツ").doesNotContain("けつあつ");
  }

  private List<String> found(String words) {
    return texts(timeline(nurse, TimelineFilter.ALL.withText(words), null));
  }

  @Test
  void wordsOfAnArticleForOthersAreNotFound() {
    Visibility nurses =
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));
    city.posts(nurse, patient, "内緒の血圧", nurses);

    assertThat(texts(timeline(doctor, TimelineFilter.ALL.withText("内緒"), null))).isEmpty();
    assertThat(texts(timeline(nurse, TimelineFilter.ALL.withText("内緒"), null))).hasSize(1);
  }

  @Test
  void aLongSearchStopsAndGoesOnWhereItStopped() {
    int most = GetTimeline.SEARCHED;
    posts(nurse, "探しているもの", TODAY.minusDays(9));
    for (int i = 0; i < most; i++) {
      posts(nurse, "記事" + i, TODAY);
    }
    TimelineFilter words = TimelineFilter.ALL.withText("探している");

    Timeline first = timeline(doctor, words, null);
    assertThat(first.entries()).isEmpty();
    assertThat(first.searched()).isEqualTo(most);
    assertThat(first.next()).isNotNull();
    Timeline rest = timeline(doctor, words, first.next());
    assertThat(texts(rest)).containsExactly("探しているもの");
    assertThat(rest.searched()).isEqualTo(1);
    assertThat(rest.next()).isNull();
    assertThat(allPages(TimelineFilter.ALL.withText("記事"))).doesNotHaveDuplicates().hasSize(most);
  }

  private List<DocumentId> allPages(TimelineFilter filter) {
    List<DocumentId> read = new ArrayList<>();
    TimelinePosition position = null;
    do {
      Timeline page = timeline(pharmacist, filter, position);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(GetTimeline.PAGE);
      page.entries().forEach(entry -> read.add(entry.documentId()));
      position = page.next();
    } while (position != null);
    return read;
  }

  @Test
  void filtersCombine() {
    posts(nurse, "看護の血圧", TODAY, "血圧", "訪問");
    posts(doctor, "医師の血圧", TODAY, "血圧");
    posts(doctor, "医師の古い血圧", TODAY.minusDays(9), "血圧");
    GroupId group = city.group("診療所", doctor, doctor, pharmacist);
    LocalDate from = TODAY.minusDays(1);

    assertThat(texts(timeline(nurse, new TimelineFilter(from, null, id(doctor), null, "血圧"), null)))
        .containsExactly("医師の血圧");
    assertThat(texts(timeline(nurse, new TimelineFilter(null, null, null, group, ""), null)))
        .containsExactly("医師の血圧", "医師の古い血圧");
    assertThat(texts(timeline(nurse, new TimelineFilter(null, from, null, group, "血圧"), null)))
        .containsExactly("医師の古い血圧");
    assertThat(texts(timeline(nurse, new TimelineFilter(null, null, id(nurse), group, ""), null)))
        .isEmpty();
    assertThat(texts(timeline(nurse, new TimelineFilter(null, null, null, null, "訪問"), null)))
        .containsExactly("看護の血圧");
  }

  @Test
  void whatIsHiddenShowsNowhereNotEvenInAFilter() {
    GroupId group = city.group("薬局", pharmacist, pharmacist);
    city.posts(
        nurse,
        patient,
        "",
        "医師にだけ",
        TODAY,
        Set.of("内密"),
        new Visibility(Visibility.Scope.SELECTED, Set.of(id(doctor)), Set.of(), Set.of()),
        List.of());
    city.posts(
        nurse,
        patient,
        "",
        "薬局のグループにだけ",
        TODAY,
        Set.of(),
        new Visibility(Visibility.Scope.SELECTED, Set.of(), Set.of(group), Set.of()),
        List.of());
    city.posts(
        doctor,
        patient,
        "",
        "看護師にだけ",
        TODAY,
        Set.of(),
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE)),
        List.of());

    assertThat(texts(doctor)).containsExactly("看護師にだけ", "医師にだけ");
    assertThat(texts(pharmacist)).containsExactly("薬局のグループにだけ");
    assertThat(texts(nurse)).hasSize(3);
    assertThat(texts(colleague)).containsExactly("看護師にだけ");
    assertThat(timeline(pharmacist).tags()).isEmpty();
    assertThat(timeline(doctor).tags()).containsExactly("内密");
    assertThat(timeline(colleague).authors()).extracting(Author::name).containsExactly("医師 太郎");
    assertThat(texts(timeline(pharmacist, new TimelineFilter(null, null, null, null, "内密"), null)))
        .isEmpty();
    TimelineEntry hidden = timeline(doctor).entries().getLast();
    assertThat(hidden.readers()).as("the doctor, and not the author").isEqualTo(1);
    assertThat(hidden.visibility().accounts()).containsExactly(id(doctor));
  }

  @Test
  void aDeletedDocumentIsGoneUntilItIsRestored() {
    DocumentId document = posts(nurse, "消す記事", TODAY, "消す");
    city.deletes(nurse, patient, document);

    assertThat(timeline(nurse).entries()).isEmpty();
    assertThat(timeline(nurse).tags()).isEmpty();
    assertThat(timeline(nurse).authors()).isEmpty();
    assertThat(city.ask(nurse, new GetVersions(patient, document), Versions.class).versions())
        .isEmpty();
    assertThat(city.ask(nurse, new GetReaders(patient, document), Readers.class).readers())
        .isEmpty();

    city.happens(nurse, new DocumentRestored(document, patient));

    assertThat(texts(nurse)).containsExactly("消す記事");
    assertThat(timeline(nurse).tags()).containsExactly("消す");
  }

  @Test
  void aPurgedDocumentLeavesNoRowAndNoneComesBackLate() {
    DocumentId document = DocumentId.next();
    AttachmentId file = city.uploads(nurse, patient, document, "創部.jpg");
    city.happens(
        nurse,
        ReadSide.confirmed(
            document,
            nurse,
            patient,
            "題",
            "本文",
            TODAY,
            Set.of("創"),
            Visibility.TEAM,
            List.of(file)));
    city.revises(colleague, patient, document, 2, "本文二", Visibility.TEAM);
    city.sees(doctor, patient, Map.of(document, 2L));
    city.deletes(nurse, patient, document);
    assertThat(rowsNaming(document)).hasSizeGreaterThan(5);

    city.purges(nurse, colleague, patient, document);

    assertThat(rowsNaming(document))
        .containsOnlyKeys("view.attachment_gate", "view.past_document", "view.purged_document");
    city.sees(pharmacist, patient, Map.of(document, 2L));
    city.uploads(nurse, patient, document, "遅れた写真.jpg");
    city.happensAgain();
    assertThat(rowsNaming(document))
        .containsOnlyKeys("view.attachment_gate", "view.past_document", "view.purged_document");
  }

  private Map<String, List<String>> rowsNaming(DocumentId document) {
    Map<String, List<String>> rows = city.contents();
    rows.values()
        .removeIf(lines -> lines.stream().noneMatch(line -> line.contains(document.value())));
    return rows;
  }

  @Test
  void aPurgeIsForgottenAboutNobodyElse() {
    DocumentId purged = posts(nurse, "消える", TODAY);
    DocumentId kept = posts(nurse, "残る", TODAY);
    city.sees(doctor, patient, Map.of(purged, 1L, kept, 1L));
    city.deletes(nurse, patient, purged);
    city.purges(nurse, colleague, patient, purged);

    assertThat(texts(doctor)).containsExactly("残る");
    assertThat(timeline(doctor).entries().getFirst().unread()).isFalse();
  }

  @Test
  void countsWhoHasBeenShownTheNewestVersion() {
    DocumentId document = posts(nurse, "初版", TODAY);
    city.sees(doctor, patient, Map.of(document, 1L));
    city.sees(nurse, patient, Map.of(document, 1L));

    TimelineEntry entry = timeline(doctor).entries().getFirst();
    assertThat(entry.readBy()).isEqualTo(1);
    assertThat(entry.readers()).isEqualTo(3);
    assertThat(entry.unread()).isFalse();
    assertThat(timeline(pharmacist).entries().getFirst().unread()).isTrue();
    assertThat(timeline(nurse).entries().getFirst().unread()).as("own").isFalse();

    city.revises(nurse, patient, document, 2, "第二版", Visibility.TEAM);

    entry = timeline(doctor).entries().getFirst();
    assertThat(entry.readBy()).isZero();
    assertThat(entry.unread()).isTrue();
    assertThat(entry.version()).isEqualTo(2);
    assertThat(entry.editedAt()).isAfter(entry.recordedAt());
    assertThat(timeline(doctor).tags()).containsExactly("改版");
  }

  @Test
  void readersAreMembersWithTheVersionTheySaw() {
    DocumentId document = posts(nurse, "初版", TODAY);
    Origin former = city.person("元", "担当", Profession.NURSE);
    city.sees(former, patient, Map.of(document, 1L));
    city.sees(doctor, patient, Map.of(document, 1L));
    Instant shown = city.now();
    city.sees(doctor, patient, Map.of(document, 1L));

    List<Reader> readers =
        city.ask(nurse, new GetReaders(patient, document), Readers.class).readers();

    assertThat(readers)
        .extracting(Reader::name)
        .containsExactlyInAnyOrder("医師 太郎", "看護 同僚", "薬剤 三郎");
    assertThat(readers.getFirst().readAt()).isEqualTo(shown);
    assertThat(readers.getFirst().version()).isEqualTo(1);
    assertThat(readers.getLast().readAt()).isNull();

    city.revises(nurse, patient, document, 2, "第二版", Visibility.TEAM);
    city.sees(doctor, patient, Map.of(document, 2L));
    Instant again = city.now();

    assertThat(
            city.ask(nurse, new GetReaders(patient, document), Readers.class).readers().getFirst())
        .extracting(Reader::readAt, Reader::version)
        .containsExactly(again, 2L);
  }

  @Test
  void authorAndColleaguesOfTheFacilityMayEditWithTheRight() {
    posts(nurse, "記事", TODAY);
    Origin viewer = city.person("看護", "見習", Profession.NURSE);
    city.assign(patient, viewer, Right.VIEW, Right.EDIT);

    assertThat(timeline(nurse).entries().getFirst().mayEdit()).isTrue();
    assertThat(timeline(colleague).entries().getFirst().mayDelete()).isTrue();
    assertThat(timeline(doctor).entries().getFirst().mayEdit()).as("other facility").isFalse();
    assertThat(timeline(viewer).entries().getFirst().mayEdit()).isTrue();
    assertThat(timeline(viewer).entries().getFirst().mayDelete()).isFalse();
  }

  @Test
  void everyVersionStaysReadable() {
    DocumentId document = posts(nurse, "初版", TODAY.minusDays(1), "訪問");
    city.revises(colleague, patient, document, 2, "第二版", Visibility.TEAM);

    List<DocumentVersion> versions =
        city.ask(doctor, new GetVersions(patient, document), Versions.class).versions();

    assertThat(versions)
        .extracting(version -> version.content().text())
        .containsExactly("初版", "第二版");
    assertThat(versions).extracting(DocumentVersion::reason).containsExactly("", "誤記の訂正");
    assertThat(versions.getFirst().tags()).containsExactly("訪問");
    assertThat(
            city.ask(doctor, new GetVersions(PatientId.next(), document), Versions.class)
                .versions())
        .isEmpty();
  }

  @Test
  void filesStandInTheOrderOfTheirAuthor() {
    DocumentId document = DocumentId.next();
    AttachmentId second = city.uploads(nurse, patient, document, "二.jpg");
    AttachmentId first = city.uploads(nurse, patient, document, "一.jpg");
    city.happens(
        nurse,
        ReadSide.confirmed(
            document,
            nurse,
            patient,
            "",
            "",
            TODAY,
            Set.of(),
            Visibility.TEAM,
            List.of(first, second)));

    assertThat(timeline(doctor).entries().getFirst().attachments())
        .extracting(AttachmentView::name)
        .containsExactly("一.jpg", "二.jpg");
  }

  @Test
  void theNewestDraftOfTheActorIsFound() {
    DocumentId older = DocumentId.next();
    DocumentId newer = DocumentId.next();
    city.saved(nurse, patient, older, "古い下書き", city.now());
    city.saved(nurse, patient, newer, "{\"text\":\"新しい下書き\"}", city.now().plusSeconds(5));

    assertThat(city.ask(nurse, new FindDraft(patient), Draft.class))
        .isEqualTo(new Draft(newer, "{\"text\":\"新しい下書き\"}", city.now().plusSeconds(5)));
    assertThat(city.ask(doctor, new FindDraft(patient), Draft.class))
        .isEqualTo(new Draft(null, "", null));
  }

  @Test
  void onlyWhatIsShownForTheFirstTimeIsNews() {
    DocumentId document = posts(nurse, "記事", TODAY);
    PatientChange change =
        new PatientChange(patient, PatientChange.Kind.VIEWED, doctor.accountId());

    city.sees(doctor, patient, Map.of(document, 1L));
    assertThat(city.told(new WatchPatient(patient))).containsExactly(change);
    assertThat(city.told(new WatchMyPatients(id(doctor)))).containsExactly(change);
    assertThat(city.told(new WatchMyPatients(id(nurse)))).isEmpty();

    city.sees(doctor, patient, Map.of(document, 1L));
    assertThat(city.told(new WatchPatient(patient))).isEmpty();
  }

  @Test
  void contentIsNowhereInTheClear() {
    city.posts(nurse, patient, "題名らしきもの", "本文らしきもの", TODAY, Set.of(), Visibility.TEAM, List.of());

    assertThat(city.contents().values().stream().flatMap(List::stream))
        .isNotEmpty()
        .noneMatch(row -> row.contains("らしきもの") || row.contains(hex("らしきもの")));
  }

  private static String hex(String text) {
    return java.util.HexFormat.of()
        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
