package jp.tsunagaru.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.query.FindFile;
import jp.tsunagaru.attachment.query.FoundFile;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.audit.command.BeginLogReview;
import jp.tsunagaru.audit.command.ConfirmRights;
import jp.tsunagaru.audit.command.SignAttestation;
import jp.tsunagaru.audit.command.SignLogReview;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.Attestation;
import jp.tsunagaru.audit.query.AttestedAccount;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.AuditSubjects;
import jp.tsunagaru.audit.query.FindAuditSubjects;
import jp.tsunagaru.audit.query.GetAttestation;
import jp.tsunagaru.audit.query.ListAccess;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.query.DeletedDocuments;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.ListDeletedDocuments;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.command.ChangeFacility;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.facility.command.RequestAbolition;
import jp.tsunagaru.facility.command.ReturnApplication;
import jp.tsunagaru.facility.query.Applications;
import jp.tsunagaru.facility.query.Facilities;
import jp.tsunagaru.facility.query.ListApplications;
import jp.tsunagaru.facility.query.ListFacilities;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.command.ApproveForm;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.command.SubmitForm;
import jp.tsunagaru.form.query.FindPrefill;
import jp.tsunagaru.form.query.Prefill;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.terms.TermsInForce;

/** Does what a {@link Step} says, through the same commands and queries as the views. */
final class Deeds {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int ROWS = 50;
  private static final long AS_REGISTERED = 1;
  private static final int DAYS_TO_ABOLITION = 30;
  private static final Set<Profession> MEDICAL =
      Set.of(
          Profession.PHYSICIAN,
          Profession.DENTIST,
          Profession.PHARMACIST,
          Profession.NURSE,
          Profession.ASSISTANT_NURSE,
          Profession.PUBLIC_HEALTH_NURSE);

  private final Roster roster;
  private final Calendar calendar;
  private final Sender sender;
  private final FileIntake intake;
  private final TermsInForce terms;
  private final FileMaker files;
  private final Fields fields;

  Deeds(
      Roster roster,
      Calendar calendar,
      Sender sender,
      FileIntake intake,
      TermsInForce terms,
      FileMaker files,
      Fields fields) {
    this.roster = roster;
    this.calendar = calendar;
    this.sender = sender;
    this.intake = intake;
    this.terms = terms;
    this.files = files;
    this.fields = fields;
  }

  void perform(Step step, int day, Origin origin) throws InterruptedException {
    switch (step) {
      case Step.ReceivePaper(DemoFacility facility) ->
          sender.sendOnce(
              new ReceivePaperForm(facility.applicationId(), calendar.date(day)),
              origin,
              RefusalCode.APPLICATION_STATE);
      case Step.SendBack(DemoFacility facility) ->
          sender.sendOnce(
              new ReturnApplication(facility.applicationId(), facility.words()),
              origin,
              RefusalCode.APPLICATION_STATE);
      case Step.MoveFacility(DemoFacility facility) ->
          sender.sendOnce(
              new ChangeFacility(
                  facility.facilityId(),
                  AS_REGISTERED,
                  facility.at(DemoTexts.get("moved")),
                  facility.people(roster.administrator(facility.key()).name().full())),
              origin,
              RefusalCode.CONFLICT);
      case Step.AskToAbolish(DemoFacility facility) ->
          sender.sendOnce(
              new RequestAbolition(
                  facility.facilityId(),
                  AS_REGISTERED,
                  calendar.date(Calendar.LAST + DAYS_TO_ABOLITION),
                  DemoTexts.get("abolition")),
              origin,
              RefusalCode.CONFLICT);
      case Step.MakeGroup(DemoGroup group) -> make(group, origin);
      case Step.Register(DemoPatient patient) -> register(patient, day, origin);
      case Step.Search(String text) ->
          sender.ask(
              new ListPatients(text, null, null, null, false, 0, ROWS), PatientList.class, origin);
      case Step.Open(DemoPatient patient) -> open(patient, origin);
      case Step.OpenFile(PostPlan post) ->
          sender.ask(
              new FindFile(post.patient().patientId(), post.documentId(), post.attachmentId(), ""),
              FoundFile.class,
              origin);
      case Step.LookAtTeam(DemoPatient patient) ->
          sender.ask(new GetTeam(patient.patientId()), Team.class, origin);
      case Step.LookAtReaders(PostPlan post) ->
          sender.ask(
              new GetReaders(post.patient().patientId(), post.documentId()), Readers.class, origin);
      case Step.Write(PostPlan post) -> write(post, origin);
      case Step.Issue(FormPlan form) -> issue(form, day, origin);
      case Step.Revise revision -> revise(revision, origin);
      case Step.Delete deletion ->
          sender.sendOnce(
              new DeleteDocument(
                  deletion.post().documentId(),
                  deletion.post().patient().patientId(),
                  deletion.reason(),
                  deletion.note()),
              origin,
              RefusalCode.DOCUMENT_STATE);
      case Step.Restore(PostPlan post) ->
          sender.sendOnce(
              new RestoreDocument(post.documentId(), post.patient().patientId()),
              origin,
              RefusalCode.DOCUMENT_STATE);
      case Step.AskToPurge(PostPlan post) ->
          sender.sendOnce(
              new RequestPurge(post.documentId(), post.patient().patientId()),
              origin,
              RefusalCode.DOCUMENT_STATE);
      case Step.AgreeToPurge(PostPlan post) ->
          sender.sendOnce(new ApprovePurge(post.documentId()), origin, RefusalCode.DOCUMENT_STATE);
      case Step.RenewCertificate(DemoPatient patient) -> renew(patient, day, origin);
      case Step.EndMembership ending ->
          sender.sendOnce(
              new EndMembership(
                  ending.patient().teamId(),
                  ending.patient().patientId(),
                  ending.patient().grantId(ending.member().key()),
                  ending.reason()),
              origin);
      case Step.StopSharing(DemoPatient patient) ->
          sender.sendOnce(
              new StopSharing(
                  patient.consentId(),
                  patient.patientId(),
                  RequestChannel.CARE_MANAGER,
                  new Requester(patient.family() + " " + patient.given(), "")),
              origin,
              RefusalCode.SHARING_STATE,
              RefusalCode.NOT_FOUND);
      case Step.Deactivate(DemoUser user) ->
          sender.sendOnce(
              new DeactivateAccount(user.accountId(), new FacilityId(origin.facilityId()), "LEFT"),
              origin);
      case Step.Audit(DemoPatient patient) -> audit(patient, day, origin);
      case Step.Desk() -> desk(origin);
    }
  }

  private void make(DemoGroup group, Origin origin) {
    Set<AccountId> members =
        group.members().stream()
            .map(login -> roster.user(login).accountId())
            .collect(Collectors.toUnmodifiableSet());
    sender.sendOnce(new CreateGroup(group.groupId(), group.name(), members), origin);
  }

  private void register(DemoPatient patient, int day, Origin origin) {
    DemoUser registrar = roster.user(patient.registrar());
    sender.sendOnce(
        new RegisterPatient(
            patient.patientId(),
            patient.basicInfo(calendar.first(), roster.users),
            patient.grantId(registrar.key()),
            Rights.role(registrar.profession())),
        origin);
    if (!patient.shared()) {
      return;
    }
    sender.sendOnce(consent(patient, registrar, day), origin, RefusalCode.CONSENT_ALREADY_GIVEN);
    for (String login : patient.team()) {
      if (!login.equals(registrar.key())) {
        assign(patient, roster.user(login), origin);
      }
    }
    for (String key : patient.groups()) {
      DemoGroup group = roster.group(key);
      sender.sendOnce(
          new AssignGroup(
              patient.teamId(),
              patient.patientId(),
              patient.grantId(key),
              group.groupId(),
              new MembershipTerms(TeamRole.OTHER, Set.of(Right.VIEW, Right.WRITE), null, null)),
          origin);
    }
  }

  private RecordConsent consent(DemoPatient patient, DemoUser registrar, int day) {
    String[] parts = patient.consent().split(":");
    boolean proxy = parts.length == 3;
    BasicInfo info = patient.basicInfo(calendar.first(), roster.users);
    return new RecordConsent(
        patient.consentId(),
        patient.patientId(),
        proxy ? ConsentKind.PROXY : ConsentKind.SELF,
        proxy ? ProxyGround.valueOf(parts[0].substring("PROXY_".length())) : null,
        registrar.accountId(),
        calendar.date(day).minusDays(patient.number() % 3),
        terms.consentForm().version(),
        new ConsentSignatures(
            registrar.name().full(), proxy ? parts[1] : info.fullName(), proxy ? parts[2] : ""));
  }

  private void assign(DemoPatient patient, DemoUser member, Origin origin) {
    int last = Posts.leaves(patient, member.key());
    boolean limited = last < Calendar.LAST && member.facility().equals("hospital");
    sender.sendOnce(
        new AssignMember(
            patient.teamId(),
            patient.patientId(),
            patient.grantId(member.key()),
            member.accountId(),
            new MembershipTerms(
                Rights.role(member.profession()),
                Rights.of(member.profession()),
                null,
                limited ? calendar.date(last) : null)),
        origin,
        RefusalCode.ALREADY_MEMBER,
        RefusalCode.CONFLICT);
  }

  private void open(DemoPatient patient, Origin origin) throws InterruptedException {
    sender.ask(new FindPatient(patient.patientId()), PatientDetails.class, origin);
    sender.ask(
        new GetTimeline(patient.patientId(), TimelineFilter.ALL, null), Timeline.class, origin);
  }

  private void write(PostPlan post, Origin origin) {
    if (!post.file().isEmpty()) {
      receive(post, origin);
    }
    sender.sendOnce(
        new PostArticle(
            post.documentId(),
            post.patient().patientId(),
            occurredOn(post),
            fields.of(post, post.text()),
            post.tags(),
            visibility(post),
            attachments(post)),
        origin,
        RefusalCode.CONFLICT,
        RefusalCode.DOCUMENT_STATE);
  }

  private void issue(FormPlan form, int day, Origin origin) throws InterruptedException {
    PatientId patient = form.patient().patientId();
    Prefill begun =
        sender.ask(
            new FindPrefill(patient, form.kind(), calendar.date(day), false),
            Prefill.class,
            origin);
    FormDefinition definition = FormDefinitions.official().of(begun.formVersion());
    String addressee = form.station().isEmpty() ? "" : roster.facilityOf(form.station());
    FormValues values = form.written(definition, begun.values(), calendar, addressee);
    DocumentId id = form.documentId();
    sender.sendOnce(
        new DraftForm(id, patient, 0, begun.formVersion(), values),
        origin,
        RefusalCode.CONFLICT,
        RefusalCode.FORM_STATE);
    sender.sendOnce(
        form.confirmed() ? new ApproveForm(id, patient, 1, values) : new SubmitForm(id, patient, 1),
        origin,
        RefusalCode.CONFLICT,
        RefusalCode.FORM_STATE);
  }

  private void receive(PostPlan post, Origin origin) {
    FileMaker.Made made = files.make(post, calendar.date(post.day()));
    try {
      intake.receive(
          new FileIntake.Upload(
              origin,
              post.patient().patientId(),
              post.documentId(),
              post.attachmentId(),
              made.name()),
          new ByteArrayInputStream(made.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revise(Step.Revise revision, Origin origin) {
    PostPlan post = revision.post();
    sender.sendOnce(
        new ReviseArticle(
            post.documentId(),
            post.patient().patientId(),
            1,
            occurredOn(post),
            fields.of(post, post.text() + "\n" + revision.addition()),
            post.tags(),
            visibility(post),
            attachments(post),
            revision.reason()),
        origin,
        RefusalCode.CONFLICT,
        RefusalCode.DOCUMENT_STATE);
  }

  private LocalDate occurredOn(PostPlan post) {
    return calendar.date(post.day() - post.daysAgo());
  }

  private static List<AttachmentId> attachments(PostPlan post) {
    return post.file().isEmpty() ? List.of() : List.of(post.attachmentId());
  }

  private Visibility visibility(PostPlan post) {
    return switch (post.circle()) {
      case "medical" -> new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), MEDICAL);
      case "close" ->
          new Visibility(
              Visibility.Scope.SELECTED,
              post.patient().team().stream()
                  .map(roster::user)
                  .filter(user -> !user.equals(post.author()))
                  .limit(2)
                  .map(DemoUser::accountId)
                  .collect(Collectors.toUnmodifiableSet()),
              Set.of(),
              Set.of());
      default -> Visibility.TEAM;
    };
  }

  private void renew(DemoPatient patient, int day, Origin origin) throws InterruptedException {
    PatientDetails details =
        sender.ask(new FindPatient(patient.patientId()), PatientDetails.class, origin);
    BasicInfo old = details.basicInfo();
    LocalDate from = calendar.date(day).withDayOfMonth(1).plusMonths(1);
    if (from.equals(old.careLevelFrom())) {
      return;
    }
    BasicInfo renewed =
        new BasicInfo(
            old.familyName(),
            old.givenName(),
            old.familyKana(),
            old.givenKana(),
            old.gender(),
            old.birthDate(),
            old.postalCode(),
            old.address(),
            old.phones(),
            old.emergencyContacts(),
            old.insurerNumber(),
            old.insuredNumber(),
            old.careLevel(),
            from,
            from.plusMonths(24).minusDays(1),
            old.physician(),
            old.careManager(),
            old.allergies(),
            old.healthInsurance(),
            old.elsewhereReason());
    sender.sendOnce(
        new CorrectBasicInfo(patient.patientId(), details.version(), renewed),
        origin,
        RefusalCode.CONFLICT);
  }

  private void audit(DemoPatient patient, int day, Origin origin) throws InterruptedException {
    sender.ask(
        new FindAuditSubjects(AuditScope.PATIENT, patient.family()), AuditSubjects.class, origin);
    sender.ask(
        new ListAccess(
            AccessFilter.during(
                    calendar.first().atStartOfDay(JAPAN).toInstant(),
                    calendar.date(day).atStartOfDay(JAPAN).toInstant())
                .about(AuditScope.PATIENT, patient.patientId().value()),
            null,
            50),
        AccessPage.class,
        origin);
    reviewLogs(day, origin);
  }

  /** Signs every month that is over and was not signed yet (C-09). */
  private void reviewLogs(int day, Origin origin) {
    YearMonth running = YearMonth.from(calendar.date(day));
    for (YearMonth month = YearMonth.from(calendar.first());
        month.isBefore(running);
        month = month.plusMonths(1)) {
      LogReviewId review = LogReviewId.of(LogPeriod.of(month, 1));
      sender.sendOnce(new BeginLogReview(review), origin);
      sender.sendOnce(
          new SignLogReview(review, DemoTexts.get("review.conclusion")),
          origin,
          RefusalCode.LOG_REVIEW_STATE);
    }
  }

  private void desk(Origin origin) throws InterruptedException {
    if (origin.has(Role.CITY_OPERATOR.name())) {
      sender.ask(new ListApplications(), Applications.class, origin);
      sender.ask(new ListFacilities(""), Facilities.class, origin);
    } else {
      sender.ask(new ListAccounts(new FacilityId(origin.facilityId())), Accounts.class, origin);
      sender.ask(new ListDeletedDocuments(), DeletedDocuments.class, origin);
      attest(origin);
    }
  }

  /** Confirms every account of the own facility, once in a quarter (C-07). */
  private void attest(Origin origin) throws InterruptedException {
    RightsAttestationId attestation = RightsAttestationId.of(new FacilityId(origin.facilityId()));
    Attestation shown = sender.ask(new GetAttestation(), Attestation.class, origin);
    FiscalQuarter quarter = shown.row().quarter();
    sender.sendOnce(
        new ConfirmRights(
            attestation,
            quarter,
            AttestationVerdict.NEEDED,
            shown.accounts().stream().map(AttestedAccount::held).toList()),
        origin,
        RefusalCode.ATTESTATION_SIGNED,
        RefusalCode.ATTESTATION_CHANGED);
    sender.sendOnce(
        new SignAttestation(attestation, quarter),
        origin,
        RefusalCode.ATTESTATION_SIGNED,
        RefusalCode.ATTESTATION_UNANSWERED);
  }
}
