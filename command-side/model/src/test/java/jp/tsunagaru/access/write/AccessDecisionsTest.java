package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.WriteSide.document;
import static jp.tsunagaru.access.write.WriteSide.group;
import static jp.tsunagaru.access.write.WriteSide.groupMember;
import static jp.tsunagaru.access.write.WriteSide.jdbc;
import static jp.tsunagaru.access.write.WriteSide.member;
import static jp.tsunagaru.access.write.WriteSide.patient;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static jp.tsunagaru.access.write.WriteSide.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessDecisionsTest {
  private static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");

  private final AccessDecisions decisions = WriteSide.bean(AccessDecisions.class);
  private final People.Person registrar = signedIn(People.nurse());
  private final People.Person pharmacist = signedIn(People.pharmacist());

  record Ask(
      PatientId patientId,
      Right needs,
      boolean whileStopped,
      Optional<DocumentId> documentConcerned,
      Optional<AttachmentId> attachmentConcerned)
      implements PatientScoped {}

  @ParameterizedTest
  @EnumSource(Right.class)
  void before_a_consent_the_registrar_alone_holds_every_right(Right right) {
    PatientId patientId = patient("PROVISIONAL", registrar);
    member(patientId, pharmacist, Right.values());

    assertThat(decide(registrar, patientId, right))
        .isEqualTo(new Decision.Allowed(new AccessGround("", "", "", right.name())));
    assertThat(decide(pharmacist, patientId, right)).isEqualTo(denied(Denial.NO_CONSENT));
  }

  @Test
  void after_the_consent_being_the_registrar_is_no_ground() {
    PatientId patientId = patient("SHARED", registrar);

    assertThat(decide(registrar, patientId, Right.VIEW)).isEqualTo(denied(Denial.NO_MEMBERSHIP));
  }

  @Test
  void a_patient_that_does_not_exist_is_denied() {
    assertThat(decide(registrar, PatientId.next(), Right.VIEW))
        .isEqualTo(denied(Denial.NO_PATIENT));
  }

  @Test
  void a_member_is_allowed_on_the_ground_of_consent_and_grant() {
    PatientId patientId = patient("SHARED", registrar);
    GrantId grantId = member(patientId, pharmacist, Right.VIEW, Right.WRITE);

    assertThat(decide(pharmacist, patientId, Right.WRITE))
        .isEqualTo(allowed(patientId, grantId, "", Right.WRITE));
    assertThat(decide(pharmacist, patientId, Right.DELETE)).isEqualTo(denied(Denial.RIGHT_MISSING));
  }

  @Test
  void a_colleague_of_the_same_facility_is_no_member() {
    PatientId patientId = patient("SHARED", registrar);
    member(patientId, registrar, Right.values());
    People.Person colleague =
        signedIn(People.at(registrar.facility(), Profession.NURSE, Role.CARE_USER));

    assertThat(decide(colleague, patientId, Right.VIEW)).isEqualTo(denied(Denial.NO_MEMBERSHIP));
  }

  @Test
  void a_former_member_is_denied() {
    PatientId patientId = patient("SHARED", registrar);
    end(member(patientId, pharmacist, Right.VIEW));

    assertThat(decide(pharmacist, patientId, Right.VIEW)).isEqualTo(denied(Denial.NO_MEMBERSHIP));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T14:59:59Z, false",
    "2026-03-31T15:00:00Z, true",
    "2026-04-02T14:59:59Z, true",
    "2026-04-02T15:00:00Z, false"
  })
  void a_membership_is_valid_from_the_first_to_the_end_of_the_last_day_in_japan(
      Instant at, boolean allowed) {
    PatientId patientId = patient("SHARED", registrar);
    member(patientId, pharmacist, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2), Right.VIEW);

    Decision decision = decisions.decide(pharmacist.origin(), ask(patientId, Right.VIEW), at);

    assertThat(decision.isAllowed()).isEqualTo(allowed);
    if (!allowed) {
      assertThat(decision).isEqualTo(denied(Denial.EXPIRED));
    }
  }

  @ParameterizedTest
  @EnumSource(Right.class)
  void while_sharing_is_stopped_nothing_is_allowed_but_what_ends_the_stop(Right right) {
    PatientId patientId = patient("STOPPED", registrar);
    GrantId grantId = member(patientId, registrar, Right.values());
    member(patientId, pharmacist, Right.VIEW);

    assertThat(decide(registrar, patientId, right)).isEqualTo(denied(Denial.STOPPED));
    Ask resume = new Ask(patientId, Right.EDIT_BASIC, true, Optional.empty(), Optional.empty());
    assertThat(decisions.decide(registrar.origin(), resume, NOW))
        .isEqualTo(allowed(patientId, grantId, "", Right.EDIT_BASIC));
    assertThat(decisions.decide(pharmacist.origin(), resume, NOW))
        .isEqualTo(denied(Denial.RIGHT_MISSING));
  }

  @Test
  void a_group_carries_its_members_as_it_stands() {
    PatientId patientId = patient("SHARED", registrar);
    GroupId groupId = group(registrar, Set.of(pharmacist.id()));
    GrantId grantId = groupMember(patientId, groupId, Right.VIEW);

    assertThat(decide(pharmacist, patientId, Right.VIEW))
        .isEqualTo(allowed(patientId, grantId, groupId.value(), Right.VIEW));
    assertThat(decide(registrar, patientId, Right.VIEW)).isEqualTo(denied(Denial.NO_MEMBERSHIP));

    dissolve(groupId);
    assertThat(decide(pharmacist, patientId, Right.VIEW)).isEqualTo(denied(Denial.NO_MEMBERSHIP));
  }

  @Test
  void who_left_the_group_lost_its_rights() {
    PatientId patientId = patient("SHARED", registrar);
    GroupId groupId = group(registrar, Set.of(pharmacist.id()));
    groupMember(patientId, groupId, Right.VIEW);

    jdbc().sql("delete from guard.group_member where group_id = ?").param(groupId.value()).update();

    assertThat(decide(pharmacist, patientId, Right.VIEW)).isEqualTo(denied(Denial.NO_MEMBERSHIP));
  }

  @Test
  void any_valid_membership_with_the_right_will_do() {
    PatientId patientId = patient("SHARED", registrar);
    member(patientId, pharmacist, null, LocalDate.of(2026, 3, 31), Right.values());
    GroupId readers = group(registrar, Set.of(pharmacist.id()));
    groupMember(patientId, readers, Right.VIEW);
    GroupId writers = group(registrar, Set.of(pharmacist.id()));
    GrantId writing = groupMember(patientId, writers, Right.VIEW, Right.WRITE);

    assertThat(decide(pharmacist, patientId, Right.WRITE))
        .isEqualTo(allowed(patientId, writing, writers.value(), Right.WRITE));
    assertThat(decide(pharmacist, patientId, Right.DELETE)).isEqualTo(denied(Denial.RIGHT_MISSING));
  }

  @Test
  void nobody_but_a_care_user_in_use_is_allowed_even_as_a_member() {
    PatientId patientId = patient("SHARED", registrar);
    for (Role role : List.of(Role.FACILITY_ADMIN, Role.CITY_OPERATOR, Role.CITY_AUDITOR)) {
      People.Person person = signedIn(People.at(WriteSide.facility(), Profession.NURSE, role));
      member(patientId, person, Right.values());
      assertThat(decide(person, patientId, Right.VIEW)).isEqualTo(denied(Denial.ROLE));
      assertThat(
              decisions.decide(
                  person.originWith(Set.of("CARE_USER")), ask(patientId, Right.VIEW), NOW))
          .as("a claimed role of %s", role)
          .isEqualTo(denied(Denial.ROLE));
    }
    member(patientId, pharmacist, Right.values());
    jdbc()
        .sql("update guard.account set state = 'DEACTIVATED' where account_id = ?")
        .param(pharmacist.id().value())
        .update();
    assertThat(decide(pharmacist, patientId, Right.VIEW)).isEqualTo(denied(Denial.ROLE));
  }

  @Test
  void a_right_for_one_patient_opens_no_document_of_another() {
    PatientId mine = patient("SHARED", registrar);
    member(mine, pharmacist, Right.values());
    PatientId other = patient("SHARED", registrar);
    DocumentId documentId = document(other, registrar, "CONFIRMED");

    assertThat(decide(pharmacist, mine, Right.VIEW, documentId))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
    assertThat(decide(pharmacist, other, Right.VIEW, documentId))
        .isEqualTo(denied(Denial.NO_MEMBERSHIP));
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, VIEW, true",
    "CONFIRMED, DELETE, true",
    "DELETED, VIEW, false",
    "DELETED, EDIT, false",
    "DELETED, DELETE, true",
    "PURGED, VIEW, false",
    "PURGED, DELETE, false"
  })
  void a_deleted_document_shows_to_who_may_restore_it_and_a_purged_one_to_nobody(
      String state, Right right, boolean allowed) {
    PatientId patientId = patient("SHARED", registrar);
    member(patientId, pharmacist, Right.values());
    DocumentId documentId = document(patientId, pharmacist, state);

    Decision decision = decide(pharmacist, patientId, right, documentId);

    assertThat(decision.isAllowed()).isEqualTo(allowed);
    if (!allowed) {
      assertThat(decision).isEqualTo(denied(Denial.DOCUMENT_STATE));
    }
  }

  @Test
  void selected_people_and_groups_and_the_author_see_a_selected_document() {
    PatientId patientId = patient("SHARED", registrar);
    People.Person named = signedIn(People.nurse());
    People.Person inGroup = signedIn(People.nurse());
    List.of(registrar, pharmacist, named, inGroup)
        .forEach(person -> member(patientId, person, Right.values()));
    GroupId groupId = group(registrar, Set.of(inGroup.id()));
    DocumentId documentId =
        document(
            patientId,
            registrar,
            "CONFIRMED",
            "SELECTED",
            List.of(named.id().value()),
            List.of(groupId.value()),
            List.of("PHARMACIST"));

    assertThat(decide(registrar, patientId, Right.VIEW, documentId).isAllowed()).isTrue();
    assertThat(decide(named, patientId, Right.VIEW, documentId).isAllowed()).isTrue();
    assertThat(decide(inGroup, patientId, Right.VIEW, documentId).isAllowed()).isTrue();
    assertThat(decide(pharmacist, patientId, Right.VIEW, documentId))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));

    dissolve(groupId);
    assertThat(decide(inGroup, patientId, Right.VIEW, documentId))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
  }

  @Test
  void a_document_for_professions_shows_to_these_and_to_its_author() {
    PatientId patientId = patient("SHARED", registrar);
    People.Person otherNurse = signedIn(People.nurse());
    List.of(registrar, pharmacist, otherNurse)
        .forEach(person -> member(patientId, person, Right.VIEW));
    DocumentId documentId =
        document(
            patientId,
            registrar,
            "CONFIRMED",
            "PROFESSIONS",
            List.of(),
            List.of(),
            List.of("PHARMACIST", "PHYSICIAN"));

    assertThat(decide(registrar, patientId, Right.VIEW, documentId).isAllowed()).isTrue();
    assertThat(decide(pharmacist, patientId, Right.VIEW, documentId).isAllowed()).isTrue();
    assertThat(decide(otherNurse, patientId, Right.VIEW, documentId))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
  }

  @Test
  void before_posting_only_who_uploaded_for_the_document_sees_it() {
    PatientId patientId = patient("SHARED", registrar);
    PatientId other = patient("SHARED", registrar);
    for (PatientId each : List.of(patientId, other)) {
      member(each, registrar, Right.values());
      member(each, pharmacist, Right.values());
    }
    DocumentId toBe = DocumentId.next();
    AttachmentId attachmentId = upload(patientId, toBe, pharmacist);

    assertThat(decide(pharmacist, patientId, toBe, attachmentId).isAllowed()).isTrue();
    assertThat(decide(registrar, patientId, toBe, attachmentId))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
    assertThat(decide(pharmacist, other, toBe, attachmentId))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
    assertThat(decide(pharmacist, patientId, Right.VIEW, DocumentId.next()))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
  }

  @Test
  void a_visible_document_opens_no_file_of_a_hidden_one() {
    PatientId patientId = patient("SHARED", registrar);
    member(patientId, pharmacist, Right.VIEW);
    DocumentId visible = document(patientId, registrar, "CONFIRMED");
    DocumentId hidden =
        document(patientId, registrar, "CONFIRMED", "SELECTED", List.of(), List.of(), List.of());
    AttachmentId open = upload(patientId, visible, registrar);
    AttachmentId secret = upload(patientId, hidden, registrar);

    assertThat(decide(pharmacist, patientId, visible, open).isAllowed()).isTrue();
    assertThat(decide(pharmacist, patientId, visible, secret))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
    assertThat(decide(pharmacist, patientId, visible, AttachmentId.next()))
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
    assertThat(decide(pharmacist, patientId, null, open))
        .as("a file without its document")
        .isEqualTo(denied(Denial.DOCUMENT_HIDDEN));
  }

  private Decision decide(People.Person person, PatientId patientId, Right right) {
    return decisions.decide(person.origin(), ask(patientId, right), NOW);
  }

  private Decision decide(
      People.Person person, PatientId patientId, Right right, DocumentId documentId) {
    return decisions.decide(
        person.origin(),
        new Ask(patientId, right, false, Optional.of(documentId), Optional.empty()),
        NOW);
  }

  private Decision decide(
      People.Person person,
      PatientId patientId,
      @Nullable DocumentId documentId,
      AttachmentId attachmentId) {
    return decisions.decide(
        person.origin(),
        new Ask(
            patientId,
            Right.VIEW,
            false,
            Optional.ofNullable(documentId),
            Optional.of(attachmentId)),
        NOW);
  }

  private static Ask ask(PatientId patientId, Right right) {
    return new Ask(patientId, right, false, Optional.empty(), Optional.empty());
  }

  private static Decision denied(Denial denial) {
    return new Decision.Denied(denial);
  }

  private static Decision allowed(
      PatientId patientId, GrantId grantId, String groupId, Right right) {
    return new Decision.Allowed(
        new AccessGround(ConsentId.of(patientId).value(), grantId.value(), groupId, right.name()));
  }

  private static void end(GrantId grantId) {
    jdbc()
        .sql("update guard.membership set ended_at = now() where grant_id = ?")
        .param(grantId.value())
        .update();
  }

  private static void dissolve(GroupId groupId) {
    jdbc()
        .sql("update guard.care_group set dissolved = true where group_id = ?")
        .param(groupId.value())
        .update();
  }
}
