package jp.tsunagaru.audit.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsInUse;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRightsInUse implements RightsInUse {
  private static final String HELD =
      """
      with reach as (
        select a.account_id, m.patient_id, m.rights, m.valid_from, m.valid_to
          from guard.account a
          join guard.membership m on m.account_id = a.account_id and m.ended_at is null
         where a.facility_id = :facility
        union all
        select a.account_id, m.patient_id, m.rights, m.valid_from, m.valid_to
          from guard.account a
          join guard.group_member g on g.account_id = a.account_id
          join guard.care_group c on c.group_id = g.group_id and not c.dissolved
          join guard.membership m on m.group_id = g.group_id and m.ended_at is null
         where a.facility_id = :facility),
      team as (
        select r.account_id, r.patient_id, unnest(r.rights) as held
          from reach r
          join guard.patient p
            on p.patient_id = r.patient_id and p.sharing in ('PROVISIONAL', 'SHARED', 'STOPPED')
         where :today between coalesce(r.valid_from, '-infinity') and
               coalesce(r.valid_to, 'infinity'))
      select a.account_id, a.profession, a.roles, count(distinct t.patient_id) as teams,
             array_remove(array_agg(distinct t.held), null) as rights,
             (select count(*) from guard.group_member g
                join guard.care_group c on c.group_id = g.group_id and not c.dissolved
               where g.account_id = a.account_id) as groups
        from guard.account a
        left join team t on t.account_id = a.account_id
       where a.facility_id = :facility and a.state <> 'DEACTIVATED'
       group by a.account_id
       order by a.account_id\
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcRightsInUse(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<HeldRights> of(FacilityId facilityId) {
    return jdbc.sql(HELD)
        .param("facility", facilityId.value())
        .param("today", LocalDate.ofInstant(clock.instant(), AccessOfThePeriod.JAPAN))
        .query((row, number) ->
            new HeldRights(
                new AccountId(row.getString("account_id")),
                Profession.valueOf(row.getString("profession")),
                codes(row, "roles", Role::valueOf),
                codes(row, "rights", Right::valueOf),
                row.getInt("teams"),
                row.getInt("groups")))
        .list();
  }

  private static <T> Set<T> codes(ResultSet row, String column, Function<String, T> of)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(of)
        .collect(Collectors.toUnmodifiableSet());
  }
}
