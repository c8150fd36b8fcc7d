package jp.tsunagaru.careteam.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.patient.query.PatientChange;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Memberships and groups as they are, ended ones included. */
@Projection
@ProcessingGroup("careteams")
class CareTeamProjector {
  private static final String MEMBER =
      """
      insert into view.membership
        (grant_id, patient_id, account_id, team_role, rights, valid_from, valid_to, assigned_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String GROUP =
      """
      insert into view.membership
        (grant_id, patient_id, group_id, team_role, rights, valid_from, valid_to, assigned_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String TERMS =
      """
      update view.membership set team_role = ?, rights = ?, valid_from = ?, valid_to = ?
       where grant_id = ?\
      """;

  private final JdbcClient jdbc;
  private final TeamNews news;

  CareTeamProjector(JdbcClient jdbc, TeamNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  @EventHandler
  void on(MemberAssigned event, Writes writes, @Timestamp Instant at) {
    MembershipTerms terms = event.terms();
    writes.add(
        MEMBER,
        event.grantId(),
        event.patientId(),
        event.accountId(),
        terms.role(),
        terms.rights(),
        from(terms.from()),
        to(terms.to()),
        at);
    announce(writes, event.patientId(), event.grantId());
  }

  @EventHandler
  void on(GroupAssigned event, Writes writes, @Timestamp Instant at) {
    MembershipTerms terms = event.terms();
    writes.add(
        GROUP,
        event.grantId(),
        event.patientId(),
        event.groupId(),
        terms.role(),
        terms.rights(),
        from(terms.from()),
        to(terms.to()),
        at);
    announce(writes, event.patientId(), event.grantId());
  }

  @EventHandler
  void on(MembershipChanged event, Writes writes) {
    MembershipTerms terms = event.terms();
    writes.add(
        TERMS, terms.role(), terms.rights(), from(terms.from()), to(terms.to()), event.grantId());
    announce(writes, event.patientId(), event.grantId());
  }

  @EventHandler
  void on(MembershipEnded event, Writes writes, @Timestamp Instant at) {
    writes.add("update view.membership set ended_at = ? where grant_id = ?", at, event.grantId());
    announce(writes, event.patientId(), event.grantId());
  }

  @EventHandler
  void on(GroupCreated event, Writes writes) {
    writes.add(
        """
        insert into view.care_group (group_id, facility_id, owner_id, name) values (?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.groupId(),
        event.facilityId(),
        event.ownerId(),
        event.name());
    writeMembers(writes, event.groupId(), event.members());
  }

  @EventHandler
  void on(GroupChanged event, Writes writes) {
    Set<String> concerned = members(event.groupId());
    event.members().forEach(member -> concerned.add(member.value()));
    writes.add(
        "update view.care_group set name = ? where group_id = ?", event.name(), event.groupId());
    writeMembers(writes, event.groupId(), event.members());
    announce(writes, event.groupId(), concerned);
  }

  @EventHandler
  void on(GroupDissolved event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.care_group set dissolved_at = ? where group_id = ?", at, event.groupId());
    announce(writes, event.groupId(), members(event.groupId()));
  }

  /** PT-01: who never agreed has no team. */
  @EventHandler
  void on(ProvisionalPurged event, Writes writes) {
    writes.add("delete from view.membership where patient_id = ?", event.patientId());
  }

  /** DL-05: memberships reach nobody any more; the team of that day is told by the event. */
  @EventHandler
  void on(UseEnded event, Writes writes) {
    close(writes, event.patientId());
    if (event.displayed()) {
      event
          .team()
          .forEach(member ->
              writes.add(
                  """
                  insert into view.retained
                    (patient_id, account_id, grant_id, group_id, team_role, rights, manages, valid_to)
                  values (?, ?, ?, ?, ?, ?, ?, ?)
                  on conflict do nothing\
                  """,
                  event.patientId(),
                  member.accountId(),
                  member.grantId(),
                  member.groupId() == null ? "" : member.groupId().value(),
                  member.role(),
                  member.rights().contains(Right.VIEW) ? Set.of(Right.VIEW) : Set.of(),
                  member.rights().contains(Right.EDIT_BASIC),
                  event.retainedUntil()));
    }
    announceTo(writes, event.patientId(), event.team());
  }

  @EventHandler
  void on(ConsentWithdrawn event, Writes writes) {
    close(writes, event.patientId());
    announceTo(writes, event.patientId(), event.team());
  }

  @EventHandler
  void on(UseResumed event, Writes writes) {
    writes.add("delete from view.closed where patient_id = ?", event.patientId());
    writes.add("delete from view.retained where patient_id = ?", event.patientId());
    news.announceToMembers(writes, team(event.patientId()));
  }

  /** Nobody finds who was erased by a team either; the rows of the memberships hold ids only. */
  @EventHandler
  void on(PatientErased event, Writes writes) {
    news.announceToMembers(writes, team(event.patientId()));
    close(writes, event.patientId());
  }

  private static void close(Writes writes, PatientId patientId) {
    writes.add("insert into view.closed (patient_id) values (?) on conflict do nothing", patientId);
    writes.add("delete from view.retained where patient_id = ?", patientId);
  }

  private void announceTo(Writes writes, PatientId patientId, List<RetainedMember> members) {
    news.toPage(writes, team(patientId));
    news.toListsOf(
        writes,
        members.stream().map(member -> member.accountId().value()).collect(Collectors.toSet()),
        team(patientId));
  }

  private static PatientChange team(PatientId patientId) {
    return new PatientChange(patientId, PatientChange.Kind.TEAM, patientId.value());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add(
        """
        truncate view.membership, view.care_group, view.group_member, view.closed, view.retained\
        """);
  }

  private static void writeMembers(Writes writes, GroupId groupId, Set<AccountId> members) {
    writes.add(
        "delete from view.group_member where group_id = ? and not account_id = any (?)",
        groupId,
        members);
    writes.add(
        """
        insert into view.group_member (group_id, account_id) select ?, unnest(?::text[])
        on conflict do nothing\
        """,
        groupId,
        members);
  }

  private void announce(Writes writes, PatientId patientId, GrantId grantId) {
    news.announce(
        writes, grantId, new PatientChange(patientId, PatientChange.Kind.TEAM, grantId.value()));
  }

  /** TM-02: every patient whom the group cares for changes hands. */
  private void announce(Writes writes, GroupId groupId, Set<String> concerned) {
    List<String> patients =
        jdbc.sql(
                """
                select patient_id from view.membership where group_id = ? and ended_at is null\
                """)
            .param(groupId.value())
            .query(String.class)
            .list();
    for (String patient : patients) {
      PatientChange change =
          new PatientChange(new PatientId(patient), PatientChange.Kind.TEAM, groupId.value());
      news.toPage(writes, change);
      news.toListsOf(writes, concerned, change);
    }
  }

  private Set<String> members(GroupId groupId) {
    return new HashSet<>(
        jdbc.sql("select account_id from view.group_member where group_id = ?")
            .param(groupId.value())
            .query(String.class)
            .list());
  }

  /** Open ends become infinite days, so that a range decides without cases. */
  private static LocalDate from(@Nullable LocalDate day) {
    return day == null ? LocalDate.MIN : day;
  }

  private static LocalDate to(@Nullable LocalDate day) {
    return day == null ? LocalDate.MAX : day;
  }
}
