package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileContents;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.FileIntake.ReceivedFile;
import jp.tsunagaru.attachment.FileIntake.Upload;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.attachment.event.AttachmentRejected;
import jp.tsunagaru.attachment.event.ConversionFailed;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

class FileReceptionTest {
  private static final long MAX = 2 << 20;
  private static final LocalDate BIRTH = LocalDate.of(1940, 2, 3);

  private static Notebook notebook;

  private final PatientId patient = PatientId.next();
  private final DocumentId document = DocumentId.next();
  private final AttachmentId attachment = AttachmentId.next();
  private final Person nurse = People.nurse();
  private final Person city = People.at(FacilityId.CITY, Profession.OTHER, Role.CITY_OPERATOR);

  @BeforeAll
  static void open() throws IOException {
    notebook = start(Files.createTempDirectory("notebook"));
  }

  private static Notebook start(Path data) {
    return Notebook.open(
        data,
        Map.of(
            "tsunagaru.files.max-bytes",
            Long.toString(MAX),
            "tsunagaru.files.max-per-document",
            "3",
            "tsunagaru.files.max-per-person-and-day",
            "3MB",
            "tsunagaru.files.max-per-facility",
            "4MB"));
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  @BeforeEach
  void register() {
    notebook.register(nurse, new PersonName("髙橋", "花子", "", ""), "訪問看護ステーションこまき");
    notebook
        .bean(EventGateway.class)
        .publish(
            new PatientRegistered(
                patient, nurse.id(), nurse.facility(), basicInfo("大野", "太郎", "おおの", "たろう")));
  }

  @AfterEach
  void no_clear_bytes_stay_behind() {
    await().untilAsserted(() -> assertThat(work()).isEmptyDirectory());
  }

  @Test
  void a_photo_is_sealed_and_opens_again() throws IOException {
    byte[] photo = SampleFiles.picture("jpg", 640, 480);

    ReceivedFile file = receive("C:\\fakepath\\創部 写真.jpg", photo);

    assertThat(file)
        .isEqualTo(new ReceivedFile(attachment, "創部 写真.jpg", FileKind.JPEG, photo.length, false));
    AttachmentReceived event = received();
    assertThat(event.file().mediaType()).isEqualTo("image/jpeg");
    assertThat(event.facts().read()).map(facts -> facts.name()).contains("創部 写真.jpg");
    assertThat(open(event.file())).isEqualTo(photo);
    assertThat(sealedFiles(event.file().address())).hasSize(1);
  }

  @Test
  void pictures_follow_a_photo() throws IOException {
    receive("写真.png", SampleFiles.picture("png", 1200, 600));

    AttachmentConverted event = converted();

    assertThat(event.renditions())
        .extracting(Rendition::kind, Rendition::page, Rendition::width, Rendition::height)
        .containsExactly(
            tuple(Rendition.Kind.THUMBNAIL, 1, 320, 160),
            tuple(Rendition.Kind.DISPLAY, 1, 1200, 600));
    for (Rendition rendition : event.renditions()) {
      assertThat(open(rendition.file())).startsWith(0xFF, 0xD8);
    }
    assertThat(pendingConversions()).isZero();
  }

  @Test
  void a_text_has_neither_pictures_nor_a_failure() throws IOException {
    receive("メモ.txt", "体温 36.5\n".getBytes(StandardCharsets.UTF_8));

    assertThat(received().kind()).isEqualTo(FileKind.TEXT);
    assertThat(pendingConversions()).isZero();
  }

  @Test
  void a_word_document_is_kept_and_one_with_macros_is_not() throws IOException {
    ReceivedFile kept = receive("報告.docx", SampleFiles.word(false));
    assertThat(kept.kind()).isEqualTo(FileKind.OFFICE);

    assertRejected(SampleFiles.word(true), "報告.docm", RefusalCode.FILE_MACRO);
    assertRejected(SampleFiles.word(true), "報告.docx", RefusalCode.FILE_MACRO);
  }

  @Test
  void hostile_and_broken_files_are_refused_and_the_refusal_is_recorded() throws IOException {
    byte[] photo = SampleFiles.picture("jpg", 64, 64);
    assertRejected(new byte[0], "空.jpg", RefusalCode.FILE_EMPTY);
    assertRejected(SampleFiles.program(), "写真.jpg", RefusalCode.FILE_EXECUTABLE);
    assertRejected(photo, "写真.jpg.exe", RefusalCode.FILE_TYPE);
    assertRejected(Arrays.copyOf(photo, photo.length / 2), "途中.jpg", RefusalCode.FILE_TRUNCATED);
    assertThat(attachments()).isZero();
  }

  @Test
  void a_file_over_the_limit_is_refused_without_being_read_to_its_end() {
    EndlessStream endless = new EndlessStream();

    Throwable thrown = catchThrowable(() -> intake().receive(upload("大.jpg"), endless));

    assertThat(thrown)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.FILE_TOO_LARGE);
              assertThat(refused.parameters()).containsEntry("max", "2");
            });
    assertThat(endless.read).isEqualTo(MAX + 1);
    assertThat(rejections()).extracting(AttachmentRejected::reasonCode).contains("FILE_TOO_LARGE");
  }

  @Test
  void clear_bytes_lie_where_only_the_owner_reads_them_while_they_come_in() throws IOException {
    InputStream watching =
        new ByteArrayInputStream("体温".getBytes(StandardCharsets.UTF_8)) {
          private boolean looked;

          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            if (!looked) {
              looked = true;
              assertOwnerOnly();
            }
            return super.read(buffer, offset, length);
          }
        };

    intake().receive(upload("メモ.txt"), watching);

    assertThat(attachments()).isEqualTo(1);
  }

  @Test
  void a_connection_that_breaks_leaves_nothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(() -> intake().receive(upload("写真.jpg"), broken))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");

    assertThat(attachments()).isZero();
  }

  @Test
  void the_same_file_sent_again_counts_once_and_lies_in_the_vault_once() throws IOException {
    byte[] memo = "体温 36.5".getBytes(StandardCharsets.UTF_8);
    receive("メモ.txt", memo);
    List<Path> before = vaultFiles();

    ReceivedFile again = receive("メモ.txt", memo);

    assertThat(again.attachmentId()).isEqualTo(attachment);
    assertThat(attachments()).isEqualTo(1);
    assertThat(vaultFiles()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void a_document_has_only_so_many_files_and_the_next_is_not_even_read() throws IOException {
    for (int i = 0; i < 3; i++) {
      intake().receive(upload(AttachmentId.next(), nurse), memo());
    }
    EndlessStream unread = new EndlessStream();

    assertThatThrownBy(() -> intake().receive(upload(AttachmentId.next(), nurse), unread))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.FILE_TOO_MANY));

    assertThat(unread.read).isZero();
  }

  @Test
  void a_person_sends_only_so_much_a_day_and_a_facility_keeps_only_so_much() throws IOException {
    Person colleague = People.at(nurse.facility(), Profession.NURSE, Role.CARE_USER);
    notebook.register(colleague, new PersonName("鈴木", "一子", "", ""), "訪問看護ステーションこまき");
    DocumentId first = DocumentId.next();
    receiveLarge(nurse, first);
    receiveLarge(nurse, DocumentId.next());
    assertRefused(nurse, RefusalCode.FILE_QUOTA_PERSON);
    receiveLarge(colleague, DocumentId.next());

    assertRefused(colleague, RefusalCode.FILE_QUOTA_FACILITY);
    receiveLarge(People.nurse(), DocumentId.next());

    // when a file is destroyed, there is room again
    notebook
        .jdbc()
        .sql("update guard.attachment set files_deleted = true where document_id = ?")
        .param(first.value())
        .update();
    receiveLarge(colleague, DocumentId.next());
  }

  @Test
  void a_full_disk_is_noticed() throws IOException {
    WorkFolder folder = notebook.bean(WorkFolder.class);
    assertThat(folder.hasRoom(1)).isTrue();
    assertThat(folder.hasRoom(Long.MAX_VALUE)).isFalse();
  }

  private void receiveLarge(Person by, DocumentId into) throws IOException {
    byte[] bytes = "体温 36.5\n".repeat(140_000).getBytes(StandardCharsets.UTF_8);
    intake()
        .receive(
            new Upload(by.origin(), patient, into, AttachmentId.next(), "メモ.txt"),
            new ByteArrayInputStream(bytes));
  }

  private void assertRefused(Person by, RefusalCode code) {
    EndlessStream unread = new EndlessStream();
    Upload upload =
        new Upload(by.origin(), patient, DocumentId.next(), AttachmentId.next(), "メモ.txt");
    assertThatThrownBy(() -> intake().receive(upload, unread))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(unread.read).isZero();
  }

  @Test
  void nobody_adds_files_to_what_somebody_else_writes() throws IOException {
    receive("メモ.txt", memo().readAllBytes());
    Person colleague = People.at(nurse.facility(), Profession.NURSE, Role.CARE_USER);
    Person pharmacist = People.pharmacist();

    assertNotFound(upload(AttachmentId.next(), colleague));
    notebook.send(post(List.of(attachment)), nurse);
    assertNotFound(upload(AttachmentId.next(), pharmacist));
    assertNotFound(
        new Upload(nurse.origin(), PatientId.next(), document, AttachmentId.next(), "メモ.txt"));

    ReceivedFile allowed = intake().receive(upload(AttachmentId.next(), colleague), memo());
    assertThat(allowed.kind()).isEqualTo(FileKind.TEXT);
  }

  @Test
  void a_visitor_sends_nothing() {
    Upload upload =
        new Upload(Origin.visitor("192.0.2.9"), patient, document, attachment, "メモ.txt");
    assertThatThrownBy(() -> intake().receive(upload, memo()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_SIGNED_IN));
  }

  @Test
  void a_dicom_file_of_somebody_else_is_kept_with_a_warning() throws IOException {
    assertThat(receive("CT.dcm", SampleFiles.dicom("Ono^Taro", "大野^太郎", "19400203")))
        .satisfies(file -> {
          assertThat(file.kind()).isEqualTo(FileKind.DICOM);
          assertThat(file.namesAnotherPatient()).isFalse();
        });
    assertThat(converted().renditions()).isNotEmpty();
    AttachmentId other = AttachmentId.next();
    assertThat(
            intake()
                .receive(
                    upload(other, nurse),
                    new ByteArrayInputStream(
                        SampleFiles.dicom("Yamada^Hanako", "山田^花子", "19500101")))
                .namesAnotherPatient())
        .isTrue();
    notebook
        .bean(EventGateway.class)
        .publish(new BasicInfoChanged(patient, 2, basicInfo("小野", "二郎", "おの", "じろう")));
    assertThat(
            intake()
                .receive(
                    upload(AttachmentId.next(), nurse),
                    new ByteArrayInputStream(SampleFiles.dicom("Ono^Taro", "大野^太郎", "19400203")))
                .namesAnotherPatient())
        .isTrue();
  }

  @Test
  void a_purge_takes_files_and_pictures_out_of_the_vault() throws IOException {
    receive("写真.jpg", SampleFiles.picture("jpg", 400, 300));
    AttachmentConverted pictures = converted();
    StoredFile original = received().file();
    notebook.send(post(List.of(attachment)), nurse);
    notebook.send(new DeleteDocument(document, patient, DeletionReason.WRONG_PATIENT, ""), nurse);
    notebook.send(new RequestPurge(document, patient), nurse);
    assertThat(sealedFiles(original.address())).hasSize(1);

    notebook.send(new ApprovePurge(document), city);

    assertThatThrownBy(() -> open(original))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
    await()
        .untilAsserted(() -> {
          assertThat(sealedFiles(original.address())).isEmpty();
          for (Rendition rendition : pictures.renditions()) {
            assertThat(sealedFiles(rendition.file().address())).isEmpty();
          }
        });
    assertThatThrownBy(() -> receive("後.txt", memo().readAllBytes()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.DOCUMENT_STATE));
  }

  @Test
  void an_address_opens_for_its_own_document_only() throws IOException {
    receive("メモ.txt", memo().readAllBytes());
    StoredFile file = received().file();

    assertThatThrownBy(
            () -> notebook.bean(FileContents.class).open(DocumentId.next(), file).close())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  @Test
  void what_a_killed_process_left_open_is_converted_after_the_next_start() throws IOException {
    notebook.bean("conversions", SmartLifecycle.class).stop();
    receive("写真.jpg", SampleFiles.picture("jpg", 400, 300));
    assertThat(pendingConversions()).isEqualTo(1);
    Files.writeString(work().resolve("left.part"), "clear");
    Path data = notebook.data();
    notebook.stop();

    notebook = start(data);

    assertThat(converted().renditions()).hasSize(2);
    assertThat(payloads(attachment, ConversionFailed.class)).isEmpty();
  }

  private static FileIntake intake() {
    return notebook.bean(FileIntake.class);
  }

  private ReceivedFile receive(String name, byte[] bytes) throws IOException {
    return intake().receive(upload(name), new ByteArrayInputStream(bytes));
  }

  private Upload upload(String name) {
    return new Upload(nurse.origin(), patient, document, attachment, name);
  }

  private Upload upload(AttachmentId id, Person by) {
    return new Upload(by.origin(), patient, document, id, "メモ.txt");
  }

  private static InputStream memo() {
    return new ByteArrayInputStream("体温 36.5".getBytes(StandardCharsets.UTF_8));
  }

  private PostArticle post(List<AttachmentId> attachments) {
    return new PostArticle(
        document,
        patient,
        LocalDate.of(2026, 1, 5),
        new ArticleContent("", "写真"),
        Set.of(),
        Visibility.TEAM,
        attachments);
  }

  private void assertRejected(byte[] bytes, String name, RefusalCode code) {
    AttachmentId id = AttachmentId.next();
    Upload upload = new Upload(nurse.origin(), patient, document, id, name);
    assertThatThrownBy(() -> intake().receive(upload, new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(rejections())
        .contains(new AttachmentRejected(id, patient, document, code.name(), bytes.length));
  }

  private void assertNotFound(Upload upload) {
    assertThatThrownBy(() -> intake().receive(upload, memo()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  /** From the store itself, with the origin of the person who sent the file. */
  private List<AttachmentRejected> rejections() {
    return notebook
        .bean(EventStore.class)
        .openStream(null)
        .asStream()
        .limit(eventCount())
        .filter(event -> event.getPayloadType() == AttachmentRejected.class)
        .filter(event -> Origin.from(event.getMetaData()).equals(Optional.of(nurse.origin())))
        .map(EventMessage::getPayload)
        .map(AttachmentRejected.class::cast)
        .toList();
  }

  private static long eventCount() {
    return notebook
        .jdbc()
        .sql("select count(*) from store.domain_event_entry")
        .query(Long.class)
        .single();
  }

  private AttachmentReceived received() {
    return payloads(attachment, AttachmentReceived.class).getFirst();
  }

  private AttachmentConverted converted() {
    await()
        .untilAsserted(
            () -> assertThat(payloads(attachment, AttachmentConverted.class)).hasSize(1));
    return payloads(attachment, AttachmentConverted.class).getFirst();
  }

  private static <T> List<T> payloads(AttachmentId id, Class<T> type) {
    return notebook
        .bean(EventStore.class)
        .readEvents(id.value())
        .asStream()
        .map(EventMessage::getPayload)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private byte[] open(StoredFile file) throws IOException {
    try (InputStream in = notebook.bean(FileContents.class).open(document, file)) {
      return in.readAllBytes();
    }
  }

  private long attachments() {
    return count("select count(*) from guard.attachment where document_id = ?");
  }

  private long pendingConversions() {
    return count("select count(*) from guard.conversion where document_id = ?");
  }

  private long count(String sql) {
    return notebook.jdbc().sql(sql).param(document.value()).query(Long.class).single();
  }

  private static Path work() {
    return notebook.data().resolve("vault").resolve("work");
  }

  private static void assertOwnerOnly() {
    try (Stream<Path> files = Files.list(work())) {
      List<Path> lying = files.toList();
      assertThat(lying).isNotEmpty();
      for (Path file : lying) {
        assertThat(Files.getPosixFilePermissions(file))
            .isSubsetOf(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE);
      }
      assertThat(Files.getPosixFilePermissions(work()))
          .isSubsetOf(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sealedFiles(String address) throws IOException {
    return vaultFiles().stream()
        .filter(file -> file.getFileName().toString().equals(address))
        .toList();
  }

  private static List<Path> vaultFiles() throws IOException {
    try (Stream<Path> files = Files.walk(notebook.data().resolve("vault"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Personal<BasicInfo> basicInfo(
      String family, String given, String familyKana, String givenKana) {
    return Personal.of(
        Subject.of(patient),
        new BasicInfo(
            family,
            given,
            familyKana,
            givenKana,
            Gender.MALE,
            BIRTH,
            "",
            "小牧市堀の内三丁目1番地",
            List.of(),
            List.of(),
            "",
            "",
            null,
            null,
            null,
            "",
            "",
            ""));
  }

  private static final class EndlessStream extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 'x';
    }
  }
}
