package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.query;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.document;
import static jp.tsunagaru.access.write.WriteSide.group;
import static jp.tsunagaru.access.write.WriteSide.groupMember;
import static jp.tsunagaru.access.write.WriteSide.member;
import static jp.tsunagaru.access.write.WriteSide.patient;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.AccessReasons.Outcome;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessExplainerTest {
  private static final Set<Rule> BROKEN = EnumSet.noneOf(Rule.class);
  private static final Set<Boolean> ANSWERS = new java.util.HashSet<>();
  private static final Set<Boolean> USUAL = new java.util.HashSet<>();

  private final AccessExplanations explanations = bean(AccessExplanations.class);
  private final People.Person nurse = signedIn(People.nurse());
  private final People.Person pharmacist = signedIn(People.pharmacist());

  record Probe(PatientId patientId, Right needs, Optional<DocumentId> documentConcerned)
      implements PatientScoped {}

  private record Asked(
      People.Person person,
      PatientId patientId,
      Right right,
      Optional<DocumentId> document,
      Instant at,
      AccessReasons answer) {}

  /** The histories have to break every rule, or they would prove less than they seem to. */
  @AfterAll
  static void every_rule_was_broken_and_held() {
    if (!ANSWERS.isEmpty()) {
      assertThat(BROKEN)
          .containsExactlyInAnyOrderElementsOf(
              EnumSet.complementOf(EnumSet.of(Rule.FILE_OF_DOCUMENT)));
      assertThat(ANSWERS).containsExactlyInAnyOrder(true, false);
      assertThat(USUAL).as("the usual facts sufficed").containsExactlyInAnyOrder(true, false);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void explanation_and_decision_are_one_now_and_later(long seed) {
    GeneratedHistory history = new GeneratedHistory(seed);
    Registration handler =
        bean(QueryBus.class).subscribe(Probe.class.getName(), Object.class, message -> "content");
    List<Asked> asked = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      history.step();
      for (int question = 0; question < 8; question++) {
        asked.add(ask(history));
      }
    }
    handler.cancel();

    assertThat(asked)
        .allSatisfy(then ->
            assertThat(
                    explanations.explain(
                        then.person().id(),
                        then.patientId(),
                        then.right(),
                        then.document(),
                        Optional.of(then.at())))
                .as("what was true at %s", then.at())
                .isEqualTo(then.answer()));
  }

  private Asked ask(GeneratedHistory history) {
    People.Person person = history.anyPerson();
    PatientId patientId =
        history.any(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1)) == 1
            ? PatientId.next()
            : history.any(history.patients);
    Right right = history.any(List.of(Right.VIEW, Right.VIEW, Right.DELETE, Right.EDIT));
    Optional<DocumentId> document =
        history.documents.isEmpty() || history.any(List.of(true, true, false))
            ? Optional.empty()
            : Optional.of(history.any(history.documents));
    Instant at = bean(Clock.class).instant();
    AccessReasons answer =
        explanations.explain(person.id(), patientId, right, document, Optional.empty());

    Probe probe = new Probe(patientId, right, document);
    assertThat(query(person, probe).succeeded()).as("the gate itself").isEqualTo(answer.allowed());
    Decision decision = bean(AccessDecisions.class).decide(person.origin(), probe, at);
    assertThat(decision.isAllowed()).isEqualTo(answer.allowed());
    assertThat(decision)
        .as("by whatever facts it was decided, on all of them it is the same")
        .isEqualTo(
            AccessDecisions.evaluate(bean(FactsInForce.class).of(person.origin(), probe, at), probe)
                .decision());
    USUAL.add(
        AccessDecisions.evaluate(
                bean(UsualFacts.class).standing(person.origin(), probe, at).facts(), probe)
            .isAllowedByMembership());
    assertThat(answer.broken().isEmpty()).isEqualTo(answer.allowed());
    answer.broken().ifPresent(BROKEN::add);
    ANSWERS.add(answer.allowed());
    return new Asked(person, patientId, right, document, at, answer);
  }

  @Test
  void a_member_sees_by_consent_membership_validity_and_right() {
    PatientId patientId = patient("SHARED", nurse);
    GrantId grantId =
        member(patientId, pharmacist, LocalDate.of(2020, 4, 1), null, Right.VIEW, Right.WRITE);
    DocumentId documentId = document(patientId, nurse, "CONFIRMED");

    AccessReasons reasons = why(pharmacist, patientId, documentId);

    assertThat(reasons.allowed()).isTrue();
    assertThat(reasons.steps())
        .containsExactly(
            step(Rule.CARE_USER, Outcome.HOLDS),
            step(Rule.PATIENT, Outcome.HOLDS),
            step(Rule.CONSENT, Outcome.HOLDS),
            step(Rule.NOT_STOPPED, Outcome.HOLDS),
            step(Rule.NOT_WITHDRAWN, Outcome.HOLDS),
            step(Rule.TEAM, Outcome.HOLDS),
            step(Rule.VALIDITY, Outcome.HOLDS),
            step(Rule.RETENTION, Outcome.HOLDS),
            step(Rule.RIGHT, Outcome.HOLDS),
            step(Rule.DOCUMENT_OF_PATIENT, Outcome.HOLDS),
            step(Rule.FILE_OF_DOCUMENT, Outcome.HOLDS),
            step(Rule.DOCUMENT_STATE, Outcome.HOLDS),
            step(Rule.DOCUMENT_SCOPE, Outcome.HOLDS));
    assertThat(reasons.membership())
        .isEqualTo(
            new AccessReasons.Membership(
                grantId, null, Set.of(Right.VIEW, Right.WRITE), LocalDate.of(2020, 4, 1), null));
    assertThat(reasons.registrar()).isFalse();
  }

  @Test
  void an_expired_membership_through_a_group_is_named_in_the_reason_why_not() {
    PatientId patientId = patient("SHARED", nurse);
    GroupId groupId = group(nurse, Set.of(pharmacist.id()));
    GrantId grantId = groupMember(patientId, groupId, Right.VIEW);
    WriteSide.jdbc()
        .sql("update guard.membership set valid_to = '2020-03-31' where grant_id = ?")
        .param(grantId.value())
        .update();

    AccessReasons reasons = why(pharmacist, patientId, null);

    assertThat(reasons.allowed()).isFalse();
    assertThat(reasons.broken()).contains(Rule.VALIDITY);
    assertThat(reasons.steps()).contains(step(Rule.RIGHT, Outcome.NOT_REACHED));
    assertThat(reasons.membership())
        .isEqualTo(
            new AccessReasons.Membership(
                grantId, groupId, Set.of(Right.VIEW), null, LocalDate.of(2020, 3, 31)));
  }

  @Test
  void before_the_consent_the_registrar_sees_as_the_registrar() {
    PatientId patientId = patient("PROVISIONAL", nurse);

    assertThat(why(nurse, patientId, null).registrar()).isTrue();
    assertThat(why(pharmacist, patientId, null).broken()).contains(Rule.CONSENT);
  }

  @Test
  void a_colleague_cannot_tell_strangers_to_the_team_apart() {
    PatientId patientId = patient("SHARED", nurse);
    People.Person auditor =
        signedIn(People.at(WriteSide.facility(), Profession.OTHER, Role.CITY_AUDITOR));
    People.Person gone = signedIn(People.nurse());
    WriteSide.jdbc()
        .sql("update guard.account set state = 'DEACTIVATED' where account_id = ?")
        .param(gone.id().value())
        .update();
    AccessReasons stranger = why(pharmacist, patientId, null).toColleague();

    assertThat(stranger.broken()).contains(Rule.TEAM);
    assertThat(why(auditor, patientId, null).toColleague()).isEqualTo(stranger);
    assertThat(why(gone, patientId, null).toColleague()).isEqualTo(stranger);
    assertThat(
            explanations
                .explain(
                    AccountId.next(), patientId, Right.VIEW, Optional.empty(), Optional.empty())
                .toColleague())
        .isEqualTo(stranger);
    DocumentId documentId = document(patientId, nurse, "CONFIRMED");
    assertThat(why(gone, patientId, documentId).toColleague()).isEqualTo(stranger);
  }

  private AccessReasons why(
      People.Person person,
      PatientId patientId,
      @org.jspecify.annotations.Nullable DocumentId document) {
    return explanations.explain(
        person.id(), patientId, Right.VIEW, Optional.ofNullable(document), Optional.empty());
  }

  private static AccessReasons.Step step(Rule rule, Outcome outcome) {
    return new AccessReasons.Step(rule, outcome);
  }
}
