package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.PrintTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.PrintArticle;
import jp.tsunagaru.document.query.PrintTimeline;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.PrintConsentForm;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on paper is what may be read on the screen. */
class PrintTest {
  private static final PrintReason MEETING = new PrintReason(PrintPurpose.MEETING, "");

  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
  private PatientId patient;

  @BeforeEach
  void team() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
  }

  @AfterEach
  void close() {
    city.close();
  }

  private DocumentId posts(Origin author, String text, LocalDate on, Visibility visibility) {
    return city.posts(author, patient, "", text, on, Set.of(), visibility, List.of());
  }

  private List<String> printed(Origin actor, TimelineFilter filter) {
    return city
        .ask(actor, new PrintTimeline(patient, filter, MEETING), PrintedArticles.class)
        .entries()
        .stream()
        .map(entry -> entry.content().text())
        .toList();
  }

  @Test
  void aRangeIsPrintedNewestDayFirst() {
    posts(nurse, "先月", TODAY.minusDays(30), Visibility.TEAM);
    posts(nurse, "昨日", TODAY.minusDays(1), Visibility.TEAM);
    posts(nurse, "今日", TODAY, Visibility.TEAM);

    assertThat(printed(doctor, TimelineFilter.ALL)).containsExactly("今日", "昨日", "先月");
    assertThat(printed(doctor, new TimelineFilter(TODAY.minusDays(7), TODAY, null, null, "")))
        .containsExactly("今日", "昨日");
  }

  @Test
  void whatOneMayNotReadOneMayNotPrint() {
    Visibility nurses =
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));
    DocumentId hidden = posts(nurse, "看護師だけ", TODAY, nurses);
    posts(nurse, "全員", TODAY, Visibility.TEAM);

    assertThat(printed(doctor, TimelineFilter.ALL)).containsExactly("全員");
    assertThat(printed(nurse, TimelineFilter.ALL)).containsExactly("全員", "看護師だけ");
    assertThat(article(nurse, hidden).entries()).hasSize(1);
    assertThatThrownBy(() -> article(doctor, hidden))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  private PrintedArticles article(Origin actor, DocumentId document) {
    return city.ask(actor, new PrintArticle(patient, document, MEETING), PrintedArticles.class);
  }

  @Test
  void whatHasNoRoomIsSaidAndNotSilentlyLeftOut() {
    IntStream.range(0, PrintTimeline.MOST)
        .forEach(number -> posts(nurse, "記事" + number, TODAY, Visibility.TEAM));
    assertThat(all().more()).isFalse();
    posts(nurse, "もう一つ", TODAY, Visibility.TEAM);

    PrintedArticles printed = all();

    assertThat(printed.more()).isTrue();
    assertThat(printed.entries()).hasSize(PrintTimeline.MOST);
    assertThat(printed.shown()).hasSize(PrintTimeline.MOST);
  }

  private PrintedArticles all() {
    return city.ask(
        doctor, new PrintTimeline(patient, TimelineFilter.ALL, MEETING), PrintedArticles.class);
  }

  @Test
  void whoPrintedAnArticleHasReadIt() {
    DocumentId document = posts(nurse, "今日", TODAY, Visibility.TEAM);

    city.happens(
        doctor,
        new RecordPrinted(
            patient,
            "PrintArticle",
            Map.of(document, 1L),
            "MEETING",
            Personal.of(Subject.of(patient), ""),
            new AccessGround("", "", "", "VIEW")));

    assertThat(
            city.ask(nurse, new GetReaders(patient, document), Readers.class).readers().stream()
                .filter(reader -> reader.readAt() != null)
                .map(reader -> reader.accountId()))
        .containsExactly(id(doctor));
  }

  @Test
  void teamAndConsentFormArePrintedFromTheSameFacts() {
    assertThat(city.ask(doctor, new PrintTeam(patient, MEETING), Team.class))
        .isEqualTo(city.ask(doctor, new GetTeam(patient), Team.class));
    assertThat(
            city.ask(doctor, new PrintConsentForm(patient, MEETING), PatientDetails.class)
                .basicInfo()
                .fullName())
        .isEqualTo("山田 太郎");
  }
}
