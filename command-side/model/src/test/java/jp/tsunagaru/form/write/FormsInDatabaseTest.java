package jp.tsunagaru.form.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.write.Notebook;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.command.ApproveForm;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.command.SubmitForm;
import jp.tsunagaru.form.command.SupersedeForm;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms with a real store, real keys and the guard tables. */
class FormsInDatabaseTest {
  private static final FormValues COMPLETE =
      FormValues.NONE
          .with("patientName", "髙橋 千代")
          .with("orderType", "1")
          .with("period", "2026-12-01", "2027-05-31")
          .with("birthDate", "1947-07-05")
          .with("disease1", "脳梗塞後遺症")
          .with("issuedOn", "2026-11-25")
          .with("hospitalName", "東医院")
          .with("physicianName", "東 太郎")
          .with("addressee", "ひかり訪問看護ステーション");

  private static Notebook notebook;

  private final PatientId patient = PatientId.next();
  private final DocumentId id = DocumentId.next();
  private final FacilityId clinic = FacilityId.next();
  private final Person clerk = People.at(clinic, Profession.OFFICE_CLERK, Role.CARE_USER);
  private final Person physician = People.at(clinic, Profession.PHYSICIAN, Role.CARE_USER);

  @BeforeAll
  static void open() throws IOException {
    notebook = Notebook.open();
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  @BeforeEach
  void register() {
    notebook.register(clerk, new PersonName("鈴木", "一", "", ""), "東医院");
    notebook.register(physician, new PersonName("東", "太郎", "", ""), "東医院");
  }

  @Test
  void a_form_keeps_the_names_of_who_entered_and_who_approved() {
    confirmed(id);

    List<?> events =
        notebook
            .bean(EventStore.class)
            .readEvents(id.value())
            .asStream()
            .map(event -> event.getPayload())
            .toList();
    FormDrafted drafted = (FormDrafted) events.getFirst();
    FormApproved approved = (FormApproved) events.getLast();
    assertThat(drafted.form().read().map(WrittenForm::author))
        .contains(new AuthorAsWritten("鈴木 一", "東医院"));
    assertThat(approved.form().read().map(WrittenForm::author))
        .contains(new AuthorAsWritten("東 太郎", "東医院"));
    assertThat(approved.form().read().map(WrittenForm::values)).contains(COMPLETE);
    assertThat(approved.enteredBy()).isEqualTo(clerk.id());
    assertThat(approved.approvedBy()).isEqualTo(physician.id());
  }

  @Test
  void nothing_of_its_content_lies_readable_in_the_store() {
    confirmed(id);

    List<byte[]> payloads =
        notebook
            .jdbc()
            .sql("select payload from store.domain_event_entry where aggregate_identifier = ?")
            .param(id.value())
            .query((row, number) -> row.getBytes(1))
            .list();
    assertThat(payloads).hasSize(3);
    assertThat(payloads)
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .noneMatch(text -> text.contains("脳梗塞") || text.contains("2027-05-31"))
        .noneMatch(text -> text.contains("髙橋") || text.contains("鈴木"));
  }

  @Test
  void the_guarded_rows_follow_the_form() {
    notebook.send(new DraftForm(id, patient, 0, "HK16-2024", COMPLETE), clerk);
    assertThat(row())
        .containsEntry("state", "DRAFT")
        .containsEntry("kind", "VISIT_NURSING_ORDER")
        .containsEntry("patient_id", patient.value())
        .containsEntry("document_state", "CONFIRMED")
        .containsEntry("scope", "TEAM")
        .containsEntry("version", 1L)
        .containsEntry("author_id", clerk.id().value());
    notebook.send(new SubmitForm(id, patient, 1), clerk);
    assertThat(row()).containsEntry("state", "SUBMITTED");
    notebook.send(new ApproveForm(id, patient, 1, COMPLETE), physician);
    assertThat(row()).containsEntry("state", "APPROVED").containsEntry("version", 2L);
  }

  @Test
  void a_newer_confirmed_form_takes_the_place_of_the_former() {
    DocumentId newer = DocumentId.next();
    confirmed(id);
    notebook.send(new DraftForm(newer, patient, 0, "HK16-2024", COMPLETE), physician);
    assertRefused(
        () -> notebook.send(new SupersedeForm(id, patient, newer), physician),
        RefusalCode.FORM_STATE);
    notebook.send(new ApproveForm(newer, patient, 1, COMPLETE), physician);

    notebook.send(new SupersedeForm(id, patient, newer), physician);

    assertThat(row()).containsEntry("state", "SUPERSEDED");
  }

  @Test
  void a_profession_is_what_is_registered_and_not_what_a_message_says_of_itself() {
    notebook.send(new DraftForm(id, patient, 0, "HK16-2024", COMPLETE), clerk);
    Person pretending =
        new Person(clerk.id(), clinic, Profession.PHYSICIAN, clerk.session(), clerk.roles());

    assertRefused(
        () -> notebook.send(new ApproveForm(id, patient, 1, COMPLETE), pretending),
        RefusalCode.NOT_PHYSICIAN);
  }

  @Test
  void forms_and_articles_never_share_an_id() {
    DocumentId article = DocumentId.next();
    confirmed(id);
    PostArticle overForm = post(id);
    notebook.send(post(article), clerk);

    assertRefused(() -> notebook.send(overForm, clerk), RefusalCode.NOT_FOUND);
    assertRefused(
        () -> notebook.send(new DraftForm(article, patient, 0, "HK16-2024", COMPLETE), clerk),
        RefusalCode.NOT_FOUND);
    assertThat(row()).containsEntry("state", "APPROVED");
  }

  @Test
  void a_confirmed_form_is_deleted_restored_and_destroyed_like_a_document() {
    Person administrator =
        People.at(clinic, Profession.OFFICE_CLERK, Role.CARE_USER, Role.FACILITY_ADMIN);
    Person stranger = People.nurse();
    notebook.register(administrator, new PersonName("管理", "花", "", ""), "東医院");
    DeleteDocument delete = new DeleteDocument(id, patient, DeletionReason.WRONG_PATIENT, "");
    notebook.send(new DraftForm(id, patient, 0, "HK16-2024", COMPLETE), clerk);
    assertRefused(() -> notebook.send(delete, clerk), RefusalCode.DOCUMENT_STATE);
    notebook.send(new ApproveForm(id, patient, 1, COMPLETE), physician);
    assertThat(row()).containsEntry("author_id", physician.id().value());

    assertRefused(() -> notebook.send(delete, stranger), RefusalCode.NOT_FOUND);
    notebook.send(delete, clerk);
    assertThat(row()).containsEntry("document_state", "DELETED");
    assertRefused(
        () -> notebook.send(new CancelForm(id, patient, "誤り"), physician), RefusalCode.FORM_STATE);
    notebook.send(new RestoreDocument(id, patient), physician);
    assertThat(row()).containsEntry("document_state", "CONFIRMED");

    notebook.send(delete, physician);
    notebook.send(new RequestPurge(id, patient), administrator);
    assertRefused(
        () -> notebook.send(new ApprovePurge(id), administrator), RefusalCode.SAME_PERSON);
    notebook.send(new RestoreDocument(id, patient), physician);
    notebook.send(delete, physician);
    notebook.send(new RequestPurge(id, patient), physician);
    notebook.send(new ApprovePurge(id), administrator);

    assertThat(row()).containsEntry("document_state", "PURGED");
    assertThat(
            notebook
                .bean(EventStore.class)
                .readEvents(id.value())
                .asStream()
                .map(event -> event.getPayload())
                .filter(FormApproved.class::isInstance)
                .map(FormApproved.class::cast)
                .map(event -> event.form().read()))
        .containsExactly(Optional.empty());
  }

  @Test
  void a_deleted_form_does_not_take_the_place_of_another() {
    DocumentId newer = DocumentId.next();
    confirmed(id);
    confirmed(newer);
    notebook.send(new DeleteDocument(newer, patient, DeletionReason.OTHER, ""), physician);

    assertRefused(
        () -> notebook.send(new SupersedeForm(id, patient, newer), physician),
        RefusalCode.NOT_FOUND);
  }

  private void confirmed(DocumentId form) {
    notebook.send(new DraftForm(form, patient, 0, "HK16-2024", COMPLETE), clerk);
    notebook.send(new SubmitForm(form, patient, 1), clerk);
    notebook.send(new ApproveForm(form, patient, 1, COMPLETE), physician);
  }

  private PostArticle post(DocumentId documentId) {
    return new PostArticle(
        documentId,
        patient,
        LocalDate.of(2026, 11, 1),
        new ArticleContent("", "本文"),
        Set.of(),
        Visibility.TEAM,
        List.of());
  }

  private Map<String, Object> row() {
    return notebook
        .jdbc()
        .sql(
            """
            select f.*, d.state as document_state, d.scope, d.version, d.author_id
            from guard.form f join guard.document d on d.document_id = f.document_id
            where f.document_id = ?\
            """)
        .param(id.value())
        .query()
        .singleRow();
  }

  private static void assertRefused(ThrowingCallable action, RefusalCode code) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
