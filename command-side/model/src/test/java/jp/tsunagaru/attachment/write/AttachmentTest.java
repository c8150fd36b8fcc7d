package jp.tsunagaru.attachment.write;

import static jp.tsunagaru.access.write.Refusals.refused;

import java.util.List;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.command.ReceiveAttachment;
import jp.tsunagaru.attachment.command.RecordConversionFailure;
import jp.tsunagaru.attachment.command.RecordRenditions;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.attachment.event.ConversionFailed;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentTest {
  private final AttachmentId id = AttachmentId.next();
  private final PatientId patient = PatientId.next();
  private final DocumentId document = DocumentId.next();
  private final Person nurse = People.nurse();
  private final StoredFile first = new StoredFile("a".repeat(64), 3, "image/jpeg");
  private final StoredFile second = new StoredFile("b".repeat(64), 3, "image/jpeg");
  private final List<Rendition> pictures =
      List.of(new Rendition(Rendition.Kind.THUMBNAIL, 1, second, 320, 240));
  private boolean allowed = true;
  private FixtureConfiguration<Attachment> fixture;

  @BeforeEach
  void set() {
    fixture = new AggregateTestFixture<>(Attachment.class);
    UploadRules rules =
        (patientId, documentId, uploader) -> {
          if (!allowed) {
            throw new Refused(RefusalCode.FILE_TOO_MANY);
          }
        };
    fixture.registerInjectableResource(rules);
  }

  @Test
  void a_file_is_received() {
    fixture
        .givenNoPriorActivity()
        .when(receive(patient, first, "写真.jpg"), nurse.metaData())
        .expectResultMessagePayload(first)
        .expectEvents(received());
  }

  @Test
  void the_same_file_sent_again_counts_once_and_the_first_is_kept() {
    fixture
        .given(received())
        .when(receive(patient, second, "写真.jpg"), nurse.metaData())
        .expectResultMessagePayload(first)
        .expectNoEvents();
  }

  @Test
  void another_file_under_the_same_id_is_refused() {
    fixture
        .given(received())
        .when(receive(patient, second, "別.jpg"), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    set();
    fixture
        .given(received())
        .when(receive(PatientId.next(), second, "写真.jpg"), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void the_rules_of_the_document_are_asked_when_the_file_has_come_in() {
    allowed = false;
    fixture
        .givenNoPriorActivity()
        .when(receive(patient, first, "写真.jpg"), nurse.metaData())
        .expectException(refused(RefusalCode.FILE_TOO_MANY));
  }

  @Test
  void the_first_pictures_count_and_later_ones_do_not() {
    fixture
        .given(received())
        .when(new RecordRenditions(id, pictures))
        .expectResultMessagePayload(true)
        .expectEvents(new AttachmentConverted(id, patient, document, pictures));
    set();
    fixture
        .given(received(), new AttachmentConverted(id, patient, document, pictures))
        .when(new RecordRenditions(id, pictures))
        .expectResultMessagePayload(false)
        .expectNoEvents();
  }

  @Test
  void pictures_may_follow_a_failure_but_no_failure_follows_pictures() {
    ConversionFailed failed = new ConversionFailed(id, patient, document, "TIMED_OUT");
    fixture
        .given(received())
        .when(new RecordConversionFailure(id, "TIMED_OUT"))
        .expectEvents(failed);
    set();
    fixture
        .given(received(), failed)
        .when(new RecordConversionFailure(id, "TIMED_OUT"))
        .expectNoEvents();
    set();
    fixture
        .given(received(), failed)
        .when(new RecordRenditions(id, pictures))
        .expectEvents(new AttachmentConverted(id, patient, document, pictures));
    set();
    fixture
        .given(received(), new AttachmentConverted(id, patient, document, pictures))
        .when(new RecordConversionFailure(id, "TIMED_OUT"))
        .expectNoEvents();
  }

  private ReceiveAttachment receive(PatientId of, StoredFile file, String name) {
    return new ReceiveAttachment(
        id, of, document, FileKind.JPEG, 1, false, file, new FileFacts(name, "0".repeat(64)));
  }

  private AttachmentReceived received() {
    return new AttachmentReceived(
        id,
        patient,
        document,
        FileKind.JPEG,
        1,
        false,
        first,
        Personal.of(Subject.of(document, patient), new FileFacts("写真.jpg", "0".repeat(64))));
  }
}
