package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.Sending.query;
import static jp.tsunagaru.access.write.WriteSide.accessesOf;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.member;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.MergePatients;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.patient.command.UnmergePatients;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PT-09: two records of one person become one course, and nobody's sight changes by it. */
class MergeTest {
  private static final DocumentId HERE = DocumentId.next();
  private static final DocumentId THERE = DocumentId.next();

  record LookAtBoth(PatientId patientId, List<PatientId> alongside) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  record Both(PatientId main) implements ShownOfPatients {
    @Override
    public Map<DocumentId, Long> shown() {
      return Map.of(HERE, 1L, THERE, 2L);
    }

    @Override
    public Map<DocumentId, Long> shownOf(PatientId patientId) {
      return patientId.equals(main) ? Map.of(HERE, 1L) : Map.of(THERE, 2L);
    }
  }

  private final People.Person nurse = signedIn(People.nurse());
  private final People.Person doctor = signedIn(People.pharmacist());
  private final PatientId main = PatientId.next();
  private final PatientId under = PatientId.next();
  private final List<Registration> handlers = new ArrayList<>();

  @BeforeEach
  void twoRecords() {
    handlers.add(
        bean(QueryBus.class)
            .subscribe(LookAtBoth.class.getName(), Object.class, message -> new Both(main)));
    registered(nurse, main);
    registered(doctor, under);
  }

  @AfterEach
  void unsubscribe() {
    handlers.forEach(Registration::cancel);
  }

  @Test
  void only_who_manages_both_teams_merges_and_takes_it_back() {
    command(nurse, merge(under, main)).isRefused(RefusalCode.NOT_FOUND);
    command(doctor, merge(under, main)).isRefused(RefusalCode.NOT_FOUND);
    member(under, nurse, Right.VIEW, Right.EDIT_BASIC);
    command(nurse, merge(under, main)).isRefused(RefusalCode.NOT_FOUND);

    member(main, doctor, Right.VIEW, Right.MANAGE_TEAM);
    command(doctor, merge(under, main)).isDone();
    command(doctor, merge(under, main)).isDone();
    command(nurse, new UnmergePatients(under, main, "MISTAKE")).isRefused(RefusalCode.NOT_FOUND);
    command(doctor, new UnmergePatients(under, main, "MISTAKE")).isDone();
    command(doctor, new UnmergePatients(under, main, "MISTAKE")).isRefused(RefusalCode.MERGE_STATE);
    command(doctor, merge(main, under)).isDone();
  }

  @Test
  void a_merge_makes_no_chain_and_needs_both_consents() {
    member(main, doctor, Right.VIEW, Right.MANAGE_TEAM, Right.EDIT_BASIC);
    PatientId third = PatientId.next();
    registered(doctor, third);
    command(doctor, merge(under, under)).isRefused(RefusalCode.MERGE_STATE);
    command(doctor, merge(under, main)).isDone();
    command(doctor, merge(under, third)).isRefused(RefusalCode.MERGE_STATE);
    command(doctor, merge(main, third)).isRefused(RefusalCode.MERGE_STATE);
    command(doctor, merge(third, under)).isRefused(RefusalCode.MERGE_STATE);
    command(doctor, merge(third, main)).isDone();

    PatientId provisional = PatientId.next();
    command(doctor, register(provisional)).isDone();
    command(doctor, merge(provisional, main)).isRefused(RefusalCode.CONSENT_MISSING);
    command(
            doctor,
            new StopSharing(
                ConsentId.of(under), under, RequestChannel.FAMILY, new Requester("申し出た人", "")))
        .isDone();
    command(doctor, new UnmergePatients(under, main, "MISTAKE")).isRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void nobody_sees_more_or_less_by_a_merge_now_or_explained_later() {
    member(main, doctor, Right.VIEW, Right.MANAGE_TEAM);
    command(doctor, merge(under, main)).isDone();

    assertThat(allowed(nurse, main)).isTrue();
    assertThat(allowed(nurse, under)).isFalse();
    assertThat(allowed(doctor, main)).isTrue();
    assertThat(allowed(doctor, under)).isTrue();
    query(nurse, new LookAtBoth(main, List.of(under))).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(nurse))
        .containsExactly(new AccessDenied(main.value(), "LookAtBoth", "NO_MEMBERSHIP"));
  }

  @Test
  void what_is_shown_of_both_is_recorded_with_each_record_and_its_own_ground() {
    GrantId granted = member(main, doctor, Right.VIEW, Right.MANAGE_TEAM);
    command(doctor, merge(under, main)).isDone();

    query(doctor, new LookAtBoth(main, List.of(under))).isDone();

    List<RecordViewed> viewed = accessesOf(doctor).stream().map(RecordViewed.class::cast).toList();
    assertThat(viewed)
        .extracting(RecordViewed::patientId, RecordViewed::documents)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(main, Map.of(HERE, 1L)),
            org.assertj.core.api.Assertions.tuple(under, Map.of(THERE, 2L)));
    assertThat(viewed.getFirst().ground().grantId()).isEqualTo(granted.value());
    assertThat(viewed.getLast().ground().consentId()).isEqualTo(ConsentId.of(under).value());
    assertThat(viewed.getLast().ground().grantId()).isNotEqualTo(granted.value());
  }

  private static boolean allowed(People.Person person, PatientId patientId) {
    return bean(AccessExplainer.class)
        .explain(person.id(), patientId, Right.VIEW, Optional.empty(), Optional.empty())
        .allowed();
  }

  private static MergePatients merge(PatientId under, PatientId main) {
    return new MergePatients(under, main, "PERSON");
  }

  private void registered(People.Person by, PatientId patientId) {
    command(by, register(patientId)).isDone();
    command(
            by,
            new RecordConsent(
                ConsentId.of(patientId),
                patientId,
                ConsentKind.SELF,
                null,
                by.id(),
                LocalDate.of(2024, 4, 1),
                "2024-04-01",
                new ConsentSignatures("佐藤 花子", "山田 太郎", "")))
        .isDone();
  }

  private static RegisterPatient register(PatientId patientId) {
    return new RegisterPatient(
        patientId,
        new BasicInfo(
            "山田",
            "太郎",
            "やまだ",
            "たろう",
            Gender.MALE,
            LocalDate.of(1940, 4, 1),
            "",
            "小牧市",
            List.of(),
            List.of(),
            "",
            "",
            null,
            null,
            null,
            "",
            "",
            ""),
        GrantId.next(),
        TeamRole.VISITING_NURSE);
  }
}
