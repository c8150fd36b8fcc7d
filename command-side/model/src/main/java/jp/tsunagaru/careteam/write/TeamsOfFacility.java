package jp.tsunagaru.careteam.write;

import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Memberships of a facility's people and groups, and the groups themselves, where its registration
 * ends, in the unit of work of the caller (第10条, PF-12).
 */
@Component
public class TeamsOfFacility {
  private static final String REASON = "FACILITY_ABOLISHED";

  private final Repository<CareTeam> teams;
  private final Repository<CareGroup> groups;
  private final JdbcClient jdbc;

  TeamsOfFacility(
      @Lazy @Qualifier("careTeamRepository") Repository<CareTeam> teams,
      @Lazy @Qualifier("careGroupRepository") Repository<CareGroup> groups,
      JdbcClient jdbc) {
    this.teams = teams;
    this.groups = groups;
    this.jdbc = jdbc;
  }

  private record Held(PatientId patientId, GrantId grantId) {}

  public void end(FacilityId facilityId) {
    jdbc.sql(
            """
            select m.patient_id, m.grant_id
              from guard.membership m
              left join guard.account a on a.account_id = m.account_id
              left join guard.care_group c on c.group_id = m.group_id
             where m.ended_at is null and coalesce(a.facility_id, c.facility_id) = ?
             order by m.patient_id, m.grant_id\
            """)
        .param(facilityId.value())
        .query((row, number) ->
            new Held(
                new PatientId(row.getString("patient_id")), new GrantId(row.getString("grant_id"))))
        .list()
        .forEach(held ->
            teams
                .load(CareTeamId.of(held.patientId()).value())
                .execute(team -> team.end(held.patientId(), held.grantId(), REASON)));
    jdbc.sql(
            """
            select group_id from guard.care_group
             where facility_id = ? and not dissolved order by group_id\
            """)
        .param(facilityId.value())
        .query(String.class)
        .list()
        .forEach(id -> groups.load(id).execute(CareGroup::dissolve));
  }
}
