package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.FileIntake.Upload;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;

/** Files on their way in, with a scanner that looks at them. */
class ScannedReceptionTest {
  private final PatientId patient = PatientId.next();
  private final DocumentId document = DocumentId.next();
  private final Person nurse = People.nurse();

  @Test
  void an_infected_file_is_refused_and_recorded_and_without_the_scanner_none_comes_in()
      throws Exception {
    try (ClamdPeer peer = ClamdPeer.thatFindsEicar();
        Notebook notebook =
            Notebook.open(
                Files.createTempDirectory("notebook"),
                Map.of("tsunagaru.files.clamd", peer.address()))) {
      register(notebook);
      assertThat(notebook.bean(FileIntake.class).scansForViruses()).isTrue();

      // given a clean file, then it is taken
      receive(notebook, "体温 36.5");
      assertThat(attachments(notebook)).isEqualTo(1);

      // when the scanner finds something, then the file is not kept and the refusal is a fact
      assertRefused(notebook, RefusalCode.FILE_VIRUS, ClamdPeer.EICAR);
      assertThat(rejections(notebook)).isEqualTo(1);

      // when the scanner is gone, then nothing comes in, and nobody is blamed for it
      peer.close();
      assertRefused(notebook, RefusalCode.UNAVAILABLE, "体温 36.6");
      assertThat(attachments(notebook)).isEqualTo(1);
      assertThat(rejections(notebook)).isEqualTo(1);
    }
  }

  private void assertRefused(Notebook notebook, RefusalCode code, String content) {
    assertThatThrownBy(() -> receive(notebook, content))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private void receive(Notebook notebook, String content) throws IOException {
    notebook
        .bean(FileIntake.class)
        .receive(
            new Upload(nurse.origin(), patient, document, AttachmentId.next(), "メモ.txt"),
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private long attachments(Notebook notebook) {
    return notebook
        .jdbc()
        .sql("select count(*) from guard.attachment where document_id = ?")
        .param(document.value())
        .query(Long.class)
        .single();
  }

  private static long rejections(Notebook notebook) {
    return notebook
        .jdbc()
        .sql(
            "select count(*) from store.domain_event_entry where payload_type like"
                + " '%.AttachmentRejected'")
        .query(Long.class)
        .single();
  }

  private void register(Notebook notebook) {
    notebook.register(nurse, new PersonName("髙橋", "花子", "", ""), "訪問看護ステーションこまき");
    BasicInfo info =
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
            "");
    notebook
        .bean(EventGateway.class)
        .publish(
            new PatientRegistered(
                patient, nurse.id(), nurse.facility(), Personal.of(Subject.of(patient), info)));
  }
}
