package jp.tsunagaru.facility.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.account.write.AccountIssuing;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.facility.command.RejectApplication;
import jp.tsunagaru.facility.command.ReturnApplication;
import jp.tsunagaru.facility.command.ReviseApplication;
import jp.tsunagaru.facility.event.ApplicationApproved;
import jp.tsunagaru.facility.event.ApplicationRejected;
import jp.tsunagaru.facility.event.ApplicationReturned;
import jp.tsunagaru.facility.event.ApplicationRevised;
import jp.tsunagaru.facility.event.FacilityApplied;
import jp.tsunagaru.facility.event.PaperFormReceived;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 様式第1 on its way from the portal to the city's decision (第8条1, PF-05 to PF-09). */
@Aggregate
class FacilityApplication {
  private enum State {
    WAITING_FOR_PAPER,
    UNDER_REVIEW,
    RETURNED,
    REJECTED,
    APPROVED
  }

  @AggregateIdentifier private ApplicationId applicationId;
  private State state = State.WAITING_FOR_PAPER;
  private boolean paperReceived;
  private boolean newSheetMayCome;
  private @Nullable FacilityProfile profile;
  private @Nullable Personal<FacilityPeople> people;

  FacilityApplication() {}

  @CommandHandler
  FacilityApplication(ApplyForFacility command, TermsInForce terms, Clock clock) {
    checkAgreement(command.agreement(), terms);
    checkNotInFuture(command.appliedOn(), clock);
    apply(
        new FacilityApplied(
            command.applicationId(),
            command.appliedOn(),
            command.profile(),
            Personal.of(Subject.of(command.applicationId()), command.people()),
            command.agreement()));
  }

  @CommandHandler
  void handle(ReviseApplication command, TermsInForce terms, Clock clock) {
    checkState(EnumSet.of(State.RETURNED));
    checkAgreement(command.agreement(), terms);
    checkNotInFuture(command.appliedOn(), clock);
    apply(
        new ApplicationRevised(
            applicationId,
            command.appliedOn(),
            command.profile(),
            Personal.of(Subject.of(applicationId), command.people()),
            command.agreement()));
  }

  @CommandHandler
  void handle(ReceivePaperForm command, Clock clock) {
    checkState(
        newSheetMayCome
            ? EnumSet.of(State.WAITING_FOR_PAPER, State.UNDER_REVIEW)
            : EnumSet.of(State.WAITING_FOR_PAPER));
    checkNotInFuture(command.receivedOn(), clock);
    apply(new PaperFormReceived(applicationId, command.receivedOn()));
  }

  @CommandHandler
  void handle(ReturnApplication command) {
    checkState(EnumSet.of(State.WAITING_FOR_PAPER, State.UNDER_REVIEW));
    apply(
        new ApplicationReturned(
            applicationId, Personal.of(Subject.of(applicationId), command.reason())));
  }

  @CommandHandler
  void handle(RejectApplication command) {
    checkState(EnumSet.of(State.WAITING_FOR_PAPER, State.UNDER_REVIEW, State.RETURNED));
    apply(
        new ApplicationRejected(
            applicationId, Personal.of(Subject.of(applicationId), command.reason())));
  }

  /** 第8条2: facility, administrator and that person's account come together or not at all. */
  @CommandHandler
  void handle(ApproveApplication command, AccountIssuing accounts) throws Exception {
    if (state == State.WAITING_FOR_PAPER) {
      throw new Refused(RefusalCode.PAPER_FORM_MISSING);
    }
    checkState(EnumSet.of(State.UNDER_REVIEW));
    FacilityProfile admitted = Objects.requireNonNull(profile);
    if (admitted.affiliation() == Affiliation.OTHER) {
      // 第7条(6): whom no listed body vouches for, the city admits with a reason.
      Check.required("otherAffiliationNote", command.otherAffiliationNote(), 400);
    }
    FacilityPeople responsible =
        Objects.requireNonNull(people).read().orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    apply(
        new ApplicationApproved(
            applicationId,
            command.facilityId(),
            command.administratorId(),
            command.otherAffiliationNote()));
    AggregateLifecycle.createNew(
        Facility.class,
        () -> new Facility(command.facilityId(), admitted, responsible, command.administratorId()));
    accounts.issueBeside(
        command.administratorId(),
        command.facilityId(),
        command.administratorLogin(),
        command.oneTimePassword(),
        command.administratorIsCareUser()
            ? Set.of(Role.FACILITY_ADMIN, Role.CARE_USER)
            : Set.of(Role.FACILITY_ADMIN),
        command.administratorProfession(),
        AdministratorName.of(responsible));
  }

  private void checkState(Set<State> allowed) {
    if (!allowed.contains(state)) {
      throw new Refused(RefusalCode.APPLICATION_STATE);
    }
  }

  private static void checkAgreement(TermsAgreement agreement, TermsInForce terms) {
    if (!agreement.equals(terms.agreement())) {
      throw new Refused(RefusalCode.TERMS_OUTDATED);
    }
  }

  private static void checkNotInFuture(LocalDate date, Clock clock) {
    if (date.isAfter(LocalDate.now(clock))) {
      throw new Refused(RefusalCode.FUTURE_DATE);
    }
  }

  @EventSourcingHandler
  void on(FacilityApplied event) {
    applicationId = event.applicationId();
    profile = event.profile();
    people = event.people();
  }

  /** Whether a mended application needs a new sheet is for the city to judge: one may come. */
  @EventSourcingHandler
  void on(ApplicationRevised event) {
    state = paperReceived ? State.UNDER_REVIEW : State.WAITING_FOR_PAPER;
    newSheetMayCome = true;
    profile = event.profile();
    people = event.people();
  }

  @EventSourcingHandler
  void on(PaperFormReceived event) {
    state = State.UNDER_REVIEW;
    paperReceived = true;
    newSheetMayCome = false;
  }

  @EventSourcingHandler
  void on(ApplicationReturned event) {
    state = State.RETURNED;
  }

  @EventSourcingHandler
  void on(ApplicationRejected event) {
    state = State.REJECTED;
  }

  @EventSourcingHandler
  void on(ApplicationApproved event) {
    state = State.APPROVED;
  }
}
