package jp.tsunagaru.document.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.write.Notebook;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.DiscardDraft;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentsAndDraftsTest {
  private static Notebook notebook;

  private final PatientId patient = PatientId.next();
  private final DocumentId id = DocumentId.next();
  private final Person nurse = People.nurse();
  private final Person colleague = People.at(nurse.facility(), Profession.NURSE, Role.CARE_USER);
  private final Person pharmacist = People.pharmacist();
  private final Person city = People.at(FacilityId.CITY, Profession.OTHER, Role.CITY_OPERATOR);

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
    notebook.register(nurse, new PersonName("髙橋", "花子", "", ""), "訪問看護ステーションこまき");
    notebook.register(colleague, new PersonName("山﨑", "", "", ""), "訪問看護ステーションこまき");
  }

  @Test
  void an_article_carries_the_names_of_author_and_facility_as_of_writing() {
    notebook.send(post("浮腫あり", Visibility.TEAM), nurse);

    DocumentConfirmed event =
        (DocumentConfirmed)
            notebook.bean(EventStore.class).readEvents(id.value()).next().getPayload();

    assertThat(event.article().read())
        .map(WrittenArticle::author)
        .contains(new AuthorAsWritten("髙橋 花子", "訪問看護ステーションこまき"));
    assertThat(event.profession()).isEqualTo(Profession.NURSE);
  }

  @Test
  void the_guarded_row_follows_the_document() {
    Visibility selected =
        new Visibility(
            Visibility.Scope.SELECTED,
            Set.of(colleague.id()),
            Set.of(GroupId.next()),
            Set.of(Profession.PHARMACIST));
    notebook.send(post("浮腫あり", selected), nurse);
    assertThat(row())
        .containsEntry("patient_id", patient.value())
        .containsEntry("author_id", nurse.id().value())
        .containsEntry("facility_id", nurse.facility().value())
        .containsEntry("profession", "NURSE")
        .containsEntry("state", "CONFIRMED")
        .containsEntry("version", 1L)
        .containsEntry("scope", "SELECTED")
        .containsEntry("accounts", colleague.id().value())
        .containsEntry("groups", selected.groups().iterator().next().value())
        .containsEntry("professions", "PHARMACIST");

    notebook.send(revise(1, "体重増"), colleague);
    assertThat(row())
        .containsEntry("author_id", nurse.id().value())
        .containsEntry("version", 2L)
        .containsEntry("scope", "TEAM")
        .containsEntry("accounts", "");

    notebook.send(new DeleteDocument(id, patient, DeletionReason.OTHER, ""), nurse);
    assertThat(row()).containsEntry("state", "DELETED");

    notebook.send(new RequestPurge(id, patient), nurse);
    assertThat(row()).containsEntry("purge_requested_by", nurse.id().value());

    notebook.send(new RestoreDocument(id, patient), colleague);
    assertThat(row()).containsEntry("state", "CONFIRMED").containsEntry("purge_requested_by", null);
  }

  @Test
  void an_article_posted_again_and_again_at_once_counts_once() throws Exception {
    PostArticle post = post("浮腫あり", Visibility.TEAM);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<?> sent :
          threads.invokeAll(
              Collections.nCopies(
                  8,
                  () -> {
                    notebook.send(post, nurse);
                    return post;
                  }))) {
        assertThat(sent.get()).isEqualTo(post);
      }
    }

    assertThat(notebook.bean(EventStore.class).readEvents(id.value()).asStream()).hasSize(1);
    assertThatThrownBy(() -> notebook.send(post("体重増", Visibility.TEAM), nurse))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.CONFLICT));
    assertThat(row()).containsEntry("state", "CONFIRMED").containsEntry("version", 1L);
  }

  @Test
  void a_purge_destroys_the_key_and_the_drafts_in_its_own_transaction() {
    notebook.send(post("浮腫あり", Visibility.TEAM), nurse);
    notebook.send(new SaveDraft(patient, id, "改版の下書き"), nurse);
    notebook.send(new DeleteDocument(id, patient, DeletionReason.PATIENT_REQUEST, ""), nurse);
    notebook.send(new RequestPurge(id, patient), nurse);
    assertThat(notebook.bean(KeyStore.class).readable(subject())).isTrue();

    notebook.send(new ApprovePurge(id), city);

    assertThat(row()).containsEntry("state", "PURGED");
    assertThat(draft(nurse)).isEmpty();
    assertThat(notebook.bean(KeyStore.class).readable(subject())).isFalse();
    DocumentConfirmed event =
        (DocumentConfirmed)
            notebook.bean(EventStore.class).readEvents(id.value()).next().getPayload();
    assertThat(event.article().read()).isEmpty();
    assertRefused(() -> save("まだ書ける?", nurse), RefusalCode.DOCUMENT_STATE);
    assertRefused(
        () -> notebook.send(post("浮腫あり", Visibility.TEAM), nurse), RefusalCode.DOCUMENT_STATE);
  }

  @Test
  void the_newest_draft_of_each_author_counts_and_lies_sealed() {
    save("朝", nurse);
    save("朝 浮腫", nurse);
    notebook.send(post("浮腫あり", Visibility.TEAM), colleague);
    save("別の人", colleague);

    assertThat(draft(nurse)).contains("朝 浮腫");
    assertThat(draft(colleague)).contains("別の人");
    assertThat(sealed(nurse)).isNotEqualTo("朝 浮腫".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_draft_goes_when_it_is_posted_or_revised_or_discarded() {
    save("朝", nurse);
    notebook.send(post("浮腫あり", Visibility.TEAM), nurse);
    assertThat(draft(nurse)).isEmpty();

    save("改版", nurse);
    save("別の人の改版", colleague);
    notebook.send(revise(1, "体重増"), nurse);
    assertThat(draft(nurse)).isEmpty();
    assertThat(draft(colleague)).contains("別の人の改版");

    notebook.send(new DiscardDraft(patient, id), colleague);
    assertThat(draft(colleague)).isEmpty();
  }

  @Test
  void a_refused_post_keeps_the_draft() {
    save("朝", nurse);
    PostArticle tooLate =
        new PostArticle(
            id,
            patient,
            today().plusDays(2),
            new ArticleContent("", "x"),
            Set.of(),
            Visibility.TEAM,
            List.of());

    assertRefused(() -> notebook.send(tooLate, nurse), RefusalCode.FUTURE_DATE);

    assertThat(draft(nurse)).contains("朝");
  }

  @Test
  void nobody_drafts_for_a_document_of_another_patient_or_facility() {
    save("朝", nurse);
    assertRefused(
        () -> notebook.send(new SaveDraft(PatientId.next(), id, "x"), nurse),
        RefusalCode.NOT_FOUND);
    notebook.send(post("浮腫あり", Visibility.TEAM), nurse);
    assertRefused(
        () -> notebook.send(new SaveDraft(PatientId.next(), id, "x"), nurse),
        RefusalCode.NOT_FOUND);
    assertRefused(() -> save("x", pharmacist), RefusalCode.NOT_FOUND);
  }

  private PostArticle post(String text, Visibility visibility) {
    return new PostArticle(
        id,
        patient,
        today(),
        new ArticleContent("訪問", text),
        Set.of("VITAL"),
        visibility,
        List.of());
  }

  private ReviseArticle revise(long expected, String text) {
    return new ReviseArticle(
        id,
        patient,
        expected,
        today(),
        new ArticleContent("訪問", text),
        Set.of(),
        Visibility.TEAM,
        List.of(),
        "訂正");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Tokyo"));
  }

  private void save(String text, Person by) {
    notebook.send(new SaveDraft(patient, id, text), by);
  }

  private Optional<String> draft(Person of) {
    return sealedDraft(of)
        .flatMap(bytes -> notebook.bean(Sealer.class).openBytes(subject(), bytes))
        .map(clear -> new String(clear, StandardCharsets.UTF_8));
  }

  private byte[] sealed(Person of) {
    return sealedDraft(of).orElseThrow();
  }

  private Optional<byte[]> sealedDraft(Person of) {
    return notebook
        .jdbc()
        .sql("select sealed from guard.draft where account_id = ? and document_id = ?")
        .params(of.id().value(), id.value())
        .query((rs, row) -> rs.getBytes(1))
        .optional();
  }

  private Map<String, Object> row() {
    return notebook
        .jdbc()
        .sql(
            """
            select document.*, array_to_string(visible_accounts, ',') as accounts,
              array_to_string(visible_groups, ',') as groups,
              array_to_string(visible_professions, ',') as professions
            from guard.document where document_id = ?\
            """)
        .params(id.value())
        .query()
        .singleRow();
  }

  private Subject subject() {
    return Subject.of(id, patient);
  }

  private static void assertRefused(ThrowingCallable action, RefusalCode code) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
