package jp.tsunagaru.support.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.query.DeletedDocuments;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.GetTimelineAsOf;
import jp.tsunagaru.document.query.ListDeletedDocuments;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.document.query.PastArticle;
import jp.tsunagaru.document.query.PrintArticle;
import jp.tsunagaru.document.query.PrintSummary;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.PrintedSummary;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineAsOf;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.query.GetSupportAddressees;
import jp.tsunagaru.support.query.ListSupportTasks;
import jp.tsunagaru.support.query.SupportAddressees;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportState;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportTask;
import jp.tsunagaru.support.query.SupportTasks;
import jp.tsunagaru.support.query.SupportThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportQueriesTest {
  private static final PrintReason MEETING = new PrintReason(PrintPurpose.MEETING, "");

  private final ReadSide city = new ReadSide();
  private final FacilityId clinic = new FacilityId(Ids.next("fac"));
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin helper = city.person("介護", "次郎", Profession.HOME_HELPER);
  private final Origin doctor =
      city.person("東", "太郎", "", "", Profession.PHYSICIAN, clinic, "CARE_USER");
  private final Origin partner =
      city.person("西", "次郎", "", "", Profession.PHYSICIAN, clinic, "CARE_USER");
  private final DocumentId request = DocumentId.next();
  private PatientId patient;

  @BeforeEach
  void people() {
    city.facility(clinic, "東医院");
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    city.assign(patient, helper, Right.VIEW);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_request_stands_in_the_notebook_with_all_that_was_said_to_it() {
    DocumentId article = city.posts(nurse, patient, "右かかとに発赤があります。\n写真を撮りました。");
    asks(1, null, "褥瘡でしょうか", List.of(article));
    answers(2, "褥瘡の初期と考えます");
    decides(3, Adoption.PARTLY, "夜間を除きます");

    TimelineEntry entry = entry(helper);

    assertThat(entry.author().name()).isEqualTo("看護 花子");
    assertThat(entry.content().text()).isEqualTo("褥瘡でしょうか");
    assertThat(entry.mayEdit()).isFalse();
    assertThat(entry.version()).isEqualTo(3);
    SupportThread thread = thread(helper);
    assertThat(thread.kind()).isEqualTo(SupportKind.SECOND_OPINION);
    assertThat(thread.state()).isEqualTo(SupportState.DECIDED);
    assertThat(thread.addresseeFacility()).isEqualTo("東医院");
    assertThat(thread.addresseeName()).isEmpty();
    assertThat(thread.contract()).isEqualTo("契約 R8-1");
    assertThat(thread.references())
        .extracting(SupportReference::documentId, SupportReference::line)
        .containsExactly(tuple(article, "右かかとに発赤があります。"));
    assertThat(thread.steps())
        .extracting(SupportStep::kind, SupportStep::text)
        .containsExactly(
            tuple(SupportStep.Kind.REQUESTED, "褥瘡でしょうか"),
            tuple(SupportStep.Kind.ANSWERED, "褥瘡の初期と考えます"),
            tuple(SupportStep.Kind.DECIDED, "夜間を除きます"));
    assertThat(thread.steps().getLast().adoption()).isEqualTo(Adoption.PARTLY);
  }

  @Test
  void buttons_are_for_who_is_asked_and_for_who_asked() {
    asks(1, null, "ご意見を", List.of());
    assertThat(thread(doctor)).matches(SupportThread::mayAnswer).matches(SupportThread::mayDecline);
    assertThat(thread(doctor)).matches(t -> !t.mayRevise()).matches(t -> !t.mayWithdraw());
    assertThat(thread(nurse)).matches(SupportThread::mayRevise).matches(SupportThread::mayWithdraw);
    assertThat(thread(nurse)).matches(t -> !t.mayAnswer()).matches(t -> !t.mayDecide());
    assertThat(thread(helper)).matches(t -> !t.mayAnswer() && !t.mayWithdraw() && !t.mayDecide());

    answers(2, "回答");
    assertThat(thread(nurse)).matches(SupportThread::mayDecide).matches(t -> !t.mayRevise());
    assertThat(thread(doctor)).matches(SupportThread::mayAnswer).matches(t -> !t.mayDecline());

    decides(3, Adoption.ADOPTED, "");
    assertThat(thread(nurse)).matches(SupportThread::mayDecide).matches(t -> !t.mayWithdraw());
    assertThat(thread(doctor)).matches(t -> !t.mayAnswer());
  }

  @Test
  void one_person_asked_is_not_the_facility() {
    city.assign(patient, partner, Right.VIEW, Right.WRITE);
    asks(1, new AccountId(doctor.accountId()), "ご意見を", List.of());
    assertThat(thread(doctor)).matches(SupportThread::mayAnswer);
    assertThat(thread(doctor).addresseeName()).isEqualTo("東 太郎");
    assertThat(thread(partner)).matches(t -> !t.mayAnswer());
    assertThat(tasks(partner)).isEmpty();
    assertThat(tasks(doctor)).hasSize(1);
  }

  @Test
  void it_waits_for_one_after_the_other_and_is_news_to_whoever_did_not_write_it() {
    assertThat(tasks(doctor)).isEmpty();
    asks(1, null, "ご意見を", List.of());
    assertThat(tasks(doctor))
        .containsExactly(
            new SupportTask(
                patient,
                request,
                "山田 太郎",
                SupportKind.SECOND_OPINION,
                true,
                tasks(doctor).getFirst().facility(),
                LocalDate.of(2026, 12, 5)));
    assertThat(tasks(partner)).as("not in the team").isEmpty();
    assertThat(tasks(nurse)).isEmpty();
    assertThat(unread(doctor)).isEqualTo(1);
    assertThat(unread(nurse)).isZero();
    city.sees(doctor, patient, Map.of(request, 1L));
    assertThat(unread(doctor)).isZero();

    answers(2, "回答");
    assertThat(tasks(doctor)).isEmpty();
    assertThat(tasks(nurse))
        .extracting(SupportTask::toAnswer, SupportTask::facility)
        .containsExactly(tuple(false, "東医院"));
    assertThat(unread(nurse)).isEqualTo(1);

    decides(3, Adoption.ADOPTED, "");
    assertThat(tasks(nurse)).isEmpty();
    assertThat(unread(doctor)).isEqualTo(1);
  }

  @Test
  void nothing_is_told_while_sharing_is_stopped() {
    asks(1, null, "ご意見を", List.of());
    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "PHONE", null));
    assertThat(tasks(doctor)).isEmpty();
  }

  @Test
  void words_of_an_answer_are_found_and_the_kind_filters() {
    city.posts(nurse, patient, "別の記事");
    asks(1, null, "ご意見を", List.of());
    answers(2, "体位変換を二時間ごとに");

    assertThat(found(new TimelineFilter(null, null, null, null, "", "体位変換", null)))
        .containsExactly(request);
    assertThat(found(new TimelineFilter(null, null, null, null, "", "R8-1", null)))
        .containsExactly(request);
    assertThat(found(new TimelineFilter(null, null, null, null, "", "", DocumentKind.SUPPORT)))
        .containsExactly(request);
    assertThat(found(new TimelineFilter(null, null, null, null, "", "", DocumentKind.ARTICLE)))
        .hasSize(1)
        .doesNotContain(request);
  }

  @Test
  void it_is_deleted_comes_back_and_is_gone_when_destroyed() {
    asks(1, null, "ご意見を", List.of());
    city.deletes(nurse, patient, request);
    assertThat(found(TimelineFilter.ALL)).isEmpty();
    assertThat(tasks(doctor)).isEmpty();
    assertThat(city.ask(nurse, new ListDeletedDocuments(), DeletedDocuments.class).documents())
        .extracting(deleted -> deleted.kind())
        .containsExactly(DocumentKind.SUPPORT);

    city.happens(nurse, new DocumentRestored(request, patient));
    assertThat(tasks(doctor)).hasSize(1);

    city.deletes(nurse, patient, request);
    city.purges(nurse, doctor, patient, request);
    Map<String, List<String>> rows = city.contents();
    assertThat(rows.get("view.support_asked")).isEmpty();
    assertThat(rows.get("view.support_task")).isEmpty();
    assertThat(rows.get("view.document_version")).isEmpty();
    city.happensAgain();
    assertThat(city.contents()).isEqualTo(rows);
  }

  @Test
  void a_rebuild_says_the_same() {
    asks(1, null, "ご意見を", List.of());
    asks(2, new AccountId(doctor.accountId()), "至急ご意見を", List.of());
    city.happens(
        doctor,
        new SupportDeclined(
            request,
            patient,
            3,
            new AccountId(doctor.accountId()),
            clinic,
            Profession.PHYSICIAN,
            written("専門外", "東 太郎")));
    SupportThread thread = thread(nurse);
    assertThat(thread.asked().text()).isEqualTo("至急ご意見を");
    assertThat(thread.state()).isEqualTo(SupportState.DECLINED);

    city.happensAgain();

    assertThat(thread(nurse)).isEqualTo(thread);
  }

  @Test
  void at_a_moment_it_stands_as_far_as_it_had_come() {
    asks(1, null, "ご意見を", List.of());
    Instant before = city.now();
    city.later(Duration.ofHours(1));
    answers(2, "回答");

    PastArticle past =
        city.ask(
                nurse,
                new GetTimelineAsOf(patient, new Moment(before, Moment.Basis.RECORDED), null),
                TimelineAsOf.class)
            .articles()
            .getFirst();

    assertThat(past.support().state()).isEqualTo(SupportState.REQUESTED);
    assertThat(past.support().mayAnswer()).isFalse();
    assertThat(past.newestVersion()).isEqualTo(2);
  }

  @Test
  void those_of_other_facilities_who_write_can_be_asked() {
    SupportAddressees found =
        city.ask(nurse, new GetSupportAddressees(patient), SupportAddressees.class);
    assertThat(found.candidates())
        .extracting(SupportAddressees.Candidate::facility, SupportAddressees.Candidate::name)
        .containsExactly(tuple("東医院", ""), tuple("東医院", "東 太郎"));
    assertThat(
            city.ask(doctor, new GetSupportAddressees(patient), SupportAddressees.class)
                .candidates())
        .as("the helper may only read")
        .extracting(SupportAddressees.Candidate::name)
        .containsExactly("", "看護 花子");
  }

  @Test
  void it_is_printed_and_stands_in_the_summary() {
    city.posts(nurse, patient, "古い記事");
    city.posts(nurse, patient, "新しい記事");
    asks(1, null, "ご意見を", List.of());

    PrintedArticles printed =
        city.ask(helper, new PrintArticle(patient, request, MEETING), PrintedArticles.class);
    assertThat(printed.shown()).isEqualTo(Map.of(request, 1L));

    PrintedSummary summary =
        city.ask(helper, new PrintSummary(patient, 2, MEETING), PrintedSummary.class);
    assertThat(summary.patient().basicInfo().fullName()).isEqualTo("山田 太郎");
    assertThat(summary.team().members()).hasSize(3);
    assertThat(summary.entries()).hasSize(2);
    assertThat(summary.more()).isTrue();
    assertThat(summary.shown()).hasSize(2);
    assertThat(
            city.ask(helper, new PrintSummary(patient, 0, MEETING), PrintedSummary.class).entries())
        .isEmpty();
  }

  @Test
  void an_open_page_is_told() {
    asks(1, null, "ご意見を", List.of());
    assertThat(city.told(new WatchPatient(patient)))
        .contains(new PatientChange(patient, PatientChange.Kind.DOCUMENT, request.value()));
  }

  private void asks(long version, AccountId person, String question, List<DocumentId> references) {
    city.happens(
        nurse,
        new SupportRequested(
            request,
            patient,
            version,
            new AccountId(nurse.accountId()),
            new FacilityId(nurse.facilityId()),
            Profession.NURSE,
            SupportKind.SECOND_OPINION,
            new Addressee(clinic, person),
            LocalDate.of(2026, 12, 5),
            references,
            written(question, "看護 花子"),
            Personal.of(Subject.of(request, patient), "契約 R8-1")));
  }

  private void answers(long version, String text) {
    city.happens(
        doctor,
        new SupportAnswered(
            request,
            patient,
            version,
            new AccountId(doctor.accountId()),
            clinic,
            Profession.PHYSICIAN,
            written(text, "東 太郎")));
  }

  private void decides(long version, Adoption adoption, String reason) {
    city.happens(
        nurse,
        new SupportDecided(
            request,
            patient,
            version,
            new AccountId(nurse.accountId()),
            new FacilityId(nurse.facilityId()),
            Profession.NURSE,
            adoption,
            written(reason, "看護 花子")));
  }

  private Personal<WrittenArticle> written(String text, String author) {
    return Personal.of(
        Subject.of(request, patient),
        new WrittenArticle(new ArticleContent("", text), new AuthorAsWritten(author, "施設")));
  }

  private List<DocumentId> found(TimelineFilter filter) {
    return city
        .ask(nurse, new GetTimeline(patient, filter, null), Timeline.class)
        .entries()
        .stream()
        .map(TimelineEntry::documentId)
        .toList();
  }

  private TimelineEntry entry(Origin actor) {
    return city
        .ask(actor, new GetTimeline(patient, TimelineFilter.ALL, null), Timeline.class)
        .entries()
        .stream()
        .filter(each -> each.documentId().equals(request))
        .findFirst()
        .orElseThrow();
  }

  private SupportThread thread(Origin actor) {
    return entry(actor).support();
  }

  private List<SupportTask> tasks(Origin actor) {
    return city.ask(actor, new ListSupportTasks(), SupportTasks.class).tasks();
  }

  private int unread(Origin actor) {
    return city.ask(actor, new ListPatients("", null, null, null, false, 0, 10), PatientList.class)
        .rows()
        .getFirst()
        .unread();
  }
}
