package jp.tsunagaru.consent.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read from the tables that decide about accesses, in the transaction of the decision. */
@Component
class GuardedTeamOfTheDay implements TeamOfTheDay {
  private final JdbcClient jdbc;

  GuardedTeamOfTheDay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<RetainedMember> on(PatientId patientId, LocalDate day) {
    return jdbc.sql(
            """
            select a.account_id, m.grant_id, m.group_id, m.team_role, m.rights, m.valid_from
              from guard.membership m
              left join guard.care_group g on g.group_id = m.group_id and not g.dissolved
              left join guard.group_member gm on gm.group_id = g.group_id
              join guard.account a on a.account_id = coalesce(m.account_id, gm.account_id)
             where m.patient_id = :patient and m.ended_at is null
               and :day between coalesce(m.valid_from, :day) and coalesce(m.valid_to, :day)
               and a.state <> 'DEACTIVATED' and 'CARE_USER' = any (a.roles)
             order by a.account_id, m.grant_id\
            """)
        .param("patient", patientId.value())
        .param("day", day)
        .query((row, number) -> member(row))
        .list();
  }

  private static RetainedMember member(ResultSet row) throws SQLException {
    String group = row.getString("group_id");
    return new RetainedMember(
        new AccountId(row.getString("account_id")),
        new GrantId(row.getString("grant_id")),
        group == null ? null : new GroupId(group),
        TeamRole.valueOf(row.getString("team_role")),
        Arrays.stream((String[]) row.getArray("rights").getArray())
            .map(Right::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        row.getObject("valid_from", LocalDate.class));
  }
}
