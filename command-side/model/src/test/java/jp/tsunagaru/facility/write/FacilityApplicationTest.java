package jp.tsunagaru.facility.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.account.write.AccountIssuing;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.facility.command.RejectApplication;
import jp.tsunagaru.facility.command.ReturnApplication;
import jp.tsunagaru.facility.command.ReviseApplication;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.ApplicationApproved;
import jp.tsunagaru.facility.event.ApplicationRejected;
import jp.tsunagaru.facility.event.ApplicationReturned;
import jp.tsunagaru.facility.event.ApplicationRevised;
import jp.tsunagaru.facility.event.FacilityApplied;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.facility.event.PaperFormReceived;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacilityApplicationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final ApplicationId ID = ApplicationId.next();
  private static final FacilityId FACILITY = FacilityId.next();
  private static final AccountId ADMINISTRATOR = AccountId.next();
  private static final FacilityPeople PEOPLE = new FacilityPeople("森 一郎", "林　花子");

  private final RunningAccounts running = RunningAccounts.get();
  private final TermsInForce terms = running.bean(TermsInForce.class);
  private final TermsAgreement agreement = terms.agreement();
  private final AggregateTestFixture<FacilityApplication> fixture =
      new AggregateTestFixture<>(FacilityApplication.class);

  @BeforeEach
  void parts() {
    fixture.registerInjectableResource(terms);
    fixture.registerInjectableResource(
        Clock.fixed(Instant.parse("2026-11-22T14:59:00Z"), ZoneId.of("Asia/Tokyo")));
    fixture.registerInjectableResource(running.bean(AccountIssuing.class));
  }

  @Test
  void an_application_with_agreement_to_the_documents_in_force_waits_for_its_paper() {
    fixture
        .givenNoPriorActivity()
        .when(new ApplyForFacility(ID, TODAY, profile(Affiliation.OTHER), PEOPLE, agreement))
        .expectEvents(applied(Affiliation.OTHER));
  }

  @Test
  void agreement_to_an_older_document_does_not_do() {
    TermsAgreement old =
        new TermsAgreement("0.9", agreement.termsHash(), agreement.policyVersion(), "");
    refused(
        fixture
            .givenNoPriorActivity()
            .when(new ApplyForFacility(ID, TODAY, profile(Affiliation.OTHER), PEOPLE, old)),
        RefusalCode.TERMS_OUTDATED);
    refused(
        fixture
            .given(applied(Affiliation.OTHER), returned())
            .when(new ReviseApplication(ID, TODAY, profile(Affiliation.OTHER), PEOPLE, old)),
        RefusalCode.TERMS_OUTDATED);
  }

  @Test
  void nothing_is_applied_for_or_received_tomorrow() {
    LocalDate tomorrow = TODAY.plusDays(1);
    refused(
        fixture
            .givenNoPriorActivity()
            .when(
                new ApplyForFacility(ID, tomorrow, profile(Affiliation.OTHER), PEOPLE, agreement)),
        RefusalCode.FUTURE_DATE);
    refused(
        fixture.given(applied(Affiliation.OTHER)).when(new ReceivePaperForm(ID, tomorrow)),
        RefusalCode.FUTURE_DATE);
  }

  @Test
  void only_a_returned_application_is_revised() {
    FacilityProfile mended = profile(Affiliation.MEDICAL_ASSOCIATION);
    ReviseApplication revise = new ReviseApplication(ID, TODAY, mended, PEOPLE, agreement);
    refused(fixture.given(applied(Affiliation.OTHER)).when(revise), RefusalCode.APPLICATION_STATE);
    fixture
        .given(applied(Affiliation.OTHER), returned())
        .when(revise)
        .expectEvents(
            new ApplicationRevised(
                ID, TODAY, mended, Personal.of(Subject.of(ID), PEOPLE), agreement));
  }

  @Test
  void a_revised_application_waits_for_a_paper_that_never_came() {
    refused(
        fixture
            .given(applied(Affiliation.MEDICAL_ASSOCIATION), returned(), revised())
            .when(approve("", false)),
        RefusalCode.PAPER_FORM_MISSING);
  }

  @Test
  void a_new_paper_may_come_once_after_a_revision() {
    fixture
        .given(applied(Affiliation.OTHER), paper(), returned(), revised())
        .when(new ReceivePaperForm(ID, TODAY))
        .expectEvents(paper());
    refused(
        fixture
            .given(applied(Affiliation.OTHER), paper(), returned(), revised(), paper())
            .when(new ReceivePaperForm(ID, TODAY)),
        RefusalCode.APPLICATION_STATE);
  }

  @Test
  void the_paper_is_received_once() {
    fixture
        .given(applied(Affiliation.OTHER))
        .when(new ReceivePaperForm(ID, TODAY))
        .expectEvents(paper());
    refused(
        fixture.given(applied(Affiliation.OTHER), paper()).when(new ReceivePaperForm(ID, TODAY)),
        RefusalCode.APPLICATION_STATE);
  }

  @Test
  void an_application_is_returned_or_rejected_with_a_sealed_reason() {
    Personal<String> reason = Personal.of(Subject.of(ID), "所在地が異なります");
    fixture
        .given(applied(Affiliation.OTHER), paper())
        .when(new ReturnApplication(ID, "所在地が異なります"))
        .expectEvents(new ApplicationReturned(ID, reason));
    fixture
        .given(applied(Affiliation.OTHER))
        .when(new RejectApplication(ID, "所在地が異なります"))
        .expectEvents(new ApplicationRejected(ID, reason));
  }

  @Test
  void a_decided_application_is_not_decided_again() {
    ApplicationRejected rejected = new ApplicationRejected(ID, Personal.of(Subject.of(ID), "理由"));
    ApplicationApproved approved = new ApplicationApproved(ID, FACILITY, ADMINISTRATOR, "");
    for (Object decision : new Object[] {rejected, approved}) {
      for (Object command :
          new Object[] {
            new ReturnApplication(ID, "理由"), new RejectApplication(ID, "理由"), approve("", false)
          }) {
        refused(
            fixture.given(applied(Affiliation.OTHER), paper(), decision).when(command),
            RefusalCode.APPLICATION_STATE);
      }
    }
    refused(
        fixture.given(applied(Affiliation.OTHER), returned()).when(approve("", false)),
        RefusalCode.APPLICATION_STATE);
  }

  @Test
  void nothing_is_approved_before_the_paper_came() {
    refused(
        fixture.given(applied(Affiliation.OTHER)).when(approve("理由", false)),
        RefusalCode.PAPER_FORM_MISSING);
  }

  @Test
  void who_belongs_to_no_listed_body_is_approved_with_a_reason_only() {
    refused(
        fixture.given(applied(Affiliation.OTHER), paper()).when(approve("", false)),
        RefusalCode.FIELD_REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void approval_makes_the_facility_and_its_administrator_in_one_step(boolean careUser) {
    FacilityProfile profile = profile(Affiliation.MEDICAL_ASSOCIATION);
    ApproveApplication approve = approve("", careUser);
    fixture
        .given(applied(Affiliation.MEDICAL_ASSOCIATION), paper())
        .when(approve)
        .expectEvents(
            new ApplicationApproved(ID, FACILITY, approve.administratorId(), ""),
            new FacilityRegistered(FACILITY, profile, Personal.of(Subject.of(FACILITY), PEOPLE)),
            new AdministratorAppointed(FACILITY, approve.administratorId(), null),
            new AccountIssued(
                approve.administratorId(),
                FACILITY,
                approve.administratorLogin(),
                careUser
                    ? Set.of(Role.FACILITY_ADMIN, Role.CARE_USER)
                    : Set.of(Role.FACILITY_ADMIN),
                Profession.NURSE,
                Personal.of(
                    Subject.of(approve.administratorId()), new PersonName("林", "花子", "", ""))));
  }

  @Test
  void a_name_parts_at_its_first_blank_of_any_width() {
    assertThat(AdministratorName.of(new FacilityPeople("森 一郎", "")))
        .isEqualTo(new PersonName("森", "一郎", "", ""));
    assertThat(AdministratorName.of(new FacilityPeople("森 一郎", "マリア　デ　ラ　クルス")))
        .isEqualTo(new PersonName("マリア", "デ　ラ　クルス", "", ""));
    assertThat(AdministratorName.of(new FacilityPeople("スカルノ", "")))
        .isEqualTo(new PersonName("スカルノ", "", "", ""));
  }

  private static void refused(ResultValidator<FacilityApplication> result, RefusalCode code) {
    result.expectException(Refused.class).expectExceptionMessage(code.name()).expectNoEvents();
  }

  private FacilityApplied applied(Affiliation affiliation) {
    return new FacilityApplied(
        ID, TODAY, profile(affiliation), Personal.of(Subject.of(ID), PEOPLE), agreement);
  }

  private static PaperFormReceived paper() {
    return new PaperFormReceived(ID, TODAY);
  }

  private ApplicationRevised revised() {
    return new ApplicationRevised(
        ID,
        TODAY,
        profile(Affiliation.MEDICAL_ASSOCIATION),
        Personal.of(Subject.of(ID), PEOPLE),
        agreement);
  }

  private static ApplicationReturned returned() {
    return new ApplicationReturned(ID, Personal.of(Subject.of(ID), "理由"));
  }

  private static ApproveApplication approve(String note, boolean careUser) {
    String unused = Ids.next("a");
    return new ApproveApplication(
        ID,
        FACILITY,
        AccountId.next(),
        new LoginId("adm-" + unused.substring(unused.length() - 10)),
        new Secret("one-time-secret"),
        Profession.NURSE,
        careUser,
        note);
  }

  private static FacilityProfile profile(Affiliation affiliation) {
    return new FacilityProfile(
            "林クリニック",
            "485-0041",
            "愛知県小牧市小牧1-1",
            affiliation,
            "",
            affiliation == Affiliation.OTHER ? "大学附属研究所" : "",
            "0568-76-1188",
            "",
            "desk@example.jp",
            EnumSet.of(PublicField.NAME))
        .checked();
  }
}
