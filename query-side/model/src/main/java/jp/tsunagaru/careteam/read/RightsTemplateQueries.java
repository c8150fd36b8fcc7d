package jp.tsunagaru.careteam.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.query.GetRightsTemplateHistory;
import jp.tsunagaru.careteam.query.ListRightsTemplates;
import jp.tsunagaru.careteam.query.RightsTemplateHistory;
import jp.tsunagaru.careteam.query.RightsTemplateList;
import jp.tsunagaru.japanese.Profession;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 職種ごとの権限のひな形 (TM-03). */
@Component
class RightsTemplateQueries {
  private static final String LATEST =
      """
      select distinct on (profession) profession, version, rights, of_city
        from view.rights_template
       order by profession, version desc
      """;

  private static final String HISTORY =
      """
      select t.version, t.rights, t.of_city, t.at, coalesce(a.name, '') as name
        from view.rights_template t left join view.account a on a.account_id = t.account_id
       where t.profession = ?
       order by t.version desc
      """;

  private final JdbcClient jdbc;

  RightsTemplateQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @QueryHandler
  RightsTemplateList handle(ListRightsTemplates query) {
    Map<Profession, RightsTemplateList.Template> changed = new EnumMap<>(Profession.class);
    jdbc.sql(LATEST)
        .query((row, number) ->
            new RightsTemplateList.Template(
                Profession.valueOf(row.getString("profession")),
                rights(row),
                row.getBoolean("of_city"),
                row.getInt("version")))
        .list()
        .forEach(template -> changed.put(template.profession(), template));
    return new RightsTemplateList(
        Stream.of(Profession.values())
            .map(profession -> changed.getOrDefault(profession, builtIn(profession)))
            .toList());
  }

  private static RightsTemplateList.Template builtIn(Profession profession) {
    return new RightsTemplateList.Template(profession, BuiltInRights.of(profession), false, 0);
  }

  @QueryHandler
  RightsTemplateHistory handle(GetRightsTemplateHistory query) {
    return new RightsTemplateHistory(
        jdbc.sql(HISTORY)
            .param(query.profession().name())
            .query((row, number) ->
                new RightsTemplateHistory.Change(
                    row.getInt("version"),
                    rights(row),
                    !row.getBoolean("of_city"),
                    row.getString("name"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
            .list());
  }

  private static Set<Right> rights(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("rights").getArray())
        .map(Right::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
