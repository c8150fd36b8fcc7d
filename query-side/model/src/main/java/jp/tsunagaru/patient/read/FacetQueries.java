package jp.tsunagaru.patient.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.query.FacetValues;
import jp.tsunagaru.patient.query.FacetValues.FacilityValue;
import jp.tsunagaru.patient.query.FacetValues.GroupValue;
import jp.tsunagaru.patient.query.ListPatientFacets;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 対象者抽出 (LS-02): what there is to narrow one's own list by. */
@Component
class FacetQueries {
  /** Who cares for more patients than this is offered what is found with so many of them. */
  private static final int MOST_PATIENTS = 2_000;

  private static final String SCOPE =
      """
      with scope as materialized (
        select distinct r.patient_id
          from view.reach r
          join view.sharing s on s.patient_id = r.patient_id and s.state = 'SHARED'
         where r.account_id = :me and :today between r.valid_from and r.valid_to
         limit :most)
      """;

  private static final String PEOPLE =
      SCOPE
          + """
          select distinct a.profession, a.facility_id, coalesce(f.name, '') as name
            from scope
            join view.reach r on r.patient_id = scope.patient_id
            join view.account a on a.account_id = r.account_id and a.deactivated_at is null
            left join view.facility f on f.facility_id = a.facility_id
           where :today between r.valid_from and r.valid_to
           order by name, a.facility_id
          """;

  private static final String GROUPS =
      SCOPE
          + """
          select distinct c.group_id, c.name
            from scope
            join view.membership m on m.patient_id = scope.patient_id and m.ended_at is null
            join view.care_group c on c.group_id = m.group_id and c.dissolved_at is null
           where :today between m.valid_from and m.valid_to
           order by c.name, c.group_id
          """;

  private final JdbcClient jdbc;
  private final TeamAccess access;

  FacetQueries(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @QueryHandler
  FacetValues handle(ListPatientFacets query, MetaData metaData) {
    String me = Viewer.origin(metaData).accountId();
    Set<Profession> professions = new TreeSet<>();
    List<FacilityValue> facilities = new ArrayList<>();
    asked(PEOPLE, me)
        .query(row -> {
          professions.add(Profession.valueOf(row.getString("profession")));
          FacilityValue facility =
              new FacilityValue(
                  new FacilityId(row.getString("facility_id")), row.getString("name"));
          if (!facilities.contains(facility)) {
            facilities.add(facility);
          }
        });
    List<GroupValue> groups =
        asked(GROUPS, me)
            .query((row, number) ->
                new GroupValue(new GroupId(row.getString("group_id")), row.getString("name")))
            .list();
    return new FacetValues(List.copyOf(professions), facilities, groups);
  }

  private JdbcClient.StatementSpec asked(String sql, String me) {
    return jdbc.sql(sql)
        .param("me", me)
        .param("today", access.today())
        .param("most", MOST_PATIENTS);
  }
}
