package jp.tsunagaru.document.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.ArticlePart;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.TestResult;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.document.event.PurgeRequested;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentTest {
  /** 2026-11-23 00:30 in Japan, still the 22nd in UTC. */
  private static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final AuthorAsWritten WRITTEN = new AuthorAsWritten("髙橋 花子", "訪問看護ステーション");

  private final DocumentId id = DocumentId.next();
  private final PatientId patient = PatientId.next();
  private final Person author = People.nurse();
  private final Person colleague = People.at(author.facility(), Profession.NURSE, Role.CARE_USER);
  private final Person stranger = People.pharmacist();
  private final Person administrator =
      People.at(author.facility(), Profession.NURSE, Role.FACILITY_ADMIN);
  private final Person city = People.at(FacilityId.CITY, Profession.OTHER, Role.CITY_OPERATOR);
  private final AttachmentId photo = AttachmentId.next();
  private final Set<AttachmentId> received = new HashSet<>(Set.of(photo));
  private final PostArticle post = post("浮腫あり", TODAY, List.of());
  private FixtureConfiguration<Document> fixture;

  @BeforeEach
  void set() {
    fixture = new AggregateTestFixture<>(Document.class);
    Authors authors = (account, facility) -> WRITTEN;
    fixture.registerInjectableResource(authors);
    fixture.registerInjectableResource(new Files());
    fixture.registerInjectableResource((PurgeHolds) patient -> {});
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneId.of("Asia/Tokyo")));
  }

  @Test
  void an_article_is_confirmed_under_the_name_of_its_author() {
    fixture.givenNoPriorActivity().when(post, author.metaData()).expectEvents(confirmed(post));
  }

  @Test
  void what_stands_in_fields_is_sealed_and_its_kinds_are_told() {
    PostArticle withFields = post(FIELDS);
    fixture
        .givenNoPriorActivity()
        .when(withFields, author.metaData())
        .expectEvents(confirmed(withFields));
    assertThat(confirmed(withFields).parts()).isEqualTo(Set.of(ArticlePart.values()));
    set();
    fixture
        .given(confirmed(withFields))
        .when(post(FIELDS), author.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    set();
    fixture
        .given(confirmed(withFields))
        .when(post("浮腫あり", TODAY, List.of()), author.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void nothing_is_measured_in_the_future() {
    fixture
        .givenNoPriorActivity()
        .when(
            post(measured(NOW.plus(Duration.ofHours(25)), VitalSign.PULSE, "72")),
            author.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE));
  }

  private static final ArticleContent FIELDS =
      new ArticleContent(
          "",
          "",
          new VitalSigns(NOW, Map.of(VitalSign.TEMPERATURE, new BigDecimal("36.5"))),
          List.of(
              new Medicine(
                  new MedicineId("med_00000000000000000000000001"),
                  MedicineStep.START,
                  "アムロジピン錠5mg",
                  "アムロジピン",
                  "1錠",
                  "朝食後",
                  TODAY,
                  null,
                  "")),
          List.of(new TestResult("Cr", "0.8", "mg/dL", "0.5〜0.8")));

  private static ArticleContent measured(Instant at, VitalSign sign, String value) {
    return new ArticleContent(
        "", "", new VitalSigns(at, Map.of(sign, new BigDecimal(value))), List.of(), List.of());
  }

  private PostArticle post(ArticleContent content) {
    return new PostArticle(id, patient, TODAY, content, Set.of(), Visibility.TEAM, List.of());
  }

  @Test
  void the_same_article_posted_again_is_answered_quietly() {
    fixture
        .given(confirmed(post))
        .when(post("浮腫あり", TODAY, List.of()), author.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_same_article_posted_again_is_answered_quietly_even_after_a_revision() {
    fixture
        .given(confirmed(post), revised(2, "浮腫なし", author))
        .when(post, author.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_article_under_the_same_id_is_a_conflict() {
    fixture
        .given(confirmed(post))
        .when(post("浮腫なし", TODAY, List.of()), author.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void somebody_else_does_not_learn_that_an_id_is_taken() {
    fixture
        .given(confirmed(post))
        .when(post, colleague.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void nobody_posts_without_signing_in() {
    fixture.givenNoPriorActivity().when(post).expectException(refused(RefusalCode.NOT_SIGNED_IN));
  }

  @Test
  void tomorrow_in_japan_is_allowed_and_the_day_after_is_not() {
    PostArticle tomorrow = post("予定", TODAY.plusDays(1), List.of());
    fixture
        .givenNoPriorActivity()
        .when(tomorrow, author.metaData())
        .expectEvents(confirmed(tomorrow));
    set();
    fixture
        .givenNoPriorActivity()
        .when(post("予定", TODAY.plusDays(2), List.of()), author.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE));
  }

  @Test
  void an_article_names_the_files_received_for_it() {
    PostArticle withPhoto = post("", TODAY, List.of(photo));
    fixture
        .givenNoPriorActivity()
        .when(withPhoto, author.metaData())
        .expectEvents(confirmed(withPhoto));
  }

  @Test
  void a_file_of_another_document_is_unknown() {
    fixture
        .givenNoPriorActivity()
        .when(post("", TODAY, List.of(photo, AttachmentId.next())), author.metaData())
        .expectException(refused(RefusalCode.ATTACHMENT_UNKNOWN));
  }

  @Test
  void a_file_named_twice_is_unknown() {
    fixture
        .givenNoPriorActivity()
        .when(post("", TODAY, List.of(photo, photo)), author.metaData())
        .expectException(refused(RefusalCode.ATTACHMENT_UNKNOWN));
  }

  @Test
  void author_and_colleagues_revise() {
    fixture
        .given(confirmed(post))
        .when(revise(1, "浮腫なし"), author.metaData())
        .expectEvents(revised(2, "浮腫なし", author));
    set();
    fixture
        .given(confirmed(post), revised(2, "浮腫なし", author))
        .when(revise(2, "体重増"), colleague.metaData())
        .expectEvents(revised(3, "体重増", colleague));
  }

  @Test
  void other_facilities_do_not_find_what_they_would_revise() {
    fixture
        .given(confirmed(post))
        .when(revise(1, "浮腫なし"), stranger.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void a_right_for_one_patient_does_not_reach_the_document_of_another() {
    PatientId other = PatientId.next();
    ReviseArticle revise =
        new ReviseArticle(
            id,
            other,
            1,
            TODAY,
            new ArticleContent("", "x"),
            Set.of(),
            Visibility.TEAM,
            List.of(),
            "");
    for (Object command :
        List.of(
            revise,
            new DeleteDocument(id, other, DeletionReason.OTHER, ""),
            new RestoreDocument(id, other),
            new RequestPurge(id, other))) {
      set();
      fixture
          .given(confirmed(post))
          .when(command, author.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
  }

  @Test
  void a_revision_of_an_old_version_is_a_conflict_that_names_the_newest() {
    fixture
        .given(confirmed(post), revised(2, "浮腫なし", colleague))
        .when(revise(1, "体重増"), author.metaData())
        .expectException(refused(RefusalCode.CONFLICT))
        .expectException(new Parameter("version", "2"));
  }

  @Test
  void the_same_revision_sent_again_is_answered_quietly() {
    fixture
        .given(confirmed(post), revised(2, "浮腫なし", author))
        .when(revise(1, "浮腫なし"), author.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_document_is_deleted_and_restored() {
    fixture
        .given(confirmed(post))
        .when(new DeleteDocument(id, patient, DeletionReason.DUPLICATE, "二重"), colleague.metaData())
        .expectEvents(deleted("二重"));
    set();
    fixture
        .given(confirmed(post), deleted(""))
        .when(new RestoreDocument(id, patient), author.metaData())
        .expectEvents(new DocumentRestored(id, patient));
  }

  @Test
  void nothing_of_another_facility_is_deleted_restored_or_purged() {
    for (Object command :
        List.of(
            new DeleteDocument(id, patient, DeletionReason.OTHER, ""),
            new RestoreDocument(id, patient),
            new RequestPurge(id, patient))) {
      set();
      fixture
          .given(confirmed(post))
          .when(command, stranger.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
  }

  @Test
  void each_step_needs_its_state() {
    refusedInState(List.of(deleted("")), new DeleteDocument(id, patient, DeletionReason.OTHER, ""));
    refusedInState(List.of(deleted("")), revise(1, "x"));
    refusedInState(List.of(), new RestoreDocument(id, patient));
    refusedInState(List.of(), new RequestPurge(id, patient));
    refusedInState(List.of(deleted(""), purgeRequested()), new RequestPurge(id, patient));
    refusedInState(
        List.of(deleted(""), purgeRequested(), purged()), new RestoreDocument(id, patient));
    refusedInState(List.of(deleted(""), purgeRequested(), purged()), post);
  }

  private void refusedInState(List<Object> then, Object command) {
    set();
    fixture
        .given(Stream.concat(Stream.of(confirmed(post)), then.stream()).toList())
        .when(command, author.metaData())
        .expectException(refused(RefusalCode.DOCUMENT_STATE));
  }

  @Test
  void a_second_person_approves_a_purge_and_all_files_are_named() {
    for (Person approver : List.of(administrator, city)) {
      set();
      fixture
          .given(confirmed(post), deleted(""), purgeRequested())
          .when(new ApprovePurge(id), approver.metaData())
          .expectEvents(
              new DocumentPurged(id, patient, author.id(), approver.id(), List.of(photo)));
    }
  }

  @Test
  void the_requester_does_not_approve() {
    Person both =
        new Person(
            author.id(),
            author.facility(),
            Profession.NURSE,
            author.session(),
            Set.of(Role.CARE_USER, Role.FACILITY_ADMIN));
    fixture
        .given(confirmed(post), deleted(""), purgeRequested())
        .when(new ApprovePurge(id), both.metaData())
        .expectException(refused(RefusalCode.SAME_PERSON));
  }

  @Test
  void only_the_own_administrator_or_the_city_approves() {
    for (Person approver :
        List.of(
            People.at(FacilityId.next(), Profession.NURSE, Role.FACILITY_ADMIN),
            colleague,
            People.at(FacilityId.CITY, Profession.OTHER, Role.CITY_AUDITOR))) {
      set();
      fixture
          .given(confirmed(post), deleted(""), purgeRequested())
          .when(new ApprovePurge(id), approver.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
  }

  @Test
  void nothing_is_purged_that_nobody_asked_to_purge() {
    for (List<Object> then :
        List.<List<Object>>of(
            List.of(),
            List.of(deleted("")),
            List.of(deleted(""), purgeRequested(), new DocumentRestored(id, patient)),
            List.of(
                deleted(""), purgeRequested(), new DocumentRestored(id, patient), deleted("")))) {
      set();
      fixture
          .given(Stream.concat(Stream.of(confirmed(post)), then.stream()).toList())
          .when(new ApprovePurge(id), city.metaData())
          .expectException(refused(RefusalCode.DOCUMENT_STATE));
    }
  }

  @Test
  void a_document_that_does_not_exist_is_not_found() {
    for (Object command :
        List.of(
            new ApprovePurge(id),
            revise(1, "x"),
            new DeleteDocument(id, patient, DeletionReason.OTHER, ""),
            new RestoreDocument(id, patient),
            new RequestPurge(id, patient))) {
      set();
      fixture
          .givenNoPriorActivity()
          .when(command, city.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND))
          .expectNoEvents();
    }
  }

  private PostArticle post(String text, LocalDate occurredOn, List<AttachmentId> attachments) {
    return new PostArticle(
        id,
        patient,
        occurredOn,
        new ArticleContent("", text),
        Set.of("VITAL"),
        Visibility.TEAM,
        attachments);
  }

  private ReviseArticle revise(long expected, String text) {
    return new ReviseArticle(
        id,
        patient,
        expected,
        TODAY,
        new ArticleContent("", text),
        Set.of(),
        Visibility.TEAM,
        List.of(),
        "訂正");
  }

  private DocumentConfirmed confirmed(PostArticle post) {
    return new DocumentConfirmed(
        id,
        patient,
        author.id(),
        author.facility(),
        author.profession(),
        post.occurredOn(),
        post.tags(),
        post.visibility(),
        post.attachments(),
        post.content().parts(),
        sealed(new WrittenArticle(post.content(), WRITTEN)));
  }

  private DocumentRevised revised(long version, String text, Person by) {
    return new DocumentRevised(
        id,
        patient,
        version,
        by.id(),
        by.facility(),
        by.profession(),
        TODAY,
        Set.of(),
        Visibility.TEAM,
        List.of(),
        Set.of(),
        sealed(new WrittenArticle(new ArticleContent("", text), WRITTEN)),
        sealed("訂正"));
  }

  private DocumentDeleted deleted(String note) {
    return new DocumentDeleted(id, patient, DeletionReason.DUPLICATE, sealed(note));
  }

  private Object purgeRequested() {
    return new GenericEventMessage<>(
        new PurgeRequested(id, patient, author.facility()), author.metaData());
  }

  private DocumentPurged purged() {
    return new DocumentPurged(id, patient, author.id(), city.id(), List.of());
  }

  private <T> Personal<T> sealed(T value) {
    return Personal.of(Subject.of(id, patient), value);
  }

  private final class Files implements DocumentFiles {
    @Override
    public Set<AttachmentId> received(DocumentId documentId, PatientId patientId) {
      return documentId.equals(id) && patientId.equals(patient) ? received : Set.of();
    }

    @Override
    public List<AttachmentId> all(DocumentId documentId) {
      return new ArrayList<>(received);
    }
  }
}
