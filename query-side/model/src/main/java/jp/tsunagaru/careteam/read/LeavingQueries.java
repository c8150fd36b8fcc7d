package jp.tsunagaru.careteam.read;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetFacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetLeavingEffect;
import jp.tsunagaru.careteam.query.LeavingEffect;
import jp.tsunagaru.japanese.Profession;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose last member somebody is, or somebody's facility (PF-13). */
@Component
class LeavingQueries {
  private static final String EFFECT =
      """
      with one as (
        select distinct r.patient_id
          from view.reach r
          join view.sharing s on s.patient_id = r.patient_id
          join view.account a
            on a.account_id = r.account_id and a.facility_id = :facility
              and a.deactivated_at is null
         where r.account_id = :account and :today between r.valid_from and r.valid_to),
      other as (
        select one.patient_id, bool_or(a.facility_id = :facility) as here
          from one
          join view.reach r on r.patient_id = one.patient_id and r.account_id <> :account
          join view.account a
            on a.account_id = r.account_id and a.deactivated_at is null
              and 'CARE_USER' = any (a.roles)
         where :today between r.valid_from and r.valid_to
         group by one.patient_id)
      select count(*) as patients,
             count(*) filter (where not coalesce(other.here, false)) as last_of_facility,
             count(*) filter (where other.patient_id is null) as last_of_all
        from one left join other on other.patient_id = one.patient_id
      """;

  /** Its groups end with a facility: who sees a patient through one of them takes nothing over. */
  private static final String OF_FACILITY =
      """
      with mine as (
        select r.patient_id, r.account_id, s.state
          from view.reach r
          join view.sharing s
            on s.patient_id = r.patient_id and s.state in ('SHARED', 'STOPPED', 'ENDED')
          join view.account a
            on a.account_id = r.account_id and a.facility_id = :facility
              and a.deactivated_at is null and 'CARE_USER' = any (a.roles)
         where :today between r.valid_from and r.valid_to),
      patient as (
        select distinct patient_id, state from mine),
      last as (
        select p.patient_id, p.state
          from patient p
         where not exists (
           select 1 from view.reach r
             join view.account a
               on a.account_id = r.account_id and a.facility_id <> :facility
                 and a.deactivated_at is null and 'CARE_USER' = any (a.roles)
             left join view.care_group c on c.group_id = r.group_id
            where r.patient_id = p.patient_id and :today between r.valid_from and r.valid_to
              and c.facility_id is distinct from :facility))
      """;

  private static final String FACILITY_EFFECT =
      OF_FACILITY
          + """
          select (select count(*) from patient where state <> 'ENDED') as patients,
                 count(*) filter (where state = 'SHARED') as last,
                 count(*) filter (where state = 'STOPPED') as stopped,
                 count(*) filter (where state = 'ENDED') as retained
            from last
          """;

  private static final String IN_CHARGE =
      OF_FACILITY
          + """
          select a.name, a.profession, count(distinct m.patient_id) as patients
            from mine m
            join last l on l.patient_id = m.patient_id and l.state = 'SHARED'
            join view.account a on a.account_id = m.account_id
           group by a.account_id, a.name, a.kana, a.profession
           order by patients desc, a.kana, a.account_id
          """;

  private final JdbcClient jdbc;
  private final Clock clock;

  LeavingQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @QueryHandler
  LeavingEffect handle(GetLeavingEffect query) {
    return jdbc.sql(EFFECT)
        .param("facility", query.facilityId().value())
        .param("account", query.accountId().value())
        .param("today", LocalDate.now(clock))
        .query((row, number) ->
            new LeavingEffect(
                row.getInt("patients"), row.getInt("last_of_facility"), row.getInt("last_of_all")))
        .single();
  }

  @QueryHandler
  FacilityLeavingEffect handle(GetFacilityLeavingEffect query) {
    List<FacilityLeavingEffect.InCharge> inCharge =
        asked(IN_CHARGE, query)
            .query((row, number) ->
                new FacilityLeavingEffect.InCharge(
                    row.getString("name"),
                    Profession.valueOf(row.getString("profession")),
                    row.getInt("patients")))
            .list();
    return asked(FACILITY_EFFECT, query)
        .query((row, number) ->
            new FacilityLeavingEffect(
                row.getInt("patients"),
                row.getInt("last"),
                row.getInt("stopped"),
                row.getInt("retained"),
                inCharge))
        .single();
  }

  private JdbcClient.StatementSpec asked(String sql, GetFacilityLeavingEffect query) {
    return jdbc.sql(sql)
        .param("facility", query.facilityId().value())
        .param("today", LocalDate.now(clock));
  }
}
