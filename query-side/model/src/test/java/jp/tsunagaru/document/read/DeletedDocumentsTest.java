package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.PurgeRequested;
import jp.tsunagaru.document.query.DeletedDocument;
import jp.tsunagaru.document.query.DeletedDocuments;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.ListDeletedDocuments;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletedDocumentsTest {
  private final ReadSide city = new ReadSide();
  private final FacilityId elsewhere = new FacilityId(Ids.next("fac"));
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin colleague = city.person("看護", "同僚", Profession.NURSE);
  private final Origin doctor =
      city.person("医師", "太郎", "", "", Profession.PHYSICIAN, elsewhere, "CARE_USER");
  private final Origin administrator =
      city.person("管理", "五郎", "", "", Profession.OFFICE_CLERK, city.facility, "FACILITY_ADMIN");
  private final Origin otherAdministrator =
      city.person("管理", "六郎", "", "", Profession.OFFICE_CLERK, elsewhere, "FACILITY_ADMIN");
  private final Origin operator =
      city.person("市", "職員", "", "", Profession.MUNICIPAL_OFFICER, elsewhere, "CITY_OPERATOR");
  private PatientId patient;
  private DocumentId document;

  @BeforeEach
  void deleted() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, colleague, doctor);
    document =
        city.posts(nurse, patient, "訪問記録", "本文", TODAY, Set.of(), Visibility.TEAM, List.of());
    city.deletes(colleague, patient, document);
  }

  @AfterEach
  void close() {
    city.close();
  }

  private List<DeletedDocument> list(Origin actor) {
    return city.ask(actor, new ListDeletedDocuments(), DeletedDocuments.class).documents();
  }

  private void requestPurge(Origin actor) {
    city.happens(actor, new PurgeRequested(document, patient, new FacilityId(nurse.facilityId())));
  }

  @Test
  void authorAndColleaguesSeeWhatWasDeletedByWhomAndWhy() {
    assertThat(list(nurse))
        .containsExactly(
            new DeletedDocument(
                document,
                patient,
                DocumentKind.ARTICLE,
                "山田 太郎",
                "訪問記録",
                TODAY,
                "看護 花子",
                city.now(),
                "看護 同僚",
                DeletionReason.WRONG_PATIENT,
                "別の方の記録",
                false,
                "",
                true,
                true,
                false));
    assertThat(list(colleague)).hasSize(1);
    assertThat(list(doctor)).as("other facility").isEmpty();
    assertThat(list(administrator)).as("nobody asked for a purge").isEmpty();
    assertThat(list(operator)).isEmpty();
  }

  @Test
  void approversSeeThatThereIsSomethingToApproveAndNothingElse() {
    requestPurge(nurse);

    DeletedDocument row = list(administrator).getFirst();

    assertThat(row.patientName() + row.title() + row.note()).isEmpty();
    assertThat(row.purgeRequestedBy()).isEqualTo("看護 花子");
    assertThat(row.mayApprovePurge()).isTrue();
    assertThat(row.mayRestore() || row.mayRequestPurge()).isFalse();
    assertThat(list(operator)).containsExactly(row);
    assertThat(list(otherAdministrator)).isEmpty();
    assertThat(list(nurse).getFirst().mayRequestPurge()).isFalse();
    assertThat(list(nurse).getFirst().mayApprovePurge()).isFalse();
  }

  @Test
  void nobodyApprovesWhatHeAskedFor() {
    requestPurge(administrator);

    assertThat(list(administrator).getFirst().mayApprovePurge()).isFalse();
    assertThat(list(operator).getFirst().mayApprovePurge()).isTrue();
  }

  @Test
  void withoutTheRightToDeleteNothingIsListed() {
    PatientId other = city.registered(doctor, info("佐藤", "", "さとう", ""));
    city.consents(doctor, other);
    city.assign(other, nurse, Right.VIEW, Right.WRITE, Right.EDIT);
    city.deletes(nurse, other, city.posts(nurse, other, "記事"));

    assertThat(list(nurse)).extracting(DeletedDocument::documentId).containsExactly(document);
  }

  @Test
  void whatWasHiddenFromAColleagueStaysHiddenDeleted() {
    DocumentId hidden =
        city.posts(
            nurse,
            patient,
            "内密",
            new Visibility(Visibility.Scope.SELECTED, Set.of(id(doctor)), Set.of(), Set.of()));
    city.deletes(nurse, patient, hidden);

    assertThat(list(nurse)).hasSize(2);
    assertThat(list(colleague)).extracting(DeletedDocument::documentId).containsExactly(document);
  }

  @Test
  void aRestoredOrPurgedDocumentAndOneOfAStoppedPatientIsNotListed() {
    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "PAPER", null));
    assertThat(list(nurse)).isEmpty();
    city.happens(nurse, new DocumentRestored(document, patient));
    assertThat(list(operator)).isEmpty();
    city.deletes(nurse, patient, document);
    requestPurge(nurse);
    assertThat(list(operator)).hasSize(1);

    city.purges(nurse, operator, patient, document);

    assertThat(list(operator)).isEmpty();
  }
}
