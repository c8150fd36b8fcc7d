package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.member;
import static jp.tsunagaru.access.write.WriteSide.patient;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static jp.tsunagaru.access.write.WriteSide.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.consent.command.KeepConsentPaper;
import jp.tsunagaru.consent.command.RemoveConsentPaper;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

/** PT-04: a kept sheet is opened by the rules of every document, now and in the past. */
class ConsentPaperTest {
  private final People.Person nurse = signedIn(People.nurse());
  private final People.Person colleague = signedIn(People.pharmacist());
  private final People.Person stranger = signedIn(People.nurse());
  private final PatientId patientId = patient("SHARED", nurse);
  private final DocumentId sheet = DocumentId.next();

  record Open(PatientId patientId, Optional<DocumentId> documentConcerned)
      implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  @Test
  void it_is_the_teams_from_its_keeping_to_its_removal() {
    member(patientId, nurse, Right.VIEW, Right.WRITE, Right.EDIT_BASIC);
    member(patientId, colleague, Right.VIEW);
    AttachmentId scan = upload(patientId, sheet, nurse);
    assertThat(opens(nurse)).isTrue();
    assertThat(opens(colleague)).isFalse();

    command(nurse, keep(scan)).isDone();
    command(nurse, keep(scan)).isDone();

    assertThat(opens(nurse)).isTrue();
    assertThat(opens(colleague)).isTrue();
    assertThat(opens(stranger)).isFalse();
    Instant kept = Instant.now();

    command(colleague, new RemoveConsentPaper(sheet, patientId, "MISTAKE"))
        .isRefused(RefusalCode.NOT_FOUND);
    command(nurse, new RemoveConsentPaper(sheet, patientId, "MISTAKE")).isDone();

    assertThat(opens(nurse)).isFalse();
    assertThat(opens(colleague)).isFalse();
    assertThat(stateAt(kept)).isEqualTo("CONFIRMED");
    assertThat(stateAt(Instant.now())).isEqualTo("DELETED");
  }

  @Test
  void files_of_somebody_else_and_sheets_before_the_consent_are_refused() {
    member(patientId, nurse, Right.VIEW, Right.WRITE, Right.EDIT_BASIC);
    command(nurse, keep(upload(patientId, sheet, colleague)))
        .isRefused(RefusalCode.ATTACHMENT_UNKNOWN);
    command(nurse, keep(AttachmentId.next())).isRefused(RefusalCode.ATTACHMENT_UNKNOWN);

    PatientId provisional = patient("PROVISIONAL", nurse);
    command(nurse, new KeepConsentPaper(DocumentId.next(), provisional, List.of(), "棚"))
        .isRefused(RefusalCode.CONSENT_MISSING);
  }

  private KeepConsentPaper keep(AttachmentId scan) {
    return new KeepConsentPaper(sheet, patientId, List.of(scan), "鍵付きの棚");
  }

  private boolean opens(People.Person person) {
    return bean(AccessDecisions.class)
            .decide(person.origin(), new Open(patientId, Optional.of(sheet)), Instant.now())
        instanceof Decision.Allowed;
  }

  private String stateAt(Instant at) {
    return bean(FactsOfThePast.class)
        .document(nurse.origin(), new Open(patientId, Optional.of(sheet)), sheet, at)
        .state();
  }
}
