package jp.tsunagaru.facility.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.query.Facilities;
import jp.tsunagaru.facility.query.FacilityRow;
import jp.tsunagaru.facility.query.ListFacilities;
import jp.tsunagaru.facility.query.ListPublicFacilities;
import jp.tsunagaru.facility.query.PublicFacilities;
import jp.tsunagaru.facility.query.PublicFacility;
import jp.tsunagaru.japanese.SearchKey;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class FacilityQueries {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  FacilityQueries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** 第22条3: a facility that withholds its name is not listed at all. */
  @QueryHandler
  PublicFacilities handle(ListPublicFacilities query) {
    Affiliation affiliation = query.affiliation();
    return new PublicFacilities(
        jdbc.sql(
                """
                select profile from view.facility
                 where facility_id <> :city and 'NAME' = any (published) and abolished_at is null
                   and (:key = '' or strpos(name_key, :key) > 0)
                   and (:affiliation = '' or affiliation = :affiliation)
                 order by name_key, facility_id
                """)
            .param("city", FacilityId.CITY.value())
            .param("key", SearchKey.of(query.text()))
            .param("affiliation", affiliation == null ? "" : affiliation.name())
            .query((row, number) -> published(row))
            .list());
  }

  /** What waits for the city first, what has ended last. */
  @QueryHandler
  Facilities handle(ListFacilities query) {
    return new Facilities(
        jdbc.sql(
                """
                with waiting as (%s)
                select f.facility_id, f.name, f.affiliation, f.abolished_at, w.abolition_on,
                       coalesce(w.change_waits, false) as change_waits,
                       (select count(*) from view.account a
                         where a.facility_id = f.facility_id and a.deactivated_at is null) as users,
                       (select max(s.at) from view.sign_in s
                          join view.account a on a.account_id = s.account_id
                         where a.facility_id = f.facility_id and s.succeeded) as last_sign_in
                  from view.facility f
                  left join waiting w on w.facility_id = f.facility_id
                 where :key = '' or strpos(f.name_key, :key) > 0
                 order by f.abolished_at is not null, w.facility_id is null, f.name_key,
                       f.facility_id
                """
                    .formatted(FacilitySheets.WAITING))
            .param("key", SearchKey.of(query.text()))
            .query((row, number) -> facility(row))
            .list());
  }

  private PublicFacility published(ResultSet row) throws SQLException {
    FacilityProfile profile = json.readValue(row.getString("profile"), FacilityProfile.class);
    return new PublicFacility(
        profile.name(),
        profile.affiliation(),
        shown(profile, PublicField.ADDRESS, profile.address()),
        shown(profile, PublicField.PHONE, profile.phone()),
        shown(profile, PublicField.FAX, profile.fax()),
        shown(profile, PublicField.EMAIL, profile.email()));
  }

  private static String shown(FacilityProfile profile, PublicField field, String value) {
    return profile.published().contains(field) ? value : "";
  }

  private static FacilityRow facility(ResultSet row) throws SQLException {
    OffsetDateTime lastSignIn = row.getObject("last_sign_in", OffsetDateTime.class);
    OffsetDateTime abolishedAt = row.getObject("abolished_at", OffsetDateTime.class);
    return new FacilityRow(
        new FacilityId(row.getString("facility_id")),
        row.getString("name"),
        Affiliation.valueOf(row.getString("affiliation")),
        row.getInt("users"),
        lastSignIn == null ? null : lastSignIn.toInstant(),
        row.getBoolean("change_waits"),
        row.getObject("abolition_on", LocalDate.class),
        abolishedAt == null ? null : abolishedAt.toInstant());
  }
}
