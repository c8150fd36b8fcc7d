package jp.tsunagaru.document.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.ArticlePart;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.FormMark;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One page of a timeline by position. Each filter has an index in the order of the timeline, so a
 * page costs the same in front of ten documents and of ten thousand.
 */
@Component
class TimelinePage {
  private static final String COLUMNS =
      """
      select t.*, dv.sealed_article, dv.author_id as writer_id, f.state as form_state, f.valid_from,
             f.valid_to from (\
      """;

  private static final String ENTRIES =
      """
      select t.* from view.timeline_entry t
       where t.patient_id = :patient and t.state = 'CONFIRMED' and %s
      """
          .formatted(Viewer.SEES);

  private static final String ORDERED =
      " order by t.occurred_on desc, t.recorded_at desc, t.document_id desc limit :limit";

  private static final String OF_AUTHORS =
      """
      select t.*
        from unnest(:authors) as author (id)
        cross join lateral (
      """
          + ENTRIES
          + " and t.author_id = author.id %s"
          + ORDERED
          + ") t";

  private static final String TAGGED =
      """
      select t.*
        from view.document_tag g
        join view.timeline_entry t on t.document_id = g.document_id
       where g.patient_id = :patient and g.tag = :tag and t.state = 'CONFIRMED' and %s
      """
          .formatted(Viewer.SEES);

  /** DC-05: of a tag that was renamed; an article with two of its names appears once. */
  private static final String RENAMED =
      """
      select t.*
        from view.document_tag g
        join view.timeline_entry t on t.document_id = g.document_id
       where g.patient_id = :patient and g.tag = any (:tags) and t.state = 'CONFIRMED' and %s
         and g.tag = (
           select min(o.tag) from view.document_tag o
            where o.document_id = g.document_id and o.tag = any (:tags))
      """
          .formatted(Viewer.SEES);

  private static final String TAGS_ORDERED =
      " order by g.occurred_on desc, g.recorded_at desc, g.document_id desc limit :limit";

  private static final String CONTENT =
      """
      ) t join view.document_version dv
        on dv.document_id = t.document_id and dv.version = t.version
        left join view.form f
          on t.form_version is not null and f.document_id = t.document_id and not f.deleted
       order by t.occurred_on desc, t.recorded_at desc, t.document_id desc
      """;

  private final JdbcClient jdbc;
  private final TagQueries tags;

  TimelinePage(JdbcClient jdbc, TagQueries tags) {
    this.jdbc = jdbc;
    this.tags = tags;
  }

  /**
   * @param authorId to whom the document belongs
   * @param writerId who wrote the version shown
   */
  record Entry(
      String documentId,
      long version,
      LocalDate occurredOn,
      Instant recordedAt,
      Instant editedAt,
      String authorId,
      String facilityId,
      String writerId,
      String profession,
      Set<String> tags,
      Audience audience,
      List<String> attachments,
      byte[] sealedArticle,
      @Nullable String formVersion,
      @Nullable FormMark form,
      boolean support) {}

  /** One document, while it may be seen. */
  List<Entry> read(PatientId patientId, DocumentId documentId, Viewer viewer) {
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("patient", patientId.value());
    parameters.put("document", documentId.value());
    parameters.put("limit", 1);
    return jdbc.sql(COLUMNS + ENTRIES + " and t.document_id = :document" + ORDERED + CONTENT)
        .params(parameters)
        .query((row, number) -> entry(row))
        .list();
  }

  /** Those that hold such a part, from a 記載日 on; one more than {@code most}, when there is one. */
  List<Entry> read(
      PatientId patientId, ArticlePart part, @Nullable LocalDate from, Viewer viewer, int most) {
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("patient", patientId.value());
    parameters.put("part", part.name());
    parameters.put("limit", most + 1);
    if (from != null) {
      parameters.put("from", from);
    }
    return jdbc.sql(
            COLUMNS
                + ENTRIES
                + " and t.parts <> '{}' and :part = any (t.parts)"
                + (from == null ? "" : " and t.occurred_on >= :from")
                + ORDERED
                + CONTENT)
        .params(parameters)
        .query((row, number) -> entry(row))
        .list();
  }

  /** One entry more than {@code most}, when there is one. */
  List<Entry> read(GetTimeline query, Viewer viewer, int most) {
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("patient", query.patientId().value());
    parameters.put("limit", most + 1);
    return jdbc.sql(sql(query, viewer, parameters))
        .params(parameters)
        .query((row, number) -> entry(row))
        .list();
  }

  private String sql(GetTimeline query, Viewer viewer, Map<String, Object> parameters) {
    TimelineFilter filter = query.filter();
    String[] authors = authors(filter);
    boolean ofAuthors = filter.author() != null || filter.group() != null;
    if (ofAuthors) {
      parameters.put("authors", authors);
    }
    if (!filter.tag().isBlank()) {
      List<String> names = tags.names(filter.tag(), viewer.facilityId());
      if (names.size() == 1) {
        parameters.put("tag", names.getFirst());
      } else {
        parameters.put("tags", names.toArray(String[]::new));
      }
      return COLUMNS
          + (names.size() == 1 ? TAGGED : RENAMED)
          + (ofAuthors ? " and t.author_id = any (:authors)" : "")
          + range(query, "g", parameters)
          + TAGS_ORDERED
          + CONTENT;
    }
    String range = range(query, "t", parameters);
    return ofAuthors
        ? COLUMNS + OF_AUTHORS.formatted(range) + ORDERED + CONTENT
        : COLUMNS + ENTRIES + range + ORDERED + CONTENT;
  }

  /** DC-04: one author, the people of one group, or who is both. */
  private String[] authors(TimelineFilter filter) {
    List<String> authors =
        filter.group() == null
            ? List.of()
            : jdbc.sql("select account_id from view.group_member where group_id = ?")
                .param(filter.group().value())
                .query(String.class)
                .list();
    if (filter.author() == null) {
      return authors.toArray(String[]::new);
    }
    String author = filter.author().value();
    return filter.group() == null || authors.contains(author)
        ? new String[] {author}
        : new String[0];
  }

  private static String range(GetTimeline query, String rows, Map<String, Object> parameters) {
    StringBuilder range = new StringBuilder();
    TimelineFilter filter = query.filter();
    if (filter.from() != null) {
      range.append(" and ").append(rows).append(".occurred_on >= :from");
      parameters.put("from", filter.from());
    }
    if (filter.to() != null) {
      range.append(" and ").append(rows).append(".occurred_on <= :to");
      parameters.put("to", filter.to());
    }
    if (filter.kind() != null) {
      range.append(
          switch (filter.kind()) {
            case ARTICLE -> " and t.form_version is null and not t.support";
            case FORM -> " and t.form_version is not null";
            case SUPPORT -> " and t.support";
          });
    }
    TimelinePosition before = query.before();
    if (before != null) {
      range.append(
          " and (%1$s.occurred_on, %1$s.recorded_at, %1$s.document_id) < (:day, :time, :document)"
              .formatted(rows));
      parameters.put("day", before.occurredOn());
      parameters.put("time", before.recordedAt().atOffset(ZoneOffset.UTC));
      parameters.put("document", before.documentId().value());
    }
    return range.toString();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("document_id"),
        row.getLong("version"),
        row.getObject("occurred_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("edited_at", OffsetDateTime.class).toInstant(),
        row.getString("author_id"),
        row.getString("facility_id"),
        row.getString("writer_id"),
        row.getString("profession"),
        Set.of(texts(row.getArray("tags"))),
        audience(row),
        List.of(texts(row.getArray("attachments"))),
        row.getBytes("sealed_article"),
        row.getString("form_version"),
        form(row),
        row.getBoolean("support"));
  }

  /** What the forms themselves have not said yet is what follows from a form being here. */
  private static @Nullable FormMark form(ResultSet row) throws SQLException {
    if (row.getString("form_version") == null) {
      return null;
    }
    String state = row.getString("form_state");
    return new FormMark(
        state == null ? FormState.APPROVED : FormState.valueOf(state),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  static Audience audience(ResultSet row) throws SQLException {
    return new Audience(
        row.getString("author_id"),
        row.getString("scope"),
        Set.of(texts(row.getArray("visible_accounts"))),
        Set.of(texts(row.getArray("visible_groups"))),
        Set.of(texts(row.getArray("visible_professions"))));
  }

  static String[] texts(Array array) throws SQLException {
    return (String[]) array.getArray();
  }
}
