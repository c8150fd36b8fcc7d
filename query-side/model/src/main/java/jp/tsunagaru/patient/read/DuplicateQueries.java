package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FindSimilarPatients;
import jp.tsunagaru.patient.query.ListPossibleDuplicates;
import jp.tsunagaru.patient.query.PossibleDuplicates;
import jp.tsunagaru.patient.query.PossibleDuplicates.Registration;
import jp.tsunagaru.patient.query.SimilarPatients;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * PT-09: the same person registered twice, without telling anybody of a patient they do not see.
 */
@Component
class DuplicateQueries {
  private static final String SIMILAR =
      """
      select p.patient_id, p.name, p.kana, p.birth_date,
             :number <> '' and p.insured_key = :number as same_number
        from view.patient p
       where (p.birth_date = :born and p.kana_key = :kana
           or :number <> '' and p.insured_key = :number)
         and (exists (
             select 1 from view.reach r join view.sharing s on s.patient_id = r.patient_id
              where r.patient_id = p.patient_id and r.account_id = :me
                and :today between r.valid_from and r.valid_to
                and (s.state = 'SHARED' or 'EDIT_BASIC' = any (r.rights)))
           or %s)
       order by p.kana_key, p.patient_id
       limit 20
      """
          .formatted(TeamAccess.PROVISIONAL);

  private static final String PAIRS =
      """
      with consented as materialized (
        select p.* from view.patient p
         where exists (select 1 from view.sharing s where s.patient_id = p.patient_id)),
      pair as (
        select a.patient_id as one, b.patient_id as other
          from consented a
          join consented b on b.birth_date = a.birth_date and b.kana_key = a.kana_key
         where (a.registered_at, a.patient_id) < (b.registered_at, b.patient_id)
        union
        select a.patient_id, b.patient_id
          from consented a join consented b on b.insured_key = a.insured_key
         where a.insured_key <> ''
           and (a.registered_at, a.patient_id) < (b.registered_at, b.patient_id))
      select a.patient_id as one, a.registered_at as one_at, coalesce(f.name, '') as one_facility,
             b.patient_id as other, b.registered_at as other_at,
             coalesce(g.name, '') as other_facility,
             a.insured_key <> '' and a.insured_key = b.insured_key as same_number,
             a.birth_date = b.birth_date and a.kana_key = b.kana_key as same_person
        from pair
        join consented a on a.patient_id = pair.one
        join consented b on b.patient_id = pair.other
        left join view.facility f on f.facility_id = a.facility_id
        left join view.facility g on g.facility_id = b.facility_id
        left join view.patient_merge m on m.patient_id = pair.one
        left join view.patient_merge n on n.patient_id = pair.other
       where coalesce(m.main_id, pair.one) <> coalesce(n.main_id, pair.other)
       order by b.registered_at desc, b.patient_id, a.patient_id
       limit 200
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;

  DuplicateQueries(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @QueryHandler
  SimilarPatients handle(FindSimilarPatients query, MetaData metaData) {
    return new SimilarPatients(
        jdbc.sql(SIMILAR)
            .param("me", Viewer.origin(metaData).accountId())
            .param("today", access.today())
            .param("born", query.birthDate())
            .param("kana", SearchKey.kana(query.kana()))
            .param("number", PatientKeys.insured(query.insuredNumber()))
            .query((row, number) ->
                new SimilarPatients.Similar(
                    new PatientId(row.getString("patient_id")),
                    row.getString("name"),
                    row.getString("kana"),
                    row.getObject("birth_date", LocalDate.class),
                    row.getBoolean("same_number")))
            .list());
  }

  @QueryHandler
  PossibleDuplicates handle(ListPossibleDuplicates query) {
    return new PossibleDuplicates(
        jdbc.sql(PAIRS)
            .query((row, number) ->
                new PossibleDuplicates.Pair(
                    registration(row, "one"),
                    registration(row, "other"),
                    row.getBoolean("same_number"),
                    row.getBoolean("same_person")))
            .list());
  }

  private static Registration registration(ResultSet row, String which) throws SQLException {
    return new Registration(
        new PatientId(row.getString(which)),
        row.getString(which + "_facility"),
        row.getObject(which + "_at", OffsetDateTime.class).toInstant());
  }
}
