package jp.tsunagaru.audit.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AccessResult;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.kernel.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The rows of the access history, what was seen and what was changed in one order. Pages go on at a
 * place, so none costs more than the first: each of the two streams is asked for a page of its own,
 * in the order of an index, and the two are put together.
 */
@Component
class AccessLog {
  private static final String MARKS =
      Arrays.stream(AccessMark.values())
          .map(mark -> MarkRules.condition(mark) + " as mark_" + mark.name())
          .collect(Collectors.joining(", "));

  /** What somebody looked at, or what somebody wrote; the same columns of both. */
  private enum Stream {
    SEEN(
        """
        select l.position, l.event_id, l.at, l.account_id, l.facility_id, l.patient_id, l.action,
               l.result, l.kind, l.profession, l.roles, l.session, l.address, l.factors,
               l.documents, l.attachment_id, l.results, l.consent_id, l.grant_id, l.group_id,
               l.right_used, l.break_glass_id, l.purpose, l.term_hash, l.grounded, l.looked_at,
               l.basis, '' as object_id, '' as aggregate_id, 0::bigint as sequence,
               false as change
          from view.access_log l\
        """,
        "view.access_log_document"),
    CHANGED(
        """
        select l.* from (
          select position, event_id, at, account_id, facility_id, patient_id, action,
                 'ALLOWED' as result, kind, profession, roles, session, address, factors,
                 documents, attachment_id, -1 as results, consent_id, grant_id, group_id,
                 right_used, break_glass_id, '' as purpose, '' as term_hash, grounded,
                 null::timestamptz as looked_at, '' as basis, object_id, aggregate_id, sequence,
                 true as change
            from view.deed) l\
        """,
        "view.deed_document");

    private final String rows;
    private final String documents;

    Stream(String rows, String documents) {
      this.rows = rows;
      this.documents = documents;
    }

    boolean change() {
      return this == CHANGED;
    }
  }

  /** PT-09: one person, whichever of the merged records was opened. */
  private static final String RECORDS =
      """
      select cast(:patientId as text)
      union all select m.patient_id from view.patient_merge m where m.main_id = :patientId
      union all select m.main_id from view.patient_merge m where m.patient_id = :patientId\
      """;

  /** A sign-in happens before the hat is on: its facility is told by the account. */
  private static final String WORN_OR_OWN =
      "(l.facility_id = :facilityId or l.facility_id = '' and l.account_id in"
          + " (select a.account_id from view.account a where a.facility_id = :facilityId))";

  private final JdbcClient jdbc;
  private final MarkRules rules;

  AccessLog(JdbcClient jdbc, MarkRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /**
   * @param aggregateId with the sequence, where a change stands in the store
   */
  record Row(
      long position, String aggregateId, long sequence, Access access, Set<AccessMark> marks) {
    AccessCursor cursor() {
      return new AccessCursor(access.at(), access.kind().change(), position);
    }
  }

  /** Newest first. */
  List<Row> before(AccessFilter filter, @Nullable AccessCursor before, int limit) {
    return page(streams(filter), filter, before, limit, false);
  }

  /** Newest first, without what was changed. */
  List<Row> seenBefore(AccessFilter filter, @Nullable AccessCursor before, int limit) {
    return page(List.of(Stream.SEEN), filter, before, limit, false);
  }

  /** Oldest first. */
  List<Row> after(AccessFilter filter, @Nullable AccessCursor after, int limit) {
    return page(streams(filter), filter, after, limit, true);
  }

  /** What can hold something of the kind that is asked for. */
  private static List<Stream> streams(AccessFilter filter) {
    AccessKind kind = filter.kind();
    if (kind != null) {
      return List.of(kind.change() ? Stream.CHANGED : Stream.SEEN);
    }
    AccessMark mark = filter.mark();
    return filter.result() == AccessResult.REFUSED
            || mark == AccessMark.REFUSED
            || mark == AccessMark.NOT_IN_TEAM
        ? List.of(Stream.SEEN)
        : List.of(Stream.values());
  }

  private List<Row> page(
      List<Stream> streams,
      AccessFilter filter,
      @Nullable AccessCursor cursor,
      int limit,
      boolean oldestFirst) {
    String direction = oldestFirst ? "asc" : "desc";
    String parts =
        streams.stream()
            .map(stream -> {
              String table = table(filter);
              return "("
                  + from(stream, filter)
                  + (cursor == null ? "" : beyond(stream, table, cursor.change(), oldestFirst))
                  + " order by %1$s.at %2$s, %1$s.position %2$s limit :limit)"
                      .formatted(table, direction);
            })
            .collect(Collectors.joining(" union all "));
    StatementSpec statement =
        jdbc.sql(
            "select l.*, "
                + MARKS
                + " from ("
                + parts
                + ") l order by l.at %1$s, l.change %1$s, l.position %1$s limit :limit"
                    .formatted(direction));
    if (cursor != null) {
      statement =
          statement.param("cursorAt", at(cursor.at())).param("cursorPosition", cursor.position());
    }
    return bound(statement, filter).param("limit", limit).query((row, n) -> row(row)).list();
  }

  private static String table(AccessFilter filter) {
    return filter.documentId().isEmpty() ? "l" : "d";
  }

  /** Behind a place of the same stream, or of the other: at one moment changes come last. */
  private static String beyond(Stream stream, String table, boolean ofChange, boolean oldestFirst) {
    String sign = oldestFirst ? ">" : "<";
    if (stream.change() == ofChange) {
      return " and (%1$s.at, %1$s.position) %2$s (cast(:cursorAt as timestamptz), :cursorPosition)"
          .formatted(table, sign);
    }
    return " and %s.at %s%s cast(:cursorAt as timestamptz)"
        .formatted(table, sign, stream.change() == oldestFirst ? "=" : "");
  }

  /** How many there are, counted no further than to a limit. */
  int count(AccessFilter filter, int limit) {
    return bound(
            jdbc.sql(
                "select count(*) from ("
                    + streams(filter).stream()
                        .map(stream -> "(" + from(stream, filter) + " limit :limit)")
                        .collect(Collectors.joining(" union all "))
                    + " limit :limit) as counted"),
            filter)
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  /** Accesses to patients drawn by chance, the same for whoever draws with this seed. */
  List<Row> sample(Instant from, Instant to, String seed, int limit) {
    return rules
        .bind(
            jdbc.sql(
                selected(Stream.SEEN)
                    + " where l.at >= :from and l.at < :to"
                    + " and l.patient_id <> '' and l.kind <> 'AUDIT'"
                    + " order by md5(l.event_id || :seed), l.position limit :limit"))
        .param("from", at(from))
        .param("to", at(to))
        .param("seed", seed)
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  /**
   * Single ones, which are found by their moment.
   *
   * @param moments of the accesses, by their numbers
   */
  List<Row> named(Map<String, Instant> moments) {
    if (moments.isEmpty()) {
      return List.of();
    }
    List<Map.Entry<String, Instant>> wanted = List.copyOf(moments.entrySet());
    return rules
        .bind(
            jdbc.sql(
                selected(Stream.SEEN)
                    + " join unnest(cast(:ids as text[]), cast(:moments as timestamptz[]))"
                    + " as w (event_id, at) on l.event_id = w.event_id"
                    + " and l.at between w.at - interval '1 ms' and w.at + interval '1 ms'"))
        .param("ids", wanted.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param(
            "moments",
            wanted.stream().map(each -> each.getValue().toString()).toArray(String[]::new))
        .query((row, n) -> row(row))
        .list();
  }

  /** How many steps fall into each part of the period. */
  List<Integer> density(AccessFilter filter) {
    List<Integer> density = new ArrayList<>(Collections.nCopies(AccessReplay.PARTS, 0));
    bound(
            jdbc.sql(
                "select least(width_bucket(extract(epoch from l.at), extract(epoch from cast(:from"
                    + " as timestamptz)), extract(epoch from cast(:to as timestamptz)), :parts),"
                    + " :parts) as part, count(*) as steps from ("
                    + streams(filter).stream()
                        .map(stream -> from(stream, filter))
                        .collect(Collectors.joining(" union all "))
                    + ") l group by 1"),
            filter)
        .param("parts", AccessReplay.PARTS)
        .query(row -> {
          int part = Math.max(1, row.getInt("part"));
          density.set(part - 1, row.getInt("steps"));
        });
    return List.copyOf(density);
  }

  private static String selected(Stream stream) {
    return stream.rows.replace("false as change", "false as change, " + MARKS);
  }

  private String from(Stream stream, AccessFilter filter) {
    boolean document = !filter.documentId().isEmpty();
    String table = table(filter);
    StringBuilder sql = new StringBuilder(stream.rows);
    if (document) {
      sql.append(" join ").append(stream.documents).append(" d on d.position = l.position");
    }
    sql.append(
        " where %1$s.at >= cast(:from as timestamptz) and %1$s.at < cast(:to as timestamptz)"
            .formatted(table));
    narrow(sql, document, "d.document_id = :documentId");
    narrow(
        sql,
        !filter.patientId().isEmpty(),
        merged(filter.patientId())
            ? "l.patient_id = any (array(" + RECORDS + "))"
            : "l.patient_id = :patientId and l.patient_id <> ''");
    narrow(sql, !filter.accountId().isEmpty(), "l.account_id = :accountId and l.account_id <> ''");
    narrow(
        sql,
        !filter.facilityId().isEmpty(),
        stream.change() ? "l.facility_id = :facilityId and l.facility_id <> ''" : WORN_OR_OWN);
    narrow(sql, filter.kind() != null, "l.kind = :kind");
    narrow(sql, !filter.action().isEmpty(), "l.action = :action");
    switch (filter.result()) {
      case ALLOWED -> narrow(sql, true, "l.result = 'ALLOWED'");
      case REFUSED -> narrow(sql, true, "l.result <> 'ALLOWED'");
      case ANY -> {}
    }
    AccessMark mark = filter.mark();
    if (mark != null) {
      narrow(sql, true, MarkRules.condition(mark));
    }
    return sql.toString();
  }

  /** Nearly nobody is, and one id is read in the order of its index. */
  private boolean merged(String patientId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from view.patient_merge m
               where m.main_id = :patientId or m.patient_id = :patientId)\
            """)
        .param("patientId", patientId)
        .query(Boolean.class)
        .single();
  }

  private static void narrow(StringBuilder sql, boolean wanted, String condition) {
    if (wanted) {
      sql.append(" and ").append(condition);
    }
  }

  private StatementSpec bound(StatementSpec statement, AccessFilter filter) {
    AccessKind kind = filter.kind();
    return rules
        .bind(statement)
        .param("from", at(filter.from()))
        .param("to", at(filter.to()))
        .param("patientId", filter.patientId())
        .param("accountId", filter.accountId())
        .param("facilityId", filter.facilityId())
        .param("documentId", filter.documentId())
        .param("kind", kind == null ? "" : kind.name())
        .param("action", filter.action());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row) throws SQLException {
    Set<AccessMark> marks = EnumSet.noneOf(AccessMark.class);
    for (AccessMark mark : AccessMark.values()) {
      if (row.getBoolean("mark_" + mark.name())) {
        marks.add(mark);
      }
    }
    Origin origin =
        new Origin(
            row.getString("account_id"),
            row.getString("facility_id"),
            Set.copyOf(texts(row.getArray("roles"))),
            row.getString("profession"),
            row.getString("session"),
            row.getString("address"),
            row.getString("factors"));
    AccessGround ground =
        row.getBoolean("grounded")
            ? new AccessGround(
                row.getString("consent_id"),
                row.getString("grant_id"),
                row.getString("group_id"),
                row.getString("right_used"),
                row.getString("break_glass_id"))
            : null;
    return new Row(
        row.getLong("position"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        new Access(
            row.getString("event_id"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            origin,
            kind(row),
            row.getString("account_id"),
            row.getString("action"),
            row.getString("patient_id"),
            documents(texts(row.getArray("documents"))),
            row.getString("attachment_id"),
            row.getString("object_id"),
            row.getInt("results"),
            row.getString("result"),
            ground,
            row.getString("purpose"),
            "",
            row.getString("term_hash"),
            moment(row)),
        marks);
  }

  private static @Nullable Moment moment(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("looked_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Moment(at.toInstant(), Moment.Basis.valueOf(row.getString("basis")));
  }

  /** Rows from before the kinds are views until access-log is made anew. */
  private static AccessKind kind(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return kind.isEmpty() ? AccessKind.VIEW : AccessKind.valueOf(kind);
  }

  private static Map<DocumentId, Long> documents(List<String> shown) {
    Map<DocumentId, Long> documents = new HashMap<>();
    for (String each : shown) {
      int colon = each.indexOf(':');
      documents.put(
          new DocumentId(each.substring(0, colon)), Long.parseLong(each.substring(colon + 1)));
    }
    return documents;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
