package jp.tsunagaru.form.write;

import static jp.tsunagaru.access.write.Refusals.refused;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.command.ApproveForm;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.command.SubmitForm;
import jp.tsunagaru.form.command.SupersedeForm;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormCancelled;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.form.event.FormSuperseded;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CareFormTest {
  private static final String ORDER = "HK16-2024";
  private static final FormValues PART = FormValues.NONE.with("patientName", "髙橋 千代");
  private static final FormValues COMPLETE =
      PART.with("orderType", "1")
          .with("period", "2026-12-01", "2027-05-31")
          .with("birthDate", "1947-07-05")
          .with("disease1", "脳梗塞後遺症")
          .with("issuedOn", "2026-11-25")
          .with("hospitalName", "東医院")
          .with("physicianName", "東 太郎")
          .with("addressee", "ひかり訪問看護ステーション");

  private final DocumentId id = DocumentId.next();
  private final PatientId patient = PatientId.next();
  private final FacilityId clinic = FacilityId.next();
  private final Person clerk = People.at(clinic, Profession.OFFICE_CLERK, Role.CARE_USER);
  private final Person nurse = People.at(clinic, Profession.NURSE, Role.CARE_USER);
  private final Person physician = People.at(clinic, Profession.PHYSICIAN, Role.CARE_USER);
  private final Person visitingNurse = People.nurse();
  private final Person otherPhysician =
      People.at(FacilityId.next(), Profession.PHYSICIAN, Role.CARE_USER);
  private final Map<DocumentId, OtherForms.Other> others = new HashMap<>();
  private FixtureConfiguration<CareForm> fixture;

  @BeforeEach
  void set() {
    fixture = new AggregateTestFixture<>(CareForm.class);
    Writers writers =
        actor ->
            List.of(clerk, nurse, physician, visitingNurse, otherPhysician).stream()
                .filter(person -> person.id().equals(actor.accountId()))
                .map(CareFormTest::writer)
                .findFirst()
                .orElseThrow();
    OtherForms known = (other, of) -> Optional.ofNullable(others.get(other));
    fixture.registerInjectableResource(writers);
    fixture.registerInjectableResource(known);
  }

  @Test
  void anybody_with_the_right_drafts_under_his_own_id() {
    fixture
        .givenNoPriorActivity()
        .when(draft(0, PART), clerk.metaData())
        .expectEvents(drafted(1, PART, clerk));
  }

  @Test
  void a_draft_may_be_incomplete_but_says_only_what_the_sheet_can_say() {
    fixture
        .givenNoPriorActivity()
        .when(draft(0, PART.with("equipment", "99")), clerk.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
    set();
    fixture
        .givenNoPriorActivity()
        .when(new DraftForm(id, patient, 0, "HK16-1999", PART), clerk.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  @Test
  void a_draft_sent_again_is_answered_quietly_and_another_one_is_a_conflict() {
    fixture
        .given(drafted(1, PART, clerk))
        .when(draft(0, PART), clerk.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    set();
    fixture
        .given(drafted(1, PART, clerk))
        .when(draft(0, COMPLETE), clerk.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    set();
    fixture
        .given(drafted(1, PART, clerk))
        .when(draft(0, PART), nurse.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void colleagues_and_physicians_go_on_with_a_draft_and_others_find_none() {
    fixture
        .given(drafted(1, PART, visitingNurse))
        .when(draft(1, COMPLETE), physician.metaData())
        .expectEvents(drafted(2, COMPLETE, physician));
    set();
    fixture
        .given(drafted(1, PART, clerk))
        .when(draft(1, COMPLETE), nurse.metaData())
        .expectEvents(drafted(2, COMPLETE, nurse));
    set();
    fixture
        .given(drafted(1, PART, clerk))
        .when(draft(1, COMPLETE), visitingNurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void a_draft_moves_to_another_version_of_its_sheet_and_not_to_another_sheet() {
    fixture
        .given(drafted(1, PART, clerk))
        .when(new DraftForm(id, patient, 1, "HK16-2022", PART), clerk.metaData())
        .expectSuccessfulHandlerExecution();
    set();
    fixture
        .given(drafted(1, PART, clerk))
        .when(new DraftForm(id, patient, 1, "SI-2026", PART), clerk.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  @Test
  void a_draft_waits_for_a_physician_and_editing_takes_it_back() {
    fixture
        .given(drafted(1, PART, clerk))
        .when(new SubmitForm(id, patient, 1), clerk.metaData())
        .expectEvents(submitted(1));
    set();
    fixture
        .given(drafted(1, PART, clerk), submitted(1))
        .when(new SubmitForm(id, patient, 1), clerk.metaData())
        .expectNoEvents();
    set();
    fixture
        .given(drafted(1, PART, clerk), drafted(2, COMPLETE, nurse))
        .when(new SubmitForm(id, patient, 1), clerk.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    set();
    fixture
        .given(drafted(1, PART, clerk), submitted(1), drafted(2, COMPLETE, clerk))
        .when(new SubmitForm(id, patient, 2), clerk.metaData())
        .expectEvents(submitted(2));
  }

  @Test
  void a_physician_confirms_and_both_who_entered_and_who_approved_are_kept() {
    fixture
        .given(drafted(1, PART, clerk), submitted(1))
        .when(new ApproveForm(id, patient, 1, COMPLETE), physician.metaData())
        .expectEvents(approved(2, clerk, physician));
  }

  @Test
  void a_physician_of_the_team_confirms_what_a_visiting_nurse_prepared() {
    fixture
        .given(drafted(1, COMPLETE, visitingNurse), submitted(1))
        .when(new ApproveForm(id, patient, 1, COMPLETE), physician.metaData())
        .expectEvents(approved(2, visitingNurse, physician));
  }

  @ParameterizedTest
  @EnumSource(value = Profession.class, names = "PHYSICIAN", mode = EnumSource.Mode.EXCLUDE)
  void nobody_but_a_physician_confirms(Profession profession) {
    Person other = People.at(clinic, profession, Role.CARE_USER);
    fixture = new AggregateTestFixture<>(CareForm.class);
    Writers writers = actor -> writer(other);
    fixture.registerInjectableResource(writers);
    fixture
        .given(drafted(1, COMPLETE, clerk), submitted(1))
        .when(new ApproveForm(id, patient, 1, COMPLETE), other.metaData())
        .expectException(refused(RefusalCode.NOT_PHYSICIAN))
        .expectNoEvents();
  }

  @Test
  void errors_block_confirming_and_warnings_do_not() {
    fixture
        .given(drafted(1, PART, physician))
        .when(new ApproveForm(id, patient, 1, PART), physician.metaData())
        .expectException(refused(RefusalCode.FORM_INCOMPLETE));
    set();
    FormValues warned = COMPLETE.with("orders", "1").with("rehabMinutes", "40");
    fixture
        .given(drafted(1, PART, physician))
        .when(new ApproveForm(id, patient, 1, warned), physician.metaData())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void nothing_is_confirmed_over_a_newer_draft() {
    fixture
        .given(drafted(1, PART, clerk), drafted(2, COMPLETE, nurse))
        .when(new ApproveForm(id, patient, 1, COMPLETE), physician.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void a_confirmation_sent_again_is_answered_quietly() {
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(new ApproveForm(id, patient, 1, COMPLETE), physician.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_confirmed_form_never_changes() {
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(draft(2, PART), physician.metaData())
        .expectException(refused(RefusalCode.FORM_STATE));
    set();
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(
            new ApproveForm(id, patient, 2, COMPLETE.with("remarks", "追記")),
            otherPhysician.metaData())
        .expectException(refused(RefusalCode.FORM_STATE));
  }

  @Test
  void a_confirmed_form_of_the_same_kind_takes_its_place() {
    DocumentId newer = DocumentId.next();
    DocumentId draft = DocumentId.next();
    DocumentId opinion = DocumentId.next();
    others.put(newer, new OtherForms.Other(FormKind.VISIT_NURSING_ORDER, true));
    others.put(draft, new OtherForms.Other(FormKind.VISIT_NURSING_ORDER, false));
    others.put(opinion, new OtherForms.Other(FormKind.PHYSICIAN_OPINION, true));
    others.put(id, new OtherForms.Other(FormKind.VISIT_NURSING_ORDER, true));

    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(new SupersedeForm(id, patient, newer), physician.metaData())
        .expectEvents(new FormSuperseded(id, patient, newer));
    notSuperseded(draft, physician, RefusalCode.FORM_STATE);
    notSuperseded(opinion, physician, RefusalCode.FORM_STATE);
    notSuperseded(id, physician, RefusalCode.NOT_FOUND);
    notSuperseded(DocumentId.next(), physician, RefusalCode.NOT_FOUND);
    notSuperseded(newer, nurse, RefusalCode.NOT_PHYSICIAN);
  }

  private void notSuperseded(DocumentId by, Person actor, RefusalCode code) {
    set();
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(new SupersedeForm(id, patient, by), actor.metaData())
        .expectException(refused(code));
  }

  @Test
  void a_physician_cancels_a_confirmed_form_and_says_why() {
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(new CancelForm(id, patient, "宛先の誤り"), physician.metaData())
        .expectEvents(
            new FormCancelled(id, patient, Personal.of(Subject.of(id, patient), "宛先の誤り")));
    set();
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(new CancelForm(id, patient, " "), physician.metaData())
        .expectException(refused(RefusalCode.FIELD_REQUIRED));
    set();
    fixture
        .given(drafted(1, PART, clerk), approved(2, clerk, physician))
        .when(new CancelForm(id, patient, "宛先の誤り"), clerk.metaData())
        .expectException(refused(RefusalCode.NOT_PHYSICIAN));
  }

  @Test
  void a_draft_is_dropped_by_who_may_change_it_and_stays_dropped() {
    fixture
        .given(drafted(1, PART, clerk))
        .when(new CancelForm(id, patient, ""), nurse.metaData())
        .expectSuccessfulHandlerExecution();
    set();
    fixture
        .given(drafted(1, PART, clerk))
        .when(new CancelForm(id, patient, ""), visitingNurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    set();
    fixture
        .given(drafted(1, PART, clerk), cancelled())
        .when(draft(1, COMPLETE), clerk.metaData())
        .expectException(refused(RefusalCode.FORM_STATE));
    set();
    fixture
        .given(drafted(1, PART, clerk), cancelled())
        .when(new CancelForm(id, patient, ""), clerk.metaData())
        .expectException(refused(RefusalCode.FORM_STATE));
  }

  @Test
  void the_form_of_another_patient_and_no_form_are_the_same_answer() {
    PatientId another = PatientId.next();
    for (Object command :
        List.of(
            new DraftForm(id, another, 1, ORDER, PART),
            new SubmitForm(id, another, 1),
            new ApproveForm(id, another, 1, COMPLETE),
            new SupersedeForm(id, another, DocumentId.next()),
            new CancelForm(id, another, "理由"))) {
      set();
      fixture
          .given(drafted(1, PART, clerk))
          .when(command, physician.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
    for (Object command :
        List.of(
            new SubmitForm(id, patient, 1),
            new ApproveForm(id, patient, 1, COMPLETE),
            new SupersedeForm(id, patient, DocumentId.next()),
            new CancelForm(id, patient, "理由"))) {
      set();
      fixture
          .givenNoPriorActivity()
          .when(command, physician.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
  }

  @Test
  void an_article_cannot_become_a_form() {
    fixture
        .given(
            new DocumentConfirmed(
                id,
                patient,
                clerk.id(),
                clerk.facility(),
                Profession.OFFICE_CLERK,
                LocalDate.of(2026, 11, 25),
                Set.of(),
                Visibility.TEAM,
                List.of(),
                Set.of(),
                Personal.of(
                    Subject.of(id, patient),
                    new WrittenArticle(
                        new ArticleContent("", "本文"), new AuthorAsWritten("事務", "医院")))))
        .when(draft(0, PART), clerk.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void nobody_fills_in_a_form_without_signing_in() {
    fixture
        .givenNoPriorActivity()
        .when(draft(0, PART))
        .expectException(refused(RefusalCode.NOT_SIGNED_IN));
  }

  private DraftForm draft(long expected, FormValues values) {
    return new DraftForm(id, patient, expected, ORDER, values);
  }

  private FormDrafted drafted(long version, FormValues values, Person by) {
    return new FormDrafted(
        id,
        patient,
        version,
        ORDER,
        by.id(),
        by.facility(),
        by.profession(),
        Personal.of(Subject.of(id, patient), new WrittenForm(values, writer(by).name())));
  }

  private FormSubmittedForApproval submitted(long version) {
    return new FormSubmittedForApproval(id, patient, version);
  }

  private FormApproved approved(long version, Person enteredBy, Person by) {
    return new FormApproved(
        id,
        patient,
        version,
        ORDER,
        enteredBy.id(),
        by.id(),
        by.facility(),
        Personal.of(Subject.of(id, patient), new WrittenForm(COMPLETE, writer(by).name())));
  }

  private FormCancelled cancelled() {
    return new FormCancelled(id, patient, Personal.of(Subject.of(id, patient), ""));
  }

  private static Writer writer(Person person) {
    return new Writer(new AuthorAsWritten("氏名 " + person.profession(), "施設"), person.profession());
  }
}
