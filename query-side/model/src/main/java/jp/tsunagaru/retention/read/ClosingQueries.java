package jp.tsunagaru.retention.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.query.ClosingEffect;
import jp.tsunagaru.retention.query.ClosingKind;
import jp.tsunagaru.retention.query.GetClosingEffect;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Effects before they happen, from {@code guard.*}: what these tables say is what will be done. */
@Component
class ClosingQueries {
  private static final int MOST_NAMED = 500;

  private static final String TEAM =
      """
      select distinct coalesce(v.name, '') as name, a.profession, coalesce(f.name, '') as facility
        from guard.account a
        left join view.account v on v.account_id = a.account_id
        left join guard.facility f on f.facility_id = a.facility_id
       where a.state <> 'DEACTIVATED' and 'CARE_USER' = any (a.roles)
         and (exists (
             select 1 from guard.patient p
               join guard.membership m on m.patient_id = p.patient_id
               left join guard.care_group g on g.group_id = m.group_id and not g.dissolved
               left join guard.group_member gm on gm.group_id = g.group_id
              where p.patient_id = :patient and p.sharing in ('SHARED', 'STOPPED')
                and m.ended_at is null
                and :today between coalesce(m.valid_from, :today) and coalesce(m.valid_to, :today)
                and a.account_id in (m.account_id, gm.account_id))
           or exists (
             select 1 from guard.retained t
               join guard.patient p on p.patient_id = t.patient_id and p.sharing = 'ENDED'
              where t.patient_id = :patient and t.account_id = a.account_id))
       order by facility, name
      """;

  private static final String AMOUNTS =
      """
      select count(*) filter (where f.document_id is null) as articles,
             count(f.document_id) as forms,
             (select count(*) from guard.attachment u
               where u.patient_id = :patient and not u.purged) as files,
             (select count(*) from guard.draft r where r.patient_id = :patient) as drafts
        from guard.document d left join guard.form f on f.document_id = d.document_id
       where d.patient_id = :patient and d.state <> 'PURGED'
      """;

  private static final String NAMED =
      """
      select d.document_id, d.occurred_on, coalesce(v.name, '') as author,
             f.document_id is not null as form
        from guard.document d
        left join guard.form f on f.document_id = d.document_id
        left join view.account v on v.account_id = d.author_id
       where d.patient_id = :patient and d.state <> 'PURGED'
         and (d.scope = 'TEAM' or d.author_id = :me)
       order by d.occurred_on desc, d.document_id desc
       limit :most
      """;

  private record Amounts(int articles, int forms, int files, int drafts) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  ClosingQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @QueryHandler
  ClosingEffect handle(GetClosingEffect query, MetaData metaData) {
    String patient = query.patientId().value();
    String me =
        Origin.from(metaData)
            .map(Origin::accountId)
            .orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    Amounts amounts =
        jdbc.sql(AMOUNTS)
            .param("patient", patient)
            .query((row, number) ->
                new Amounts(
                    row.getInt("articles"),
                    row.getInt("forms"),
                    row.getInt("files"),
                    row.getInt("drafts")))
            .single();
    return new ClosingEffect(
        jdbc.sql(TEAM)
            .param("patient", patient)
            .param("today", LocalDate.now(clock))
            .query((row, number) ->
                new ClosingEffect.Concerned(
                    row.getString("name"),
                    Profession.valueOf(row.getString("profession")),
                    row.getString("facility")))
            .list(),
        amounts.articles(),
        amounts.forms(),
        amounts.files(),
        amounts.drafts(),
        query.kind() == ClosingKind.DELETE ? named(patient, me) : List.of());
  }

  private List<ClosingEffect.Named> named(String patient, String me) {
    return jdbc.sql(NAMED)
        .param("patient", patient)
        .param("me", me)
        .param("most", MOST_NAMED)
        .query((row, number) -> named(row))
        .list();
  }

  private static ClosingEffect.Named named(ResultSet row) throws SQLException {
    return new ClosingEffect.Named(
        new DocumentId(row.getString("document_id")),
        row.getObject("occurred_on", LocalDate.class),
        row.getString("author"),
        row.getBoolean("form"));
  }
}
