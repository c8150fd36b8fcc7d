package jp.tsunagaru.facility.write;

import java.time.LocalDate;
import jp.tsunagaru.account.write.AccountsOfFacility;
import jp.tsunagaru.careteam.write.TeamsOfFacility;
import jp.tsunagaru.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What ends with a facility, in the unit of work of the decision (第10条, PF-12). */
@Component
class FacilityLeaving {
  /**
   * By what is in force at this moment, not by a read model that may lag behind. Who of another
   * facility sees a patient only through a group of this one does not any more.
   */
  private static final String LEFT =
      """
      with mine as (
        select m.patient_id
          from guard.account a
          join guard.membership m on m.account_id = a.account_id and m.ended_at is null
         where a.facility_id = :facility and a.state <> 'DEACTIVATED'
           and 'CARE_USER' = any (a.roles) and :today between
             coalesce(m.valid_from, '-infinity') and coalesce(m.valid_to, 'infinity')
        union
        select m.patient_id
          from guard.account a
          join guard.group_member g on g.account_id = a.account_id
          join guard.care_group c on c.group_id = g.group_id and not c.dissolved
          join guard.membership m on m.group_id = g.group_id and m.ended_at is null
         where a.facility_id = :facility and a.state <> 'DEACTIVATED'
           and 'CARE_USER' = any (a.roles) and :today between
             coalesce(m.valid_from, '-infinity') and coalesce(m.valid_to, 'infinity'))
      select count(*)
        from mine join guard.patient p using (patient_id)
       where p.sharing in ('SHARED', 'STOPPED')
         and not exists (
           select from guard.membership m
             left join guard.care_group c on c.group_id = m.group_id
             left join guard.group_member g on g.group_id = m.group_id
             join guard.account a on a.account_id = coalesce(m.account_id, g.account_id)
            where m.patient_id = mine.patient_id and m.ended_at is null
              and not coalesce(c.dissolved, false) and c.facility_id is distinct from :facility
              and a.facility_id <> :facility and a.state <> 'DEACTIVATED'
              and 'CARE_USER' = any (a.roles) and :today between
                coalesce(m.valid_from, '-infinity') and coalesce(m.valid_to, 'infinity'))
      """;

  private final JdbcClient jdbc;
  private final AccountsOfFacility accounts;
  private final TeamsOfFacility teams;

  FacilityLeaving(JdbcClient jdbc, AccountsOfFacility accounts, TeamsOfFacility teams) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.teams = teams;
  }

  /** Nobody gets an account there until the end of the transaction. */
  int patientsLeft(FacilityId facilityId, LocalDate today) {
    jdbc.sql("select from guard.facility where facility_id = ? for update")
        .param(facilityId.value())
        .query((row, number) -> facilityId)
        .list();
    return jdbc.sql(LEFT)
        .param("facility", facilityId.value())
        .param("today", today)
        .query(Integer.class)
        .single();
  }

  void leave(FacilityId facilityId) {
    teams.end(facilityId);
    accounts.deactivate(facilityId);
  }
}
