package jp.tsunagaru.attachment.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.ConversionFailed;
import jp.tsunagaru.attachment.query.FindFile;
import jp.tsunagaru.attachment.query.FindUploads;
import jp.tsunagaru.attachment.query.FoundFile;
import jp.tsunagaru.attachment.query.Uploads;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentQueriesTest {
  private static final Rendition THUMBNAIL =
      new Rendition(
          Rendition.Kind.THUMBNAIL, 1, new StoredFile("d".repeat(64), 90, "image/jpeg"), 320, 240);
  private static final Rendition DISPLAY =
      new Rendition(
          Rendition.Kind.DISPLAY, 1, new StoredFile("e".repeat(64), 900, "image/jpeg"), 2048, 1536);

  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
  private final DocumentId document = DocumentId.next();
  private PatientId patient;
  private AttachmentId file;

  @BeforeEach
  void uploaded() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    file = city.uploads(nurse, patient, document, "創部.jpg");
    city.happens(
        nurse, new AttachmentConverted(file, patient, document, List.of(THUMBNAIL, DISPLAY)));
  }

  @AfterEach
  void close() {
    city.close();
  }

  private void post(Visibility visibility) {
    city.happens(
        nurse,
        ReadSide.confirmed(
            document, nurse, patient, "", "写真", TODAY, Set.of(), visibility, List.of(file)));
  }

  private FoundFile find(Origin actor, String address) {
    return city.ask(actor, new FindFile(patient, document, file, address), FoundFile.class);
  }

  private List<AttachmentView> uploads(Origin actor) {
    return city.ask(actor, new FindUploads(patient, document), Uploads.class).attachments();
  }

  private static void assertRefused(Runnable question) {
    assertThatThrownBy(question::run).isInstanceOf(Refused.class).hasMessage("NOT_FOUND");
  }

  @Test
  void uploadsAreTheUploadersUntilTheyArePosted() {
    assertThat(uploads(nurse))
        .singleElement()
        .satisfies(view -> {
          assertThat(view.name()).isEqualTo("創部.jpg");
          assertThat(view.thumbnail()).isEqualTo(THUMBNAIL);
          assertThat(view.displays()).containsExactly(DISPLAY);
        });
    assertThat(uploads(doctor)).isEmpty();
    assertThat(find(nurse, THUMBNAIL.file().address()).file()).isEqualTo(THUMBNAIL.file());
    assertRefused(() -> find(doctor, THUMBNAIL.file().address()));

    post(Visibility.TEAM);

    assertThat(uploads(nurse)).isEmpty();
    assertThat(find(doctor, THUMBNAIL.file().address()).name()).isEqualTo("創部.jpg");
  }

  @Test
  void anAddressOpensOnlyWhatBelongsToTheAttachment() {
    post(Visibility.TEAM);
    AttachmentId other = city.uploads(nurse, patient, document, "別.jpg");
    String address =
        city.ask(nurse, new FindFile(patient, document, other, ""), FoundFile.class)
            .file()
            .address();

    assertThat(find(doctor, "").file().size()).isEqualTo(1234);
    assertThat(find(doctor, DISPLAY.file().address()).file()).isEqualTo(DISPLAY.file());
    assertRefused(() -> find(doctor, address));
    assertRefused(() -> find(doctor, "f".repeat(64)));
  }

  @Test
  void aFileHasTheScopeOfItsDocument() {
    Origin pharmacist = city.person("薬剤", "三郎", Profession.PHARMACIST);
    post(new Visibility(Visibility.Scope.SELECTED, Set.of(id(doctor)), Set.of(), Set.of()));

    assertThat(find(doctor, "")).isNotNull();
    assertRefused(() -> find(pharmacist, ""));
  }

  @Test
  void aFileOfADeletedDocumentOrOfAnotherPatientIsNotFound() {
    post(Visibility.TEAM);
    assertRefused(() ->
        city.ask(doctor, new FindFile(PatientId.next(), document, file, ""), FoundFile.class));

    city.deletes(nurse, patient, document);

    assertRefused(() -> find(doctor, ""));
    assertRefused(() -> find(nurse, ""));
  }

  @Test
  void aFileDroppedByALaterVersionStaysReadableWithTheEarlierOne() {
    post(Visibility.TEAM);
    city.revises(nurse, patient, document, 2, "写真なし", Visibility.TEAM);

    assertThat(find(doctor, "").name()).isEqualTo("創部.jpg");
  }

  @Test
  void aFailedConversionSaysWhyAndTellsThePage() {
    AttachmentId broken = city.uploads(nurse, patient, document, "壊れ.dcm");
    city.happens(nurse, new ConversionFailed(broken, patient, document, "UNSUPPORTED"));

    assertThat(city.told(new WatchPatient(patient)))
        .containsExactly(new PatientChange(patient, PatientChange.Kind.ATTACHMENT, broken.value()));
    assertThat(uploads(nurse))
        .extracting(AttachmentView::failure)
        .containsExactly("", "UNSUPPORTED");
    assertThat(uploads(nurse).getLast().thumbnail()).isNull();
  }
}
