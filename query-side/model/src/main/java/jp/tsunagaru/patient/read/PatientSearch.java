package jp.tsunagaru.patient.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
        cross join lateral (
          select n.state from view.sharing n where n.patient_id = scope.patient_id %3$s) s
        join view.patient p on p.patient_id = scope.patient_id
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

  /**
   * What {@code view.reach} says of one patient and the account, which is asked thousands of times
   * for a page: one look at the team of each, since the groups of the account are known.
   */
  private static final String SEEN =
      """
      select s.state as sharing
        from view.sharing s cross join lateral (
          select m.rights from view.membership m
           where m.patient_id = hit.patient_id and m.ended_at is null
             and (m.account_id = :me or m.group_id = any (cast(:groups as text[])))
             and :today between m.valid_from and m.valid_to
             and (s.state <> 'STOPPED' or 'EDIT_BASIC' = any (m.rights))
             and not exists (select 1 from view.closed d where d.patient_id = m.patient_id)
          union all
          select t.rights from view.retained t
           where t.patient_id = hit.patient_id and t.account_id = :me and :today <= t.valid_to
             and (s.state <> 'STOPPED' or 'EDIT_BASIC' = any (t.rights))
          limit 1) reached
       where s.patient_id = hit.patient_id and s.state in ('SHARED', 'ENDED', 'STOPPED')
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
             (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as horizon
        from ranked
       where not :unreadOnly or ranked.unread
      """
          .formatted(Viewer.SEES, NEWS);

  private static final String UNREAD_FIRST =
      " order by ranked.unread desc, ranked.recorded_at desc nulls last, ranked.kana_key,"
          + " ranked.patient_id";

  private static final String IN_ORDER_OF_KANA = " order by ranked.kana_key, ranked.patient_id";

  /**
   * What a page says of its patients. The count ends where nobody counts any more; of what was
   * counted before, only the documents that were unread are looked at again.
   */
  private static final String ROWS =
      """
      with known as materialized (
        select k.patient_id, count(*) as number,
               array_agg(t.stamp order by t.stamp, t.document_id) as stamps,
               array_agg(t.document_id order by t.stamp, t.document_id) as documents
          from unnest(cast(:unreadOf as text[]), cast(:unreadStamps as bigint[]),
                      cast(:unreadDocuments as text[])) as k (patient_id, stamp, document_id)
          join view.timeline_entry t
            on t.patient_id = k.patient_id and t.stamp = k.stamp
              and t.document_id = k.document_id and t.scope = 'TEAM'
         where %2$s
         group by k.patient_id)
      select p.patient_id, p.name, p.kana, p.gender, p.birth_date, p.phone, p.physician,
             p.care_level, p.care_level_to, dv.sealed_article, dv.form_version,
             known.stamps || fresh.stamps as stamps,
             known.documents || fresh.documents as documents,
             case when not page.narrow_news then 0 else (
               select count(*) from (
                 select 1 from view.timeline_entry t
                  where t.patient_id = page.patient_id and t.scope <> 'TEAM'
                    and %1$s and %2$s
                  limit :most) narrower) end as narrower,
             (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as horizon
        from unnest(cast(:patients as text[]), cast(:since as bigint[]), cast(:first as text[]),
                    cast(:narrow as boolean[]), cast(:documents as text[]),
                    cast(:versions as bigint[])) with ordinality
          as page (patient_id, since, first, narrow_news, document_id, version, place)
        join view.patient p on p.patient_id = page.patient_id
        left join view.document_version dv
          on dv.document_id = page.document_id and dv.version = page.version
        left join known on known.patient_id = page.patient_id
        left join lateral (
          select array_agg(n.stamp order by n.stamp, n.document_id) as stamps,
                 array_agg(n.document_id order by n.stamp, n.document_id) as documents
            from (
              select t.stamp, t.document_id from view.timeline_entry t
               where t.patient_id = page.patient_id and t.scope = 'TEAM'
                 and page.since is not null
                 and (t.stamp, t.document_id) >= (page.since, page.first) and %2$s
               order by t.stamp, t.document_id
               limit greatest(0, :most - coalesce(known.number, 0))) n) fresh on true
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
    /**
     * Nothing before it is unread, or will be: a transaction that is still running may yet write
     * before the first document that can be seen.
     */
    ReadMarks.Mark settled() {
      ReadMarks.Mark running = new ReadMarks.Mark(horizon, "");
      return first != null && first.compareTo(running) < 0 ? first : running;
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
    planned("force_generic_plan");
    boolean manyTeams = hasManyTeams(viewer);
    boolean fromIndex = manyTeams && !condition.indexed().isEmpty();
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.putAll(condition.parameters());
    parameters.put("today", access.today());
    if (manyTeams) {
      planned("force_custom_plan");
    }
    if (manyTeams && !query.unreadOnly()) {
      return byKana(viewer, condition, fromIndex, parameters, counted, offset, limit);
    }
    List<Candidate> candidates =
        candidates(
            (fromIndex ? FROM_INDEX : FROM_TEAMS)
                .formatted(
                    condition.exact(),
                    condition.indexed(),
                    // Of few, each is looked up: the planner would rather read the whole city.
                    manyTeams ? "" : "offset 0"),
            parameters);
    if (manyTeams) {
      planned("force_generic_plan");
    }
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
    planned("force_generic_plan");
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
          found.put(each.patientId(), each.settled());
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
    ReadMarks.Marks known = marks.of(viewer.accountId());
    List<ReadMarks.Mark> read =
        candidates.stream().map(each -> known.of(each.patientId())).toList();
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
    long table = page.getFirst().table();
    ReadMarks.Marks known = marks.of(viewer.accountId());
    Map<String, ReadMarks.Unread> counted = known.table() == table ? known.counted() : Map.of();
    Map<String, Ranked> places = new HashMap<>();
    List<ReadMarks.@Nullable Mark> since = new ArrayList<>();
    List<String> unreadOf = new ArrayList<>();
    List<ReadMarks.Mark> unread = new ArrayList<>();
    Map<String, ReadMarks.Unread> found = new HashMap<>();
    for (Ranked each : page) {
      places.put(each.patientId(), each);
      if (each.first() == null) {
        since.add(null);
        if (each.sharing() != SharingState.STOPPED) {
          found.put(each.patientId(), ReadMarks.Unread.before(each.settled(), List.of()));
        }
        continue;
      }
      ReadMarks.Unread before =
          counted.getOrDefault(each.patientId(), ReadMarks.Unread.NONE).from(each.settled());
      since.add(before.until());
      for (ReadMarks.Mark document : before.documents()) {
        unreadOf.add(each.patientId());
        unread.add(document);
      }
    }
    List<Patient> rows =
        jdbc.sql(ROWS)
            .params(viewer.parameters())
            .param("most", MOST_UNREAD)
            .param("patients", page.stream().map(Ranked::patientId).toArray(String[]::new))
            .param("since", since.stream().map(PatientSearch::stamp).toArray(Long[]::new))
            .param("first", since.stream().map(PatientSearch::document).toArray(String[]::new))
            .param("narrow", page.stream().map(Ranked::narrowNews).toArray(Boolean[]::new))
            .param("documents", page.stream().map(Ranked::latestDocument).toArray(String[]::new))
            .param("versions", page.stream().map(Ranked::latestVersion).toArray(Long[]::new))
            .param("unreadOf", unreadOf.toArray(String[]::new))
            .param("unreadStamps", unread.stream().map(PatientSearch::stamp).toArray(Long[]::new))
            .param(
                "unreadDocuments",
                unread.stream().map(PatientSearch::document).toArray(String[]::new))
            .query((row, number) -> {
              Ranked place = Objects.requireNonNull(places.get(row.getString("patient_id")));
              List<ReadMarks.Mark> news = news(row);
              if (place.first() != null) {
                found.put(place.patientId(), counted(news, row.getLong("horizon")));
              }
              return patient(row, place, news.size());
            })
            .list();
    marks.counted(viewer.accountId(), table, found);
    return rows;
  }

  /** Documents of the whole team, unread, in order. */
  private static List<ReadMarks.Mark> news(ResultSet row) throws SQLException {
    Array stamps = row.getArray("stamps");
    if (stamps == null) {
      return List.of();
    }
    Long[] at = (Long[]) stamps.getArray();
    String[] documents = (String[]) row.getArray("documents").getArray();
    List<ReadMarks.Mark> news = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      news.add(new ReadMarks.Mark(at[i], documents[i]));
    }
    return news;
  }

  /** Where the count ended early, it ends with the last one next time too. */
  private static ReadMarks.Unread counted(List<ReadMarks.Mark> news, long horizon) {
    ReadMarks.Mark until = new ReadMarks.Mark(horizon, "");
    if (news.size() >= MOST_UNREAD && news.getLast().compareTo(until) < 0) {
      until = news.getLast();
    }
    return ReadMarks.Unread.before(until, news);
  }

  private static @Nullable Long stamp(ReadMarks.@Nullable Mark mark) {
    return mark == null ? null : mark.stamp();
  }

  private static @Nullable String document(ReadMarks.@Nullable Mark mark) {
    return mark == null ? null : mark.documentId();
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

  private static Patient patient(ResultSet row, Ranked place, int unreadByAll) throws SQLException {
    return new Patient(
        place.patientId(),
        place.sharing(),
        Math.min(MOST_UNREAD, unreadByAll + row.getInt("narrower")),
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
