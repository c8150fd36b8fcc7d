package jp.tsunagaru.careteam.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.careteam.query.Colleagues;
import jp.tsunagaru.careteam.query.FindColleagues;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.GroupRow;
import jp.tsunagaru.careteam.query.Groups;
import jp.tsunagaru.careteam.query.ListGroups;
import jp.tsunagaru.careteam.query.PrintTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 担当者, 閲覧状況, 担当者グループ管理. */
@Component
public class CareTeamQueries {
  private static final int MOST_COLLEAGUES = 50;

  /** A membership's own row, then for a group that lasts one row for each of its members. */
  private static final String TEAM =
      """
      with one as (
        select m.*, c.name as group_name, c.facility_id as group_facility,
               coalesce(m.ended_at, c.dissolved_at) as ended
          from view.membership m left join view.care_group c on c.group_id = m.group_id
         where m.patient_id = :patient),
      line as (
        select one.*, one.account_id as person, 0 as depth from one
        union all
        select one.*, g.account_id as person, 1 as depth
          from one join view.group_member g on g.group_id = one.group_id
         where one.ended is null)
      select r.grant_id, r.group_id, r.person, r.team_role, r.rights, r.valid_from, r.valid_to,
             r.ended, r.depth,
             case when r.person is null then coalesce(r.group_name, '')
               else coalesce(a.name, '') end as name,
             coalesce(f.name, '') as facility, a.profession, v.at,
             r.ended is null and :today between r.valid_from and r.valid_to
               and a.deactivated_at is null as in_force,
             coalesce(a.family_kana || ' ' || a.given_kana, '') as kana
        from line r
        left join view.account a on a.account_id = r.person
        left join view.facility f on f.facility_id = coalesce(a.facility_id, r.group_facility)
        left join view.last_viewed v
          on v.patient_id = r.patient_id and v.account_id = r.person
       where r.depth = 0 or a.deactivated_at is null
      """;

  /** DL-05: the team of the day use ended, person by person. */
  private static final String TEAM_OF_THE_DAY =
      """
      select t.grant_id, nullif(t.group_id, '') as group_id, t.account_id as person, t.team_role,
             t.rights, '-infinity'::date as valid_from, t.valid_to, null::timestamptz as ended,
             0 as depth, coalesce(a.name, '') as name, coalesce(f.name, '') as facility,
             a.profession, v.at,
             :today <= t.valid_to and a.deactivated_at is null as in_force,
             coalesce(a.family_kana || ' ' || a.given_kana, '') as kana
        from view.retained t
        left join view.account a on a.account_id = t.account_id
        left join view.facility f on f.facility_id = a.facility_id
        left join view.last_viewed v
          on v.patient_id = t.patient_id and v.account_id = t.account_id
       where t.patient_id = :patient
      """;

  private static final String CLOSED =
      "select exists (select 1 from view.closed where patient_id = ?)";

  private static final String CARE_USERS =
      """
      select a.account_id, a.family, a.given, a.family_kana, a.given_kana, a.profession,
             coalesce(f.name, '') as facility
        from view.account a left join view.facility f on f.facility_id = a.facility_id
       where 'CARE_USER' = any (a.roles) and a.deactivated_at is null
       order by a.facility_id <> ?, f.name, a.family_kana, a.given_kana, a.account_id
      """;

  private static final String GROUPS =
      """
      select c.group_id, c.name, c.owner_id, c.facility_id, coalesce(gf.name, '') as group_facility,
             a.account_id, a.family, a.given, a.family_kana, a.given_kana, a.profession,
             coalesce(f.name, '') as facility
        from view.care_group c
        left join view.facility gf on gf.facility_id = c.facility_id
        left join view.group_member g on g.group_id = c.group_id
        left join view.account a on a.account_id = g.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where c.dissolved_at is null
         and (c.owner_id = :me or c.facility_id = :facility
           or c.group_id in (select group_id from view.group_member where account_id = :me))
       order by c.name, c.group_id, a.family_kana, a.given_kana, a.account_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ColleagueKeys keys = new ColleagueKeys();

  CareTeamQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** TM-08: the same people, for paper. */
  @QueryHandler
  Team handle(PrintTeam query) {
    return handle(new GetTeam(query.patientId()));
  }

  @QueryHandler
  public Team handle(GetTeam query) {
    boolean closed =
        jdbc.sql(CLOSED).param(query.patientId().value()).query(Boolean.class).single();
    List<Row> rows =
        jdbc.sql(closed ? TEAM_OF_THE_DAY : TEAM)
            .param("patient", query.patientId().value())
            .param("today", LocalDate.now(clock))
            .query((row, number) -> Row.of(row))
            .list();
    return new Team(rows.stream().sorted(Row.ORDER).map(Row::member).toList());
  }

  @QueryHandler
  Colleagues handle(FindColleagues query, MetaData metaData) {
    ColleagueKeys.Wanted wanted = ColleagueKeys.wanted(query.text());
    return new Colleagues(
        jdbc
            .sql(CARE_USERS)
            .param(Viewer.origin(metaData).facilityId())
            .query((row, number) -> colleague(row))
            .list()
            .stream()
            .filter(colleague -> keys.matches(colleague, wanted))
            .limit(MOST_COLLEAGUES)
            .toList());
  }

  @QueryHandler
  Groups handle(ListGroups query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    Map<String, GroupRow> groups = new LinkedHashMap<>();
    jdbc.sql(GROUPS)
        .param("me", origin.accountId())
        .param("facility", origin.facilityId())
        .query(row -> {
          String id = row.getString("group_id");
          GroupRow group = groups.get(id);
          if (group == null) {
            group = group(row, origin);
            groups.put(id, group);
          }
          if (row.getString("account_id") != null) {
            group.members().add(colleague(row));
          }
        });
    return new Groups(List.copyOf(groups.values()));
  }

  private static GroupRow group(ResultSet row, Origin origin) throws SQLException {
    boolean owner = row.getString("owner_id").equals(origin.accountId());
    boolean administrator =
        origin.has(Role.FACILITY_ADMIN.name())
            && row.getString("facility_id").equals(origin.facilityId());
    return new GroupRow(
        new GroupId(row.getString("group_id")),
        row.getString("name"),
        row.getString("group_facility"),
        new ArrayList<>(),
        owner || administrator);
  }

  private static Colleague colleague(ResultSet row) throws SQLException {
    return new Colleague(
        new AccountId(row.getString("account_id")),
        joined(row.getString("family"), row.getString("given")),
        joined(row.getString("family_kana"), row.getString("given_kana")),
        row.getString("facility"),
        Profession.valueOf(row.getString("profession")));
  }

  private static String joined(String family, String given) {
    return given.isEmpty() ? family : family + " " + given;
  }

  private record Row(TeamMember member, boolean current, int depth, String kana) {

    /** Who has access now, by part and name, each group before its people; then the others. */
    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::current)
            .reversed()
            .thenComparing(row -> row.member().ended() != null)
            .thenComparing(row -> endedLast(row.member().ended()), Comparator.reverseOrder())
            .thenComparing(row -> row.member().groupId() != null)
            .thenComparing(row -> row.member().terms().role())
            .thenComparing(row -> row.member().groupId() == null ? row.kana() : "")
            .thenComparing(row -> row.member().grantId().value())
            .thenComparing(Row::depth)
            .thenComparing(Row::kana);

    static Row of(ResultSet row) throws SQLException {
      String account = row.getString("person");
      String group = row.getString("group_id");
      String profession = row.getString("profession");
      TeamMember member =
          new TeamMember(
              new GrantId(row.getString("grant_id")),
              account == null ? null : new AccountId(account),
              group == null ? null : new GroupId(group),
              row.getString("name"),
              row.getString("facility"),
              profession == null ? null : Profession.valueOf(profession),
              new MembershipTerms(
                  TeamRole.valueOf(row.getString("team_role")),
                  rights((String[]) row.getArray("rights").getArray()),
                  day(row.getObject("valid_from", LocalDate.class)),
                  day(row.getObject("valid_to", LocalDate.class))),
              instant(row.getObject("at", OffsetDateTime.class)),
              instant(row.getObject("ended", OffsetDateTime.class)));
      return new Row(
          member, row.getBoolean("in_force"), row.getInt("depth"), row.getString("kana"));
    }

    private static Instant endedLast(@Nullable Instant ended) {
      return ended == null ? Instant.MAX : ended;
    }

    private static Set<Right> rights(String[] names) {
      Set<Right> rights = EnumSet.noneOf(Right.class);
      Arrays.stream(names).map(Right::valueOf).forEach(rights::add);
      return rights;
    }

    private static @Nullable LocalDate day(LocalDate day) {
      return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
      return time == null ? null : time.toInstant();
    }
  }
}
