package jp.tsunagaru.document.read;

import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.query.ListTags;
import jp.tsunagaru.document.query.TagRow;
import jp.tsunagaru.document.query.Tags;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 文書タグ (DC-05). */
@Component
class TagQueries {
  private static final String ROWS =
      """
      select t.tag_id, t.owner, t.name, t.retired,
             array (
               select n.name from view.tag_name n
                where n.tag_id = t.tag_id and n.name <> t.name
                order by n.since desc) as former
        from view.tag t
       where t.owner in ('', ?)
       order by t.owner <> '', t.retired, t.tag_id
      """;

  private static final String ALL_NAMES =
      """
      select distinct n.name
        from view.tag_name named
        join view.tag t on t.tag_id = named.tag_id and t.owner in ('', :facility)
        join view.tag_name n on n.tag_id = t.tag_id
       where named.name = :name
      """;

  private final JdbcClient jdbc;

  TagQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @QueryHandler
  Tags handle(ListTags query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    boolean city = origin.has(Role.CITY_OPERATOR.name());
    boolean administrator = origin.has(Role.FACILITY_ADMIN.name());
    return new Tags(
        jdbc.sql(ROWS)
            .param(origin.facilityId())
            .query((row, number) -> {
              boolean ofCity = row.getString("owner").isEmpty();
              return new TagRow(
                  new TagId(row.getString("tag_id")),
                  row.getString("name"),
                  List.of(TimelinePage.texts(row.getArray("former"))),
                  ofCity,
                  row.getBoolean("retired"),
                  ofCity ? city : administrator && !city);
            })
            .list());
  }

  /** All names of the tags, of the city and of a facility, that have or had this one. */
  List<String> names(String name, String facilityId) {
    List<String> names =
        jdbc.sql(ALL_NAMES)
            .param("name", name)
            .param("facility", facilityId)
            .query(String.class)
            .list();
    return names.isEmpty() ? List.of(name) : names;
  }
}
