package jp.tsunagaru.document.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.read.Attachments;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.document.query.GetPatientAsOf;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.GetTimelineAsOf;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.document.query.PastArticle;
import jp.tsunagaru.document.query.PastConsent;
import jp.tsunagaru.document.query.PastMember;
import jp.tsunagaru.document.query.PatientAsOf;
import jp.tsunagaru.document.query.TimelineAsOf;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.patient.read.ExtendedRecords;
import jp.tsunagaru.support.query.SupportThread;
import jp.tsunagaru.support.read.SupportThreads;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A record at a moment (domain M1): which version stood then is told by the past, whether it may be
 * seen by today's scope, and what it said by what can still be opened.
 */
@Component
class PastQueries {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Of a destroyed document nothing is left but whether the whole team could see it. */
  private static final String PAGE =
      """
      select h.*, coalesce(t.state, 'PURGED') as today, coalesce(t.version, 0) as newest,
             v.recorded_at as version_at, v.profession, v.tags, v.attachments, v.sealed_article,
             v.sealed_reason, v.form_version, coalesce(t.support, false) as support
        from view.past_document h
        left join view.timeline_entry t on t.document_id = h.document_id
        left join view.document_version v
          on v.document_id = h.document_id and v.version = h.version and t.state = 'CONFIRMED'
       where h.patient_id = :patient and h.state = 'CONFIRMED'
         and h.since <= :at and h.until > :at
         and h.occurred_on <= :day
         and case when t.document_id is null
               then exists (
                 select 1 from view.past_document g
                  where g.document_id = h.document_id and g.state = 'PURGED'
                    and (g.scope = 'TEAM' or g.author_id = :me))
               else %s end
         %s
       order by h.occurred_on desc, h.recorded_at desc, h.document_id desc
       limit :limit
      """;

  private static final String FIRST = PAGE.formatted(Viewer.SEES, "");

  private static final String FOLLOWING =
      PAGE.formatted(
          Viewer.SEES,
          "and (h.occurred_on, h.recorded_at, h.document_id) < (:before, :time, :document)");

  private static final String BASIC_INFO =
      """
      select v.recorded_at, v.sealed_basic_info,
             exists (
               select 1 from view.basic_info_version n
                where n.patient_id = v.patient_id and n.version > v.version) as newer
        from view.basic_info_version v
       where v.patient_id = :patient and v.recorded_at <= :at
       order by v.version desc limit 1
      """;

  private static final String CONSENT =
      """
      select c.state, c.since, c.kind, c.ground, c.consented_on, c.text_version, c.confirmed_on,
             c.end_reason, c.ended_on
        from view.past_consent c
       where c.patient_id = :patient and c.since <= :at and c.until > :at
      """;

  private static final String TEAM =
      """
      with stood as (
        select m.* from view.past_membership m
         where m.patient_id = :patient and m.since <= :at and m.until > :at
           and :day between m.valid_from and m.valid_to),
      person as (
        select s.account_id, s.team_role, s.rights, '' as through
          from stood s where s.account_id is not null
        union all
        select unnest(g.members), s.team_role, s.rights, g.name
          from stood s
          join view.past_group g
            on g.group_id = s.group_id and g.since <= :at and g.until > :at)
      select p.team_role, p.rights, p.through, coalesce(a.name, '') as name, a.profession,
             coalesce(f.name, '') as facility
        from person p
        left join view.account a on a.account_id = p.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where a.deactivated_at is null or a.deactivated_at > :at
       order by p.through <> '', p.through, a.family_kana, a.given_kana, p.account_id
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;
  private final Articles articles;
  private final Attachments attachments;
  private final ExtendedRecords extended;
  private final Sealer sealer;
  private final Clock clock;
  private final SupportThreads support;

  PastQueries(
      JdbcClient jdbc,
      TeamAccess access,
      Articles articles,
      Attachments attachments,
      ExtendedRecords extended,
      Sealer sealer,
      Clock clock,
      SupportThreads support) {
    this.support = support;
    this.jdbc = jdbc;
    this.access = access;
    this.articles = articles;
    this.attachments = attachments;
    this.extended = extended;
    this.sealer = sealer;
    this.clock = clock;
  }

  @QueryHandler
  PatientAsOf handle(GetPatientAsOf query) {
    Instant moment = query.moment().at();
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    ExtendedInfo extendedThen = extended.until(query.patientId(), moment);
    List<PastMember> team =
        jdbc.sql(TEAM)
            .param("patient", query.patientId().value())
            .param("at", at)
            .param("day", LocalDate.ofInstant(moment, JAPAN))
            .query((row, number) -> member(row))
            .list();
    @Nullable PastConsent consent =
        jdbc.sql(CONSENT)
            .param("patient", query.patientId().value())
            .param("at", at)
            .query((row, number) -> consent(row))
            .optional()
            .orElse(null);
    return jdbc.sql(BASIC_INFO)
        .param("patient", query.patientId().value())
        .param("at", at)
        .query((row, number) ->
            new PatientAsOf(
                basicInfo(query.patientId(), row.getBytes("sealed_basic_info")),
                instant(row, "recorded_at"),
                row.getBoolean("newer"),
                extendedThen,
                consent,
                team))
        .optional()
        .orElseGet(() -> new PatientAsOf(null, null, false, extendedThen, consent, team));
  }

  @QueryHandler
  TimelineAsOf handle(GetTimelineAsOf query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData), query.patientId());
    List<Row> found = read(query, viewer);
    List<Row> page = found.subList(0, Math.min(found.size(), GetTimeline.PAGE));
    Map<String, AttachmentView> files =
        attachments.of(
            query.patientId(),
            page.stream().flatMap(row -> row.content().attachments().stream()).toList());
    Map<String, SupportThread> threads =
        support.of(
            query.patientId(),
            page.stream()
                .filter(row -> row.support() && row.today().equals("CONFIRMED"))
                .collect(Collectors.toMap(Row::documentId, Row::version)),
            viewer,
            false);
    Row last = found.size() > page.size() ? page.getLast() : null;
    return new TimelineAsOf(
        page.stream().map(row -> article(row, query.patientId(), files, threads)).toList(),
        last == null
            ? null
            : new TimelinePosition(
                last.occurredOn(), last.recordedAt(), new DocumentId(last.documentId())));
  }

  /** By 記載日 the versions are those of today: what is known now about the time up to that day. */
  private List<Row> read(GetTimelineAsOf query, Viewer viewer) {
    Instant at = query.moment().at();
    boolean recorded = query.moment().basis() == Moment.Basis.RECORDED;
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("patient", query.patientId().value());
    parameters.put("at", (recorded ? at : clock.instant()).atOffset(ZoneOffset.UTC));
    parameters.put("day", recorded ? LocalDate.MAX : LocalDate.ofInstant(at, JAPAN));
    parameters.put("limit", GetTimeline.PAGE + 1);
    TimelinePosition before = query.before();
    if (before != null) {
      parameters.put("before", before.occurredOn());
      parameters.put("time", before.recordedAt().atOffset(ZoneOffset.UTC));
      parameters.put("document", before.documentId().value());
    }
    return jdbc.sql(before == null ? FIRST : FOLLOWING)
        .params(parameters)
        .query((row, number) -> Row.of(row))
        .list();
  }

  private PastArticle article(
      Row row,
      PatientId patientId,
      Map<String, AttachmentView> files,
      Map<String, SupportThread> threads) {
    DocumentId id = new DocumentId(row.documentId());
    return switch (row.today()) {
      case "CONFIRMED" -> {
        Content content = row.content();
        WrittenArticle article =
            articles.open(
                row.documentId(),
                patientId.value(),
                content.sealedArticle(),
                content.formVersion());
        yield new PastArticle(
            id,
            row.occurredOn(),
            row.recordedAt(),
            PastArticle.State.READABLE,
            new DocumentVersion(
                id,
                row.version(),
                content.recordedAt(),
                article.author(),
                Profession.valueOf(content.profession()),
                row.occurredOn(),
                article.content(),
                content.tags(),
                content.attachments().stream().map(files::get).filter(Objects::nonNull).toList(),
                articles.openText(row.documentId(), patientId.value(), content.sealedReason())),
            threads.get(row.documentId()),
            row.newest());
      }
      case "DELETED" -> gone(row, id, PastArticle.State.DELETED);
      default -> gone(row, id, PastArticle.State.ERASED);
    };
  }

  private static PastArticle gone(Row row, DocumentId id, PastArticle.State state) {
    return new PastArticle(id, row.occurredOn(), row.recordedAt(), state, null, null, 0);
  }

  private @Nullable BasicInfo basicInfo(PatientId patientId, byte[] sealed) {
    return sealer.sealed(Subject.of(patientId), sealed, BasicInfo.class).read().orElse(null);
  }

  private static PastConsent consent(ResultSet row) throws SQLException {
    String ground = row.getString("ground");
    String reason = row.getString("end_reason");
    return new PastConsent(
        SharingState.valueOf(row.getString("state")),
        instant(row, "since"),
        ConsentKind.valueOf(row.getString("kind")),
        ground.isEmpty() ? null : ProxyGround.valueOf(ground),
        row.getObject("consented_on", LocalDate.class),
        row.getString("text_version"),
        row.getObject("confirmed_on", LocalDate.class),
        reason.isEmpty() ? null : EndReason.valueOf(reason),
        row.getObject("ended_on", LocalDate.class));
  }

  private static PastMember member(ResultSet row) throws SQLException {
    String profession = row.getString("profession");
    return new PastMember(
        row.getString("name"),
        row.getString("facility"),
        profession == null ? null : Profession.valueOf(profession),
        TeamRole.valueOf(row.getString("team_role")),
        row.getString("through"),
        Arrays.stream(TimelinePage.texts(row.getArray("rights")))
            .map(Right::valueOf)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private record Row(
      String documentId,
      long version,
      LocalDate occurredOn,
      Instant recordedAt,
      String today,
      long newest,
      boolean support,
      Content content) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("document_id"),
          row.getLong("version"),
          row.getObject("occurred_on", LocalDate.class),
          instant(row, "recorded_at"),
          row.getString("today"),
          row.getLong("newest"),
          row.getBoolean("support"),
          Content.of(row));
    }
  }

  /** Of the version that stood, while it can be shown. */
  private record Content(
      Instant recordedAt,
      String profession,
      Set<String> tags,
      List<String> attachments,
      byte[] sealedArticle,
      byte[] sealedReason,
      @Nullable String formVersion) {
    private static final Content NONE =
        new Content(Instant.EPOCH, "OTHER", Set.of(), List.of(), new byte[0], new byte[0], null);

    static Content of(ResultSet row) throws SQLException {
      return row.getBytes("sealed_article") == null
          ? NONE
          : new Content(
              instant(row, "version_at"),
              row.getString("profession"),
              Set.of(TimelinePage.texts(row.getArray("tags"))),
              List.of(TimelinePage.texts(row.getArray("attachments"))),
              row.getBytes("sealed_article"),
              row.getBytes("sealed_reason"),
              row.getString("form_version"));
    }
  }
}
