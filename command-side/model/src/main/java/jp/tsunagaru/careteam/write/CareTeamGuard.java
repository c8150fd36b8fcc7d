package jp.tsunagaru.careteam.write;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
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
import jp.tsunagaru.patient.PatientId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps memberships and groups: what ends here is over for the next decision (TM-06). */
@Component
@ProcessingGroup("guard")
class CareTeamGuard {
  private final JdbcClient jdbc;

  CareTeamGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(MemberAssigned event) {
    begin(event.grantId(), event.patientId(), event.accountId().value(), null, event.terms());
  }

  @EventHandler
  void on(GroupAssigned event) {
    begin(event.grantId(), event.patientId(), null, event.groupId().value(), event.terms());
  }

  private void begin(
      GrantId grantId,
      PatientId patientId,
      @Nullable String accountId,
      @Nullable String groupId,
      MembershipTerms terms) {
    jdbc.sql(
            """
            insert into guard.membership
              (grant_id, patient_id, account_id, group_id, team_role, rights, valid_from, valid_to)
            values (:grant, :patient, :account, :group, :role, :rights, :from, :to)
            on conflict (grant_id) do nothing\
            """)
        .param("grant", grantId.value())
        .param("patient", patientId.value())
        .param("account", accountId, Types.VARCHAR)
        .param("group", groupId, Types.VARCHAR)
        .param("role", terms.role().name())
        .param("rights", rights(terms))
        .param("from", terms.from(), Types.DATE)
        .param("to", terms.to(), Types.DATE)
        .update();
  }

  @EventHandler
  void on(MembershipChanged event) {
    jdbc.sql(
            """
            update guard.membership
            set team_role = :role, rights = :rights, valid_from = :from, valid_to = :to
            where grant_id = :grant\
            """)
        .param("grant", event.grantId().value())
        .param("role", event.terms().role().name())
        .param("rights", rights(event.terms()))
        .param("from", event.terms().from(), Types.DATE)
        .param("to", event.terms().to(), Types.DATE)
        .update();
  }

  @EventHandler
  void on(MembershipEnded event, @Timestamp Instant at) {
    jdbc.sql("update guard.membership set ended_at = ? where grant_id = ?")
        .param(at.atOffset(ZoneOffset.UTC))
        .param(event.grantId().value())
        .update();
  }

  @EventHandler
  void on(GroupCreated event) {
    jdbc.sql(
            """
            insert into guard.care_group (group_id, facility_id, owner_id, name)
            values (?, ?, ?, ?) on conflict (group_id) do nothing\
            """)
        .param(event.groupId().value())
        .param(event.facilityId().value())
        .param(event.ownerId().value())
        .param(event.name())
        .update();
    fill(event.groupId(), event.members());
  }

  @EventHandler
  void on(GroupChanged event) {
    jdbc.sql("update guard.care_group set name = ? where group_id = ?")
        .param(event.name())
        .param(event.groupId().value())
        .update();
    jdbc.sql("delete from guard.group_member where group_id = ?")
        .param(event.groupId().value())
        .update();
    fill(event.groupId(), event.members());
  }

  @EventHandler
  void on(GroupDissolved event) {
    jdbc.sql("update guard.care_group set dissolved = true where group_id = ?")
        .param(event.groupId().value())
        .update();
  }

  private void fill(GroupId groupId, Set<AccountId> members) {
    jdbc.sql(
            """
            insert into guard.group_member (group_id, account_id)
            select ?, member from unnest(?::text[]) member on conflict do nothing\
            """)
        .param(groupId.value())
        .param(members.stream().map(AccountId::value).toArray(String[]::new))
        .update();
  }

  private static String[] rights(MembershipTerms terms) {
    return terms.rights().stream().map(Enum::name).sorted().toArray(String[]::new);
  }
}
