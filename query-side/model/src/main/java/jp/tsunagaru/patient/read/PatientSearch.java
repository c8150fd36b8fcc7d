package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.japanese.SearchText;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.SharingState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds patients within the scope of one account (PT-12): from the teams of the account when they
 * are few, from the index of names and numbers when they are many. Unread documents come first; but
 * who cares for thousands and finds more than anybody reads gets them by kana, since telling what
 * is unread of all of them would take seconds.
 */
@Component
class PatientSearch {
  private static final int MANY_TEAMS = 2_000;
  private static final int MOST_UNREAD = 100;
  private static final int MOST_RANKED = 1_000;

  private static final String TEAMS =
      """
      select count(*) from (
        select 1 from view.reach where account_id = :me limit :many) teams
      """;

  private static final String FROM_TEAMS =
      """
      with scope as materialized (
        select r.patient_id, bool_or('EDIT_BASIC' = any (r.rights)) as edits
          from view.reach r
         where r.account_id = :me and :today between r.valid_from and r.valid_to
         group by r.patient_id),
      matched as materialized (
        select p.patient_id, p.kana_key, s.state as sharing
          from scope
          join view.patient p on p.patient_id = scope.patient_id
          join view.sharing s on s.patient_id = scope.patient_id
         where (s.state = 'SHARED' or scope.edits) and %1$s
        union all
        select p.patient_id, p.kana_key, 'PROVISIONAL'
          from view.provisional v join view.patient p on p.patient_id = v.patient_id
         where v.registrar_id = :me and %1$s
           and not exists (select 1 from view.sharing n where n.patient_id = v.patient_id)),
      """;

  private static final String FROM_INDEX =
      """
      with hit as materialized (
        select p.patient_id, p.kana_key from view.patient p where %2$s and %1$s),
      scope as materialized (
        select r.patient_id, bool_or('EDIT_BASIC' = any (r.rights)) as edits
          from hit join view.reach r on r.patient_id = hit.patient_id
         where r.account_id = :me and :today between r.valid_from and r.valid_to
         group by r.patient_id),
      matched as materialized (
        select hit.patient_id, hit.kana_key, s.state as sharing
          from scope
          join hit on hit.patient_id = scope.patient_id
          join view.sharing s on s.patient_id = scope.patient_id
         where s.state = 'SHARED' or scope.edits
        union all
        select hit.patient_id, hit.kana_key, 'PROVISIONAL'
          from hit join view.provisional v on v.patient_id = hit.patient_id
         where v.registrar_id = :me
           and not exists (select 1 from view.sharing n where n.patient_id = v.patient_id)),
      """;

  private static final String ALL =
      """
      candidate as not materialized (select m.*, 0::bigint as matches from matched m),
      """;

  private static final String PAGE_BY_KANA =
      """
      candidate as materialized (
        select m.*, count(*) over () as matches
          from matched m order by m.kana_key, m.patient_id
         offset :offset limit :limit),
      """;

  /** For a whole list: read once. The planner would look up each of tens of thousands. */
  private static final String RECEIPTS_AT_ONCE =
      """
      receipt as materialized (
        select r.document_id, r.version
          from view.document_receipt r where r.account_id = :me),
      """;

  private static final String RECEIPTS_ONE_BY_ONE =
      """
      receipt as not materialized (
        select r.document_id, r.version
          from view.document_receipt r where r.account_id = :me),
      """;

  /** LS-04, PT-10. Documents for the whole team are counted from the index alone. */
  private static final String RANKED =
      """
      unread as materialized (
        select fresh.patient_id, least(count(*), :most)::integer as documents
          from (
            select t.patient_id
              from candidate c join view.timeline_entry t on t.patient_id = c.patient_id
             where c.sharing <> 'STOPPED' and t.state = 'CONFIRMED' and t.scope = 'TEAM'
               and t.editor_id <> :me
               and not exists (
                 select 1 from receipt r
                  where r.document_id = t.document_id and r.version >= t.version)
            union all
            select t.patient_id
              from candidate c join view.timeline_entry t on t.patient_id = c.patient_id
             where c.sharing <> 'STOPPED' and t.state = 'CONFIRMED' and t.scope <> 'TEAM'
               and t.editor_id <> :me and %1$s
               and not exists (
                 select 1 from receipt r
                  where r.document_id = t.document_id and r.version >= t.version)) fresh
         group by fresh.patient_id),
      ranked as (
        select c.patient_id, c.kana_key, c.sharing, coalesce(u.documents, 0) as unread,
               latest.document_id, latest.version, latest.recorded_at, latest.profession,
               greatest(c.matches, count(*) over ()) as total
          from candidate c
          left join unread u on u.patient_id = c.patient_id
          left join lateral (
            select t.document_id, t.version, t.recorded_at, t.profession
              from view.timeline_entry t
             where t.patient_id = c.patient_id and t.state = 'CONFIRMED'
               and c.sharing <> 'STOPPED' and %1$s
             order by t.recorded_at desc
             limit 1) latest on true
         where not :unreadOnly or u.documents > 0
         %%s)
      select ranked.*, p.name, p.kana, p.gender, p.birth_date, p.phone, p.physician, p.care_level,
             p.care_level_to, dv.sealed_article
        from ranked
        join view.patient p on p.patient_id = ranked.patient_id
        left join view.document_version dv
          on dv.document_id = ranked.document_id and dv.version = ranked.version
      """
          .formatted(Viewer.SEES);

  private static final String UNREAD_FIRST =
      " order by ranked.unread > 0 desc, ranked.recorded_at desc nulls last, ranked.kana_key,"
          + " ranked.patient_id";

  private static final String UNREAD_FIRST_PAGE =
      """
      order by coalesce(u.documents, 0) > 0 desc, latest.recorded_at desc nulls last, c.kana_key,
        c.patient_id\
      """;

  private static final String BY_KANA = " order by ranked.kana_key, ranked.patient_id";

  private final JdbcClient jdbc;
  private final TeamAccess access;

  PatientSearch(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /** Rows in order, and how many the same filter has in all. */
  record Found(List<Patient> patients, int total) {}

  record Patient(
      String patientId,
      SharingState sharing,
      int unread,
      @Nullable String latestDocument,
      @Nullable Instant latestAt,
      String latestProfession,
      byte @Nullable [] latestArticle,
      String name,
      String kana,
      String gender,
      LocalDate birthDate,
      String phone,
      String physician,
      String careLevel,
      LocalDate careLevelTo,
      int total) {}

  Found find(ListPatients query, Viewer viewer, int offset, int limit) {
    Found found = find(query, viewer, PatientCondition.Kana.EXACT, offset, limit);
    boolean triedAll = !(SearchText.understand(query.text()) instanceof SearchText.Kana);
    return found.total() > 0 || triedAll
        ? found
        : find(query, viewer, PatientCondition.Kana.LOOSE, offset, limit);
  }

  private Found find(
      ListPatients query, Viewer viewer, PatientCondition.Kana kana, int offset, int limit) {
    PatientCondition condition = PatientCondition.of(query, kana, access.today());
    boolean manyTeams = hasManyTeams(viewer);
    boolean fromIndex = manyTeams && !condition.indexed().isEmpty();
    String matched =
        (fromIndex ? FROM_INDEX : FROM_TEAMS).formatted(condition.exact(), condition.indexed());
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.putAll(condition.parameters());
    parameters.put("today", access.today());
    parameters.put("most", MOST_UNREAD);
    parameters.put("unreadOnly", query.unreadOnly());
    if (manyTeams && !query.unreadOnly()) {
      Found byKana =
          found(
              matched + PAGE_BY_KANA + RECEIPTS_ONE_BY_ONE + RANKED.formatted("") + BY_KANA,
              parameters,
              offset,
              limit);
      if (byKana.total() > MOST_RANKED) {
        return byKana;
      }
    }
    String page = UNREAD_FIRST_PAGE + " offset :offset limit :limit";
    String receipts = condition.indexed().isEmpty() ? RECEIPTS_AT_ONCE : RECEIPTS_ONE_BY_ONE;
    return found(
        matched + ALL + receipts + RANKED.formatted(page) + UNREAD_FIRST,
        parameters,
        offset,
        limit);
  }

  private Found found(String sql, Map<String, Object> parameters, int offset, int limit) {
    List<Patient> patients = rows(sql, parameters, offset, limit);
    if (patients.isEmpty() && offset > 0) {
      List<Patient> first = rows(sql, parameters, 0, 1);
      return new Found(List.of(), first.isEmpty() ? 0 : first.getFirst().total());
    }
    return new Found(patients, patients.isEmpty() ? 0 : patients.getFirst().total());
  }

  private List<Patient> rows(String sql, Map<String, Object> parameters, int offset, int limit) {
    return jdbc.sql(sql)
        .params(parameters)
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> patient(row))
        .list();
  }

  private boolean hasManyTeams(Viewer viewer) {
    return jdbc.sql(TEAMS)
            .param("me", viewer.accountId())
            .param("many", MANY_TEAMS)
            .query(Integer.class)
            .single()
        >= MANY_TEAMS;
  }

  private static Patient patient(ResultSet row) throws SQLException {
    OffsetDateTime latest = row.getObject("recorded_at", OffsetDateTime.class);
    String profession = row.getString("profession");
    return new Patient(
        row.getString("patient_id"),
        SharingState.valueOf(row.getString("sharing")),
        row.getInt("unread"),
        row.getString("document_id"),
        latest == null ? null : latest.toInstant(),
        profession == null ? "" : profession,
        row.getBytes("sealed_article"),
        row.getString("name"),
        row.getString("kana"),
        row.getString("gender"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("phone"),
        row.getString("physician"),
        row.getString("care_level"),
        row.getObject("care_level_to", LocalDate.class),
        row.getInt("total"));
  }
}
