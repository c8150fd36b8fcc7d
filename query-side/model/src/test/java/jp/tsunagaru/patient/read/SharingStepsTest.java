package jp.tsunagaru.patient.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.PaperPlace;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.query.GetSharingSteps;
import jp.tsunagaru.patient.query.SharingSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PT-10: who had the sharing stopped or go on, and through whom. */
class SharingStepsTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final PatientId patient = city.shared(ReadSide.info("停野", "元", "ていの", "はじめ"), nurse);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void each_step_says_who_asked_and_through_whom() {
    city.happens(
        nurse,
        new SharingStopped(
            ConsentId.of(patient),
            patient,
            RequestChannel.CITY.name(),
            Personal.of(Subject.of(patient), new Requester("停野 一郎", "長男"))));
    city.happens(
        nurse,
        new SharingResumed(
            ConsentId.of(patient),
            patient,
            RequestChannel.PHYSICIAN,
            Personal.of(Subject.of(patient), new Requester("停野 元", ""))));
    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "PHONE", null));
    city.happens(nurse, new SharingResumed(ConsentId.of(patient), patient, null, null));

    assertThat(city.ask(nurse, new GetSharingSteps(patient), SharingSteps.class).steps())
        .extracting(
            SharingSteps.Step::kind,
            SharingSteps.Step::by,
            SharingSteps.Step::channel,
            SharingSteps.Step::requester,
            SharingSteps.Step::relationship)
        .containsExactly(
            tuple(SharingSteps.Kind.STOPPED, "看護 花子", "CITY", "停野 一郎", "長男"),
            tuple(SharingSteps.Kind.RESUMED, "看護 花子", "PHYSICIAN", "停野 元", ""),
            tuple(SharingSteps.Kind.STOPPED, "看護 花子", "PHONE", "", ""),
            tuple(SharingSteps.Kind.RESUMED, "看護 花子", "", "", ""));
  }

  @Test
  void nothing_of_an_erased_patient_is_left_not_even_sealed() {
    DocumentId paper = DocumentId.next();
    city.happens(
        nurse,
        new ConsentPaperKept(
            paper,
            patient,
            new AccountId(nurse.accountId()),
            new FacilityId(nurse.facilityId()),
            Profession.NURSE,
            List.of(AttachmentId.next()),
            Personal.of(Subject.of(paper, patient), new PaperPlace("棚の2段目"))));
    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "CITY", null));
    city.happens(nurse, new PatientErased(patient));

    assertThat(
            city.contents().entrySet().stream()
                .filter(table ->
                    Set.of("view.consent_paper", "view.sharing_step").contains(table.getKey())))
        .hasSize(2)
        .allSatisfy(table -> assertThat(table.getValue()).as(table.getKey()).isEmpty());
  }
}
