package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.FileIntake.Upload;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.axon.message.MovableClock;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.DiscardDraft;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.PurgeUnsentFiles;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was uploaded and never sent goes after thirty days; what is still being written stays. */
class UnsentFilesTest {
  private static final int DAYS = 30;

  private static Notebook notebook;

  private final PatientId patient = PatientId.next();
  private final DocumentId document = DocumentId.next();
  private final AttachmentId attachment = AttachmentId.next();
  private final Person nurse = People.nurse();
  private final Instant now = Instant.now();

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
  }

  @AfterEach
  void release() {
    clock().release();
  }

  @Test
  void after_thirty_days_key_file_and_pictures_are_gone_and_not_a_moment_before()
      throws IOException {
    receive(attachment);
    await().untilAsserted(() -> assertThat(addresses()).hasSizeGreaterThan(1));
    List<String> addresses = addresses();
    assertThat(addresses).allSatisfy(address -> assertThat(sealedFiles(address)).hasSize(1));

    clock().set(now.plus(Duration.ofDays(DAYS)).minusSeconds(60));
    assertRefused(this::purge);
    assertThat(bean(KeyStore.class).readable(Subject.of(document, patient))).isTrue();

    clock().set(now.plus(Duration.ofDays(DAYS)).plusSeconds(60));
    purge();
    purge();

    assertThat(bean(KeyStore.class).readable(Subject.of(document, patient))).isFalse();
    await()
        .untilAsserted(() ->
            assertThat(addresses)
                .allSatisfy(address -> assertThat(sealedFiles(address)).isEmpty()));
    assertThat(received().facts().read()).isEmpty();
    // The id is used up: nothing is begun under it again.
    assertRefused(this::post);
    assertRefused(() -> notebook.send(new SaveDraft(patient, document, "続き"), nurse));
    assertRefused(() -> receive(AttachmentId.next()));
  }

  @Test
  void a_file_of_a_living_draft_stays_until_the_draft_is_gone() throws IOException {
    receive(attachment);
    notebook.send(new SaveDraft(patient, document, "書きかけ"), nurse);
    clock().set(now.plus(Duration.ofDays(400)));
    assertRefused(this::purge);
    assertThat(sealedFiles(received().file().address())).hasSize(1);

    notebook.send(new DiscardDraft(patient, document), nurse);
    purge();
    await().untilAsserted(() -> assertThat(sealedFiles(received().file().address())).isEmpty());
  }

  @Test
  void a_younger_file_keeps_the_older_ones_of_its_post() throws IOException {
    receive(attachment);
    clock().set(now.plus(Duration.ofDays(DAYS - 1)));
    receive(AttachmentId.next());
    clock().set(now.plus(Duration.ofDays(DAYS + 1)));
    assertRefused(this::purge);
    assertThat(bean(KeyStore.class).readable(Subject.of(document, patient))).isTrue();
  }

  @Test
  void what_was_posted_stays() throws IOException {
    receive(attachment);
    post();
    clock().set(now.plus(Duration.ofDays(4000)));
    assertRefused(this::purge);
    assertThat(sealedFiles(received().file().address())).hasSize(1);
    assertThat(bean(KeyStore.class).readable(Subject.of(document, patient))).isTrue();
  }

  private void purge() {
    notebook.send(new PurgeUnsentFiles(document, patient, DAYS), Origin.system());
  }

  private void post() {
    notebook.send(
        new PostArticle(
            document,
            patient,
            LocalDate.of(2026, 1, 5),
            new ArticleContent("", "写真"),
            Set.of(),
            Visibility.TEAM,
            List.of(attachment)),
        nurse);
  }

  private void receive(AttachmentId id) throws IOException {
    byte[] photo = SampleFiles.picture("jpg", 64, 64);
    bean(FileIntake.class)
        .receive(
            new Upload(nurse.origin(), patient, document, id, "写真.jpg"),
            new ByteArrayInputStream(photo));
  }

  private AttachmentReceived received() {
    return (AttachmentReceived)
        bean(EventStore.class).readEvents(attachment.value()).next().getPayload();
  }

  private List<String> addresses() {
    return notebook
        .jdbc()
        .sql(
            """
            select unnest(address || renditions) from guard.attachment where attachment_id = ?\
            """)
        .param(attachment.value())
        .query(String.class)
        .list();
  }

  private static List<Path> sealedFiles(String address) throws IOException {
    try (Stream<Path> files = Files.walk(notebook.data().resolve("vault"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().equals(address))
          .toList();
    }
  }

  private static void assertRefused(ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.DOCUMENT_STATE));
  }

  private static MovableClock clock() {
    return bean(MovableClock.class);
  }

  private static <T> T bean(Class<T> type) {
    return notebook.bean(type);
  }
}
