package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.FileIntake.Upload;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.attachment.FilePictures.View;
import jp.tsunagaru.attachment.FilePictures.Window;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilePicturesTest {
  private static Notebook notebook;

  private final PatientId patient = PatientId.next();
  private final DocumentId document = DocumentId.next();
  private final AttachmentId attachment = AttachmentId.next();
  private final Person nurse = People.nurse();

  @BeforeAll
  static void open() throws IOException {
    notebook = Notebook.open(Files.createTempDirectory("notebook"), Map.of());
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
        .publish(new PatientRegistered(patient, nurse.id(), nurse.facility(), basicInfo()));
  }

  @AfterEach
  void no_clear_bytes_stay_behind() {
    await()
        .untilAsserted(
            () -> assertThat(notebook.data().resolve("vault").resolve("work")).isEmptyDirectory());
  }

  @Test
  void every_frame_is_shown_in_every_window_that_is_asked_for() throws IOException {
    StoredFile file = received(SampleFiles.threeFrames());

    // then the first window of the file, 0 to 1000, is the one that counts unasked
    assertThat(gray(file, new View(1, Optional.empty()))).isLessThan(3);
    assertThat(gray(file, new View(2, Optional.empty()))).isBetween(23, 28);
    assertThat(gray(file, new View(3, Optional.empty()))).isGreaterThan(252);
    assertThat(gray(file, new View(2, Optional.of(new Window(100, 200))))).isBetween(125, 131);
    assertThat(gray(file, new View(2, Optional.of(new Window(-600, 1500))))).isGreaterThan(245);
  }

  @Test
  void the_viewer_learns_what_the_file_names() throws IOException {
    assertThat(pictures().choices(document, received(SampleFiles.threeFrames())))
        .contains(
            new FilePictures.Choices(
                3, true, "CT", List.of(new Window(500, 1000), new Window(100, 200))));
  }

  @Test
  void a_photo_has_nothing_to_choose_and_no_further_pages() throws IOException {
    StoredFile photo = received(SampleFiles.picture("jpg", 64, 48));

    assertThat(pictures().choices(document, photo)).isEmpty();
    assertRefused(
        RefusalCode.FILE_TYPE,
        () -> pictures().picture(document, photo, new View(1, Optional.empty())));
  }

  @Test
  void a_frame_that_is_not_there_and_a_file_of_another_document_are_not_found() throws IOException {
    StoredFile file = received(SampleFiles.threeFrames());
    View first = new View(1, Optional.empty());

    assertRefused(
        RefusalCode.NOT_FOUND,
        () -> pictures().picture(document, file, new View(4, Optional.empty())));
    assertRefused(
        RefusalCode.NOT_FOUND,
        () -> pictures().picture(document, file, new View(0, Optional.empty())));
    assertRefused(RefusalCode.NOT_FOUND, () -> pictures().picture(DocumentId.next(), file, first));
    assertRefused(RefusalCode.NOT_FOUND, () -> pictures().choices(DocumentId.next(), file));
  }

  @Test
  void a_window_is_a_number_that_means_something() {
    for (double width : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e7}) {
      assertThatThrownBy(() -> new Window(40, width)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Window(Double.NaN, 400))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(RefusalCode code, ThrowingCallable question) {
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private int gray(StoredFile file, View view) throws IOException {
    byte[] jpeg = pictures().picture(document, file, view);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    return image.getRaster().getSample(2, 2, 0);
  }

  private static FilePictures pictures() {
    return notebook.bean(FilePictures.class);
  }

  private StoredFile received(byte[] bytes) throws IOException {
    notebook
        .bean(FileIntake.class)
        .receive(
            new Upload(nurse.origin(), patient, document, attachment, "画像"),
            new ByteArrayInputStream(bytes));
    return notebook
        .bean(EventStore.class)
        .readEvents(attachment.value())
        .asStream()
        .map(event -> event.getPayload())
        .filter(AttachmentReceived.class::isInstance)
        .map(event -> ((AttachmentReceived) event).file())
        .findFirst()
        .orElseThrow();
  }

  private Personal<BasicInfo> basicInfo() {
    return Personal.of(
        Subject.of(patient),
        new BasicInfo(
            "大野",
            "太郎",
            "おおの",
            "たろう",
            Gender.MALE,
            LocalDate.of(1940, 2, 3),
            "",
            "",
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
}
