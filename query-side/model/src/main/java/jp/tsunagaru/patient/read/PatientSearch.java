package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.japanese.SearchText;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.SharingState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

  /** About how many teams; the gaps between this and {@code view.reach} decide nothing. */
  private static final String TEAMS =
      """
      select count(*) from (
        select 1 from view.membership where account_id = :me and ended_at is null
        union all
        select 1 from view.group_member g join view.membership m on m.group_id = g.group_id
         where g.account_id = :me and m.ended_at is null
        limit :many) teams
      """;

  private static final String FROM_TEAMS =
      """
      with scope as materialized (
        select r.patient_id, bool_or('EDIT_BASIC' = any (r.rights)) as edits
          from view.reach r
         where r.account_id = :me and :today between r.valid_from and r.valid_to
         group by r.patient_id)
      select p.patient_id, p.kana_key, s.state as sharing, 0 as total
        from scope
        join view.patient p on p.patient_id = scope.patient_id
        join view.sharing s on s.patient_id = scope.patient_id
       where (s.state in ('SHARED', 'ENDED') or s.state = 'STOPPED' and scope.edits) and %1$s
      union all
      select p.patient_id, p.kana_key, 'PROVISIONAL', 0
        from view.provisional v join view.patient p on p.patient_id = v.patient_id
       where v.registrar_id = :me and %1$s
         and not exists (select 1 from view.sharing n where n.patient_id = v.patient_id)
      """;

  private static final String FROM_INDEX =
      """
      with hit as materialized (
        select p.patient_id, p.kana_key from view.patient p where %2$s and %1$s),
      scope as materialized (
        select r.patient_id, bool_or('EDIT_BASIC' = any (r.rights)) as edits
          from hit join view.reach r on r.patient_id = hit.patient_id
         where r.account_id = :me and :today between r.valid_from and r.valid_to
         group by r.patient_id)
      select hit.patient_id, hit.kana_key, s.state as sharing, 0 as total
        from scope
        join hit on hit.patient_id = scope.patient_id
        join view.sharing s on s.patient_id = scope.patient_id
       where s.state in ('SHARED', 'ENDED') or s.state = 'STOPPED' and scope.edits
      union all
      select hit.patient_id, hit.kana_key, 'PROVISIONAL', 0
        from hit join view.provisional v on v.patient_id = hit.patient_id
       where v.registrar_id = :me
         and not exists (select 1 from view.sharing n where n.patient_id = v.patient_id)
      """;

  /**
   * Of many it is looked one by one who is seen, in the order of the page and no farther than the
   * count needs. When all can be ranked all are given, otherwise the page.
   */
  private static final String BY_KANA =
      """
      with hit as %3$s (
        select p.patient_id, p.kana_key from view.patient p where %2$s and %1$s %5$s),
      matched as materialized (
        select hit.patient_id, hit.kana_key, seen.sharing
          from hit cross join lateral (%4$s) seen
         order by hit.kana_key, hit.patient_id
         limit %6$d),
      counted as materialized (select count(*) as total from matched)
      select matched.*, counted.total
        from matched cross join counted
       order by matched.kana_key, matched.patient_id
      offset (select case when total > :ranked then :offset else 0 end from counted)
       limit (select case when total > :ranked then :limit else :ranked end from counted)
      """;

  private static final String SEEN =
      """
      select s.state as sharing from view.sharing s
       where s.patient_id = hit.patient_id
         and exists (
           select 1 from view.reach r
            where r.patient_id = hit.patient_id and r.account_id = :me
              and (s.state in ('SHARED', 'ENDED')
                or s.state = 'STOPPED' and 'EDIT_BASIC' = any (r.rights))
              and :today between r.valid_from and r.valid_to)
      union all
      select 'PROVISIONAL' from view.provisional v
       where v.patient_id = hit.patient_id and v.registrar_id = :me
         and not exists (select 1 from view.sharing n where n.patient_id = v.patient_id)\
      """;

  /**
   * LS-04: neither one's own nor shown in this version. Looked up row by row, from indexes alone.
   */
  private static final String NEWS =
      """
      t.state = 'CONFIRMED' and t.editor_id <> :me
        and coalesce((
          select r.version from view.document_receipt r
           where r.account_id = :me and r.document_id = t.document_id), 0) < t.version\
      """;

  private static final String RANKED =
      """
      with ranked as (
        select c.patient_id, c.kana_key, c.sharing, first.stamp as first_stamp,
               first.document_id as first_document,
               first.stamp is not null or narrow.news is not null as unread,
               coalesce(narrow.news, false) as narrow_news,
               latest.document_id, latest.version, latest.recorded_at, latest.profession
          from (
            select m.patient_id, m.kana_key, m.sharing,
                   case when known.hold then m.stamp else 0 end as stamp,
                   case when known.hold then m.document_id else '' end as document_id
              from unnest(cast(:patients as text[]), cast(:kanaKeys as text[]),
                          cast(:sharings as text[]), cast(:stamps as bigint[]),
                          cast(:documents as text[]))
                  as m (patient_id, kana_key, sharing, stamp, document_id),
                (select cast(:table as bigint) = 'view.timeline_entry'::regclass::oid::bigint)
                  as known (hold)) c
          left join lateral (
            select t.stamp, t.document_id from view.timeline_entry t
             where t.patient_id = c.patient_id and c.sharing <> 'STOPPED' and t.scope = 'TEAM'
               and (t.stamp, t.document_id) >= (c.stamp, c.document_id)
               and %2$s
             order by t.stamp, t.document_id limit 1) first on true
          left join lateral (
            select true as news from view.timeline_entry t
             where t.patient_id = c.patient_id and c.sharing <> 'STOPPED' and t.scope <> 'TEAM'
               and %1$s and %2$s
             limit 1) narrow on true
          left join lateral (
            select t.document_id, t.version, t.recorded_at, t.profession
              from view.timeline_entry t
             where t.patient_id = c.patient_id and t.state = 'CONFIRMED'
               and c.sharing <> 'STOPPED' and %1$s
             order by t.recorded_at desc
             limit 1) latest on true)
      select ranked.*,
             'view.timeline_entry'::regclass::oid::bigint as documents,
             pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
        from ranked
       where not :unreadOnly or ranked.unread
      """
          .formatted(Viewer.SEES, NEWS);

  private static final String UNREAD_FIRST =
      " order by ranked.unread desc, ranked.recorded_at desc nulls last, ranked.kana_key,"
          + " ranked.patient_id";

  private static final String IN_ORDER_OF_KANA = " order by ranked.kana_key, ranked.patient_id";

  /** What a page says of its patients. The count ends where nobody counts any more. */
  private static final String ROWS =
      """
      select p.patient_id, p.name, p.kana, p.gender, p.birth_date, p.phone, p.physician,
             p.care_level, p.care_level_to, dv.sealed_article, dv.form_version,
             least(:most,
               case when page.since is null then 0 else (
                 select count(*) from (
                   select 1 from view.timeline_entry t
                    where t.patient_id = page.patient_id and t.scope = 'TEAM'
                      and (t.stamp, t.document_id) >= (page.since, page.first) and %2$s
                    order by t.stamp, t.document_id limit :most) everybodys) end
               + case when not page.narrow_news then 0 else (
                 select count(*) from (
                   select 1 from view.timeline_entry t
                    where t.patient_id = page.patient_id and t.scope <> 'TEAM'
                      and %1$s and %2$s
                    limit :most) narrower) end) as unread
        from unnest(cast(:patients as text[]), cast(:since as bigint[]), cast(:first as text[]),
                    cast(:narrow as boolean[]), cast(:documents as text[]),
                    cast(:versions as bigint[])) with ordinality
          as page (patient_id, since, first, narrow_news, document_id, version, place)
        join view.patient p on p.patient_id = page.patient_id
        left join view.document_version dv
          on dv.document_id = page.document_id and dv.version = page.version
       order by page.place
      """
          .formatted(Viewer.SEES, NEWS);

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final TeamAccess access;
  private final ReadMarks marks;

  PatientSearch(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      TeamAccess access,
      ReadMarks marks) {
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.access = access;
    this.marks = marks;
  }

  /** Rows in order, and how many the same filter has in all; see {@link PatientList#total}. */
  record Found(List<Patient> patients, int total) {}

  record Patient(
      String patientId,
      SharingState sharing,
      int unread,
      @Nullable String latestDocument,
      @Nullable Instant latestAt,
      String latestProfession,
      byte @Nullable [] latestArticle,
      @Nullable String latestForm,
      String name,
      String kana,
      String gender,
      LocalDate birthDate,
      String phone,
      String physician,
      String careLevel,
      LocalDate careLevelTo) {}

  /**
   * @param total of all that were found, where not all are given
   */
  private record Candidate(String patientId, String kanaKey, String sharing, int total) {}

  /**
   * A patient's place in the list.
   *
   * @param first the first document for the whole team that is unread
   * @param narrowNews whether a document for some of the team is unread
   */
  private record Ranked(
      String patientId,
      SharingState sharing,
      ReadMarks.@Nullable Mark first,
      boolean narrowNews,
      @Nullable String latestDocument,
      @Nullable Long latestVersion,
      @Nullable Instant latestAt,
      String latestProfession,
      long table,
      long horizon) {
    @Nullable Long firstStamp() {
      return first == null ? null : first.stamp();
    }

    @Nullable String firstDocument() {
      return first == null ? null : first.documentId();
    }
  }

  /** Counts no farther than anybody reads, which is always one beyond the page. */
  Found find(ListPatients query, Viewer viewer, int offset, int limit) {
    int counted = Math.max(PatientList.MOST_COUNTED, offset + limit) + 1;
    return read(() -> find(query, viewer, counted, offset, limit));
  }

  Found findAndCountAll(ListPatients query, Viewer viewer, int limit) {
    return read(() -> find(query, viewer, Integer.MAX_VALUE, 0, limit));
  }

  private Found read(Supplier<Found> found) {
    return Objects.requireNonNull(reading.execute(status -> found.get()));
  }

  private Found find(ListPatients query, Viewer viewer, int counted, int offset, int limit) {
    Found found = find(query, viewer, PatientCondition.Kana.EXACT, counted, offset, limit);
    boolean triedAll = !(SearchText.understand(query.text()) instanceof SearchText.Kana);
    return found.total() > 0 || triedAll
        ? found
        : find(query, viewer, PatientCondition.Kana.LOOSE, counted, offset, limit);
  }

  private Found find(
      ListPatients query,
      Viewer viewer,
      PatientCondition.Kana kana,
      int counted,
      int offset,
      int limit) {
    PatientCondition condition = PatientCondition.of(query, kana, access.today());
    boolean manyTeams = hasManyTeams(viewer);
    boolean fromIndex = manyTeams && !condition.indexed().isEmpty();
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.putAll(condition.parameters());
    parameters.put("today", access.today());
    planned(manyTeams ? "force_custom_plan" : "force_generic_plan");
    if (manyTeams && !query.unreadOnly()) {
      return byKana(viewer, condition, fromIndex, parameters, counted, offset, limit);
    }
    List<Candidate> candidates =
        candidates(
            (fromIndex ? FROM_INDEX : FROM_TEAMS).formatted(condition.exact(), condition.indexed()),
            parameters);
    return whole(viewer, candidates, query.unreadOnly(), offset, limit);
  }

  /**
   * From a few teams everything is looked up by key, and making a plan costs as much as carrying it
   * out. Of many, it matters how common the text is.
   */
  private void planned(String mode) {
    jdbc.sql("set local plan_cache_mode = " + mode).update();
  }

  private Found byKana(
      Viewer viewer,
      PatientCondition condition,
      boolean fromIndex,
      Map<String, Object> parameters,
      int counted,
      int offset,
      int limit) {
    String sql =
        BY_KANA.formatted(
            condition.exact(),
            fromIndex ? condition.indexed() : "true",
            fromIndex ? "materialized" : "not materialized",
            SEEN,
            // Told here too, so that what is found is put in order before it is looked through.
            fromIndex ? "order by p.kana_key, p.patient_id" : "",
            counted);
    parameters.put("ranked", MOST_RANKED);
    parameters.put("offset", offset);
    parameters.put("limit", limit);
    List<Candidate> candidates = candidates(sql, parameters);
    if (candidates.isEmpty() && offset > 0) {
      parameters.put("offset", 0);
      parameters.put("limit", 1);
      candidates = candidates(sql, parameters);
      return new Found(List.of(), candidates.isEmpty() ? 0 : candidates.getFirst().total());
    }
    int total = candidates.isEmpty() ? 0 : candidates.getFirst().total();
    return total > MOST_RANKED
        ? new Found(rows(viewer, ranked(viewer, candidates, false, IN_ORDER_OF_KANA)), total)
        : whole(viewer, candidates, false, offset, limit);
  }

  /** All places, which also tells how far the viewer has read with each patient. */
  private Found whole(
      Viewer viewer, List<Candidate> candidates, boolean unreadOnly, int offset, int limit) {
    List<Ranked> ranked = ranked(viewer, candidates, unreadOnly, UNREAD_FIRST);
    if (!ranked.isEmpty()) {
      Map<String, ReadMarks.Mark> found = new HashMap<>();
      for (Ranked each : ranked) {
        if (each.sharing() != SharingState.STOPPED) {
          ReadMarks.Mark first = each.first();
          // A transaction that is still running may yet write before a document of its own.
          found.put(
              each.patientId(),
              first != null && first.stamp() < each.horizon()
                  ? first
                  : new ReadMarks.Mark(each.horizon(), ""));
        }
      }
      marks.found(viewer.accountId(), ranked.getFirst().table(), found);
    }
    int from = Math.min(offset, ranked.size());
    int to = Math.min(from + limit, ranked.size());
    return new Found(rows(viewer, ranked.subList(from, to)), ranked.size());
  }

  private List<Candidate> candidates(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql)
        .params(parameters)
        .query((row, number) ->
            new Candidate(
                row.getString("patient_id"),
                row.getString("kana_key"),
                row.getString("sharing"),
                row.getInt("total")))
        .list();
  }

  private List<Ranked> ranked(
      Viewer viewer, List<Candidate> candidates, boolean unreadOnly, String order) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    planned("force_generic_plan");
    ReadMarks.Marks known = marks.of(viewer.accountId());
    List<ReadMarks.Mark> read =
        candidates.stream()
            .map(each -> known.ofPatients().getOrDefault(each.patientId(), ReadMarks.Mark.NONE))
            .toList();
    return jdbc.sql(RANKED + order)
        .params(viewer.parameters())
        .param("unreadOnly", unreadOnly)
        .param("table", known.table())
        .param("patients", candidates.stream().map(Candidate::patientId).toArray(String[]::new))
        .param("kanaKeys", candidates.stream().map(Candidate::kanaKey).toArray(String[]::new))
        .param("sharings", candidates.stream().map(Candidate::sharing).toArray(String[]::new))
        .param("stamps", read.stream().map(ReadMarks.Mark::stamp).toArray(Long[]::new))
        .param("documents", read.stream().map(ReadMarks.Mark::documentId).toArray(String[]::new))
        .query((row, number) -> ranked(row))
        .list();
  }

  private List<Patient> rows(Viewer viewer, List<Ranked> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    Map<String, Ranked> places =
        page.stream().collect(Collectors.toMap(Ranked::patientId, Function.identity()));
    return jdbc.sql(ROWS)
        .params(viewer.parameters())
        .param("most", MOST_UNREAD)
        .param("patients", page.stream().map(Ranked::patientId).toArray(String[]::new))
        .param("since", page.stream().map(Ranked::firstStamp).toArray(Long[]::new))
        .param("first", page.stream().map(Ranked::firstDocument).toArray(String[]::new))
        .param("narrow", page.stream().map(Ranked::narrowNews).toArray(Boolean[]::new))
        .param("documents", page.stream().map(Ranked::latestDocument).toArray(String[]::new))
        .param("versions", page.stream().map(Ranked::latestVersion).toArray(Long[]::new))
        .query((row, number) ->
            patient(row, Objects.requireNonNull(places.get(row.getString("patient_id")))))
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

  private static Ranked ranked(ResultSet row) throws SQLException {
    OffsetDateTime latest = row.getObject("recorded_at", OffsetDateTime.class);
    String profession = row.getString("profession");
    String firstDocument = row.getString("first_document");
    return new Ranked(
        row.getString("patient_id"),
        SharingState.valueOf(row.getString("sharing")),
        firstDocument == null
            ? null
            : new ReadMarks.Mark(row.getLong("first_stamp"), firstDocument),
        row.getBoolean("narrow_news"),
        row.getString("document_id"),
        row.getObject("version", Long.class),
        latest == null ? null : latest.toInstant(),
        profession == null ? "" : profession,
        row.getLong("documents"),
        row.getLong("horizon"));
  }

  private static Patient patient(ResultSet row, Ranked place) throws SQLException {
    return new Patient(
        place.patientId(),
        place.sharing(),
        row.getInt("unread"),
        place.latestDocument(),
        place.latestAt(),
        place.latestProfession(),
        row.getBytes("sealed_article"),
        row.getString("form_version"),
        row.getString("name"),
        row.getString("kana"),
        row.getString("gender"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("phone"),
        row.getString("physician"),
        row.getString("care_level"),
        row.getObject("care_level_to", LocalDate.class));
  }
}
