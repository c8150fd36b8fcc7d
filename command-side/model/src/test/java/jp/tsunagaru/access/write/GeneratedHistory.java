package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.jdbc;
import static jp.tsunagaru.access.write.WriteSide.signedIn;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.event.BreakGlassClosed;
import jp.tsunagaru.access.event.BreakGlassOpened;
import jp.tsunagaru.access.event.LawfulOpeningApproved;
import jp.tsunagaru.access.event.LawfulOpeningClosed;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.ChangeGroup;
import jp.tsunagaru.careteam.command.ChangeMembership;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.command.DissolveGroup;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.ResumeUse;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.RegisterPatient;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * A few people and patients to whom things happen by chance: what the rules allow by commands, and
 * accounts and documents by their events. The same seed gives the same history.
 */
final class GeneratedHistory {
  final List<People.Person> people = new ArrayList<>();
  final List<PatientId> patients = new ArrayList<>();
  final List<DocumentId> documents = new ArrayList<>();

  private final Random random;
  private final LocalDate today =
      LocalDate.ofInstant(bean(Clock.class).instant(), AccessDecisions.JAPAN);
  private final Map<PatientId, List<GrantId>> grants = new HashMap<>();
  private final List<BreakGlassOpened> openings = new ArrayList<>();
  private final List<LawfulOpeningApproved> unlocked = new ArrayList<>();
  private final List<GroupId> groups = new ArrayList<>();
  private final Map<DocumentId, PatientId> patientOf = new HashMap<>();
  private final Map<DocumentId, People.Person> authorOf = new HashMap<>();
  private final Map<String, Long> sequence = new HashMap<>();

  GeneratedHistory(long seed) {
    random = new Random(seed);
    people.add(issued(People.nurse()));
    people.add(issued(People.pharmacist()));
    people.add(issued(People.nurse()));
    people.add(issued(People.at(FacilityId.next(), Profession.CARE_MANAGER, Role.CARE_USER)));
    people.add(issued(People.at(FacilityId.next(), Profession.NURSE, Role.FACILITY_ADMIN)));
    people.forEach(person -> sequence.put(person.id().value(), 1L));
    for (int i = 0; i < 2; i++) {
      PatientId patientId = PatientId.next();
      GrantId grantId = GrantId.next();
      command(
              registrar(),
              new RegisterPatient(patientId, basicInfo(), grantId, TeamRole.VISITING_NURSE))
          .isDone();
      patients.add(patientId);
      grants.put(patientId, new ArrayList<>(List.of(grantId)));
    }
  }

  /** Something that may happen, or that the rules refuse. */
  void step() {
    PatientId patientId = any(patients);
    switch (random.nextInt(22)) {
      case 0, 1 -> consent(patientId);
      case 2 -> stop(patientId);
      case 3, 4 -> resume(patientId);
      case 5, 6 -> {
        GrantId grantId = GrantId.next();
        grants.get(patientId).add(grantId);
        command(
            registrar(),
            new AssignMember(
                CareTeamId.of(patientId), patientId, grantId, any(people).id(), terms()));
      }
      case 7 -> {
        if (!groups.isEmpty()) {
          GrantId grantId = GrantId.next();
          grants.get(patientId).add(grantId);
          command(
              registrar(),
              new AssignGroup(CareTeamId.of(patientId), patientId, grantId, any(groups), terms()));
        }
      }
      case 8 ->
          command(
              registrar(),
              new ChangeMembership(
                  CareTeamId.of(patientId), patientId, any(grants.get(patientId)), terms()));
      case 9 -> {
        // The first one is the registrar's own, without whom nothing more would happen.
        GrantId grantId = any(grants.get(patientId));
        if (!grantId.equals(grants.get(patientId).getFirst())) {
          command(
              registrar(),
              new EndMembership(CareTeamId.of(patientId), patientId, grantId, "OTHER"));
        }
      }
      case 10 -> {
        GroupId groupId = GroupId.next();
        groups.add(groupId);
        command(registrar(), new CreateGroup(groupId, "当番", some()));
      }
      case 11 -> {
        if (!groups.isEmpty()) {
          command(
              registrar(),
              random.nextInt(4) == 0
                  ? new DissolveGroup(any(groups))
                  : new ChangeGroup(any(groups), "当番", some()));
        }
      }
      case 12, 13 -> post(patientId);
      case 14 -> {
        if (!documents.isEmpty()) {
          change(any(documents));
        }
      }
      case 15, 16 -> emergency(patientId);
      case 17 ->
          command(
              registrar(),
              new EndUse(
                  ConsentId.of(patientId), patientId, EndReason.ADMITTED, today.minusDays(1)));
      case 18, 19 -> command(registrar(), new ResumeUse(ConsentId.of(patientId), patientId));
      case 20 -> {
        // For good, so that the other patient's history goes on.
        PatientId second = patients.getLast();
        if (random.nextInt(3) == 0) {
          command(
              registrar(),
              new WithdrawConsent(
                  ConsentId.of(second),
                  second,
                  RequestChannel.FAMILY,
                  new Requester("山田 一", "長男"),
                  today));
        }
      }
      default -> {
        if (random.nextInt(3) == 0) {
          deactivate(people.get(1 + random.nextInt(people.size() - 1)));
        }
      }
    }
  }

  People.Person anyPerson() {
    return any(people);
  }

  <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private People.Person registrar() {
    return people.getFirst();
  }

  private Set<AccountId> some() {
    Set<AccountId> some = new HashSet<>();
    people.stream()
        .filter(person -> person.roles().contains(Role.CARE_USER) && random.nextBoolean())
        .forEach(person -> some.add(person.id()));
    return some;
  }

  private MembershipTerms terms() {
    Set<Right> rights = EnumSet.of(Right.VIEW);
    for (Right right : Right.values()) {
      if (random.nextInt(3) == 0) {
        rights.add(right);
      }
    }
    LocalDate from = random.nextInt(2) == 0 ? today.plusDays(random.nextInt(5) - 2) : null;
    LocalDate to =
        random.nextInt(3) == 0
            ? (from == null ? today : from).plusDays(random.nextInt(3) - (from == null ? 1 : 0))
            : null;
    return new MembershipTerms(TeamRole.OTHER, rights, from, to);
  }

  private void consent(PatientId patientId) {
    command(
        registrar(),
        new RecordConsent(
            ConsentId.of(patientId),
            patientId,
            ConsentKind.SELF,
            null,
            registrar().id(),
            LocalDate.of(2024, 4, 1),
            "2024-04-01",
            new ConsentSignatures("佐藤 花子", "山田 太郎", "")));
  }

  private void stop(PatientId patientId) {
    command(
        registrar(),
        new StopSharing(
            ConsentId.of(patientId), patientId, RequestChannel.FAMILY, new Requester("申し出た人", "")));
  }

  private void resume(PatientId patientId) {
    command(
        registrar(),
        new ResumeSharing(
            ConsentId.of(patientId), patientId, RequestChannel.FAMILY, new Requester("申し出た人", "")));
  }

  private void post(PatientId patientId) {
    DocumentId id = DocumentId.next();
    People.Person author = any(people);
    documents.add(id);
    patientOf.put(id, patientId);
    authorOf.put(id, author);
    publish(
        id.value(),
        new DocumentConfirmed(
            id,
            patientId,
            author.id(),
            author.facility(),
            author.profession(),
            today,
            Set.of(),
            visibility(),
            List.of(),
            Set.of(),
            article(id, patientId)));
  }

  private void change(DocumentId id) {
    PatientId patientId = patientOf.get(id);
    People.Person author = authorOf.get(id);
    publish(
        id.value(),
        switch (random.nextInt(5)) {
          case 0, 1 ->
              new DocumentDeleted(
                  id, patientId, DeletionReason.OTHER, Personal.of(Subject.of(id, patientId), ""));
          case 2 -> new DocumentRestored(id, patientId);
          case 3 ->
              new DocumentRevised(
                  id,
                  patientId,
                  2,
                  author.id(),
                  author.facility(),
                  author.profession(),
                  today,
                  Set.of(),
                  visibility(),
                  List.of(),
                  Set.of(),
                  article(id, patientId),
                  Personal.of(Subject.of(id, patientId), "誤記"));
          default -> {
            documents.remove(id);
            yield new DocumentPurged(id, patientId, author.id(), registrar().id(), List.of());
          }
        });
  }

  private Visibility visibility() {
    return switch (random.nextInt(3)) {
      case 0 -> Visibility.TEAM;
      case 1 ->
          new Visibility(
              Visibility.Scope.SELECTED,
              some(),
              groups.isEmpty() ? Set.of() : Set.of(any(groups)),
              Set.of());
      default ->
          new Visibility(
              Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(any(people).profession()));
    };
  }

  private static Personal<WrittenArticle> article(DocumentId id, PatientId patientId) {
    return Personal.of(
        Subject.of(id, patientId),
        new WrittenArticle(new ArticleContent("", "浮腫あり"), new AuthorAsWritten("髙橋 花子", "ひかり")));
  }

  /** With the event that a question about the past needs. */
  static People.Person issued(People.Person person) {
    signedIn(person);
    publish(
        person.id().value(),
        0,
        new AccountIssued(
            person.id(),
            person.facility(),
            new LoginId("u" + person.id().suffix()),
            person.roles(),
            person.profession(),
            Personal.of(Subject.of(person.id()), new PersonName("髙橋", "花子", "", ""))));
    return person;
  }

  /** Opened, ended before its time, or over by itself long ago. */
  private void emergency(PatientId patientId) {
    if (!openings.isEmpty() && random.nextInt(3) == 0) {
      BreakGlassOpened opened = any(openings);
      publish(
          opened.breakGlassId().value(),
          new BreakGlassClosed(opened.breakGlassId(), opened.patientId()));
      openings.remove(opened);
      return;
    }
    People.Person person = any(people);
    if (random.nextInt(2) == 0) {
      unlock(patientId, person);
      return;
    }
    BreakGlassOpened opened =
        new BreakGlassOpened(
            BreakGlassId.next(),
            patientId,
            person.id(),
            person.facility(),
            EmergencyReason.DISASTER,
            Personal.of(Subject.of(patientId), "避難所"),
            bean(Clock.class).instant().plusSeconds(random.nextInt(4) == 0 ? -1 : 3600));
    openings.add(opened);
    publish(opened.breakGlassId().value(), opened);
  }

  /** It counts for a withdrawn patient only. */
  private void unlock(PatientId patientId, People.Person person) {
    if (!unlocked.isEmpty() && random.nextInt(3) == 0) {
      LawfulOpeningApproved over = any(unlocked);
      publish(
          over.openingId().value(), new LawfulOpeningClosed(over.openingId(), over.patientId()));
      unlocked.remove(over);
      return;
    }
    LawfulOpeningApproved approved =
        new LawfulOpeningApproved(
            LawfulOpeningId.next(),
            patientId,
            person.id(),
            AccountId.next(),
            bean(Clock.class).instant().plusSeconds(random.nextInt(4) == 0 ? -1 : 3600));
    unlocked.add(approved);
    publish(approved.openingId().value(), approved);
  }

  /** Its guard belongs to a part that is not started here. */
  private void deactivate(People.Person person) {
    publish(person.id().value(), new AccountDeactivated(person.id(), person.facility(), "LEFT"));
    jdbc()
        .sql("update guard.account set state = 'DEACTIVATED' where account_id = ?")
        .param(person.id().value())
        .update();
  }

  private void publish(String aggregateId, Object event) {
    publish(aggregateId, sequence.merge(aggregateId, 1L, Long::sum) - 1, event);
  }

  private static void publish(String aggregateId, long number, Object event) {
    bean(EventStore.class)
        .publish(new GenericDomainEventMessage<>("Generated", aggregateId, number, event));
  }

  private static BasicInfo basicInfo() {
    return new BasicInfo(
        "山田",
        "太郎",
        "やまだ",
        "たろう",
        Gender.MALE,
        LocalDate.of(1928, 2, 29),
        "485-0041",
        "小牧市小牧三丁目1番地",
        List.of("0568-76-1188"),
        List.of(),
        "",
        "",
        null,
        null,
        null,
        "",
        "",
        "");
  }
}
