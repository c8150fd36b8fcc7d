package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.careteam.read.VisitSlot;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.patient.query.BasicInfoHistory;
import jp.tsunagaru.patient.query.BasicInfoSources;
import jp.tsunagaru.patient.query.BasicInfoVersion;
import jp.tsunagaru.patient.query.GetBasicInfoHistory;
import jp.tsunagaru.patient.query.GetBasicInfoSources;
import jp.tsunagaru.patient.query.GetPatientNews;
import jp.tsunagaru.patient.query.PatientNews;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 前回から変わったこと, and the history of 基本情報 behind it. */
@Component
class NewsQueries {
  /** The last view of the visit before the present one, or before now when there is none. */
  private static final String SINCE =
      """
      select v.until from view.visit v
       where v.account_id = :me and v.patient_id = p.id and v.slot < :slot - 1
         and not exists (
           select 1 from view.visit n
            where n.account_id = :me and n.patient_id = p.id and n.slot = v.slot + 1)
       order by v.slot desc limit 1\
      """;

  private static final String DOCUMENTS =
      """
      select p.id, s.until, t.profession,
             count(*) filter (where t.recorded_at > s.until) as posts,
             count(*) filter (where t.recorded_at <= s.until) as edits,
             sum(files.received) as files
        from unnest(cast(:patients as text[])) as p (id)
        cross join lateral (%1$s) s
        left join view.timeline_entry t
          on t.patient_id = p.id and t.state = 'CONFIRMED' and t.edited_at > s.until
            and t.editor_id <> :me and %2$s
        left join lateral (
          select count(*) as received from view.attachment a
           where a.attachment_id = any (t.attachments) and a.received_at > s.until
             and a.uploader_id <> :me) files on true
       group by p.id, s.until, t.profession
      """
          .formatted(SINCE, Viewer.SEES);

  private static final String BASIC_INFO =
      """
      select distinct p.id
        from unnest(cast(:patients as text[])) as p (id)
        cross join lateral (%s) s
        join view.basic_info_version b on b.patient_id = p.id
       where b.recorded_at > s.until and b.account_id <> :me
      """
          .formatted(SINCE);

  private static final String HISTORY =
      """
      select b.version, b.recorded_at, b.account_id, b.sealed_basic_info,
             coalesce(a.name, '') as name, coalesce(f.name, '') as facility, a.profession
        from view.basic_info_version b
        left join view.account a on a.account_id = b.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where b.patient_id = ?
       order by b.version desc
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;
  private final Sealer sealer;
  private final Clock clock;

  NewsQueries(JdbcClient jdbc, TeamAccess access, Sealer sealer, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.sealer = sealer;
    this.clock = clock;
  }

  @QueryHandler
  PatientNews handle(GetPatientNews query, MetaData metaData) {
    PatientId patient = query.patientId();
    Viewer viewer = access.viewer(Viewer.origin(metaData), patient);
    PatientNews news = of(List.of(patient.value()), viewer).get(patient.value());
    return news == null
        ? PatientNews.NONE
        : news.basicInfo() ? withFields(news, patient, viewer) : news;
  }

  @QueryHandler
  BasicInfoHistory handle(GetBasicInfoHistory query) {
    return new BasicInfoHistory(
        versions(query.patientId()).stream().map(Written::version).toList());
  }

  @QueryHandler
  BasicInfoSources handle(GetBasicInfoSources query) {
    List<BasicInfoVersion> versions =
        versions(query.patientId()).stream().map(Written::version).toList();
    if (versions.isEmpty()) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return BasicInfoSources.of(versions);
  }

  /** By patient; who was never looked at before is left out. */
  Map<String, PatientNews> of(Collection<String> patients, Viewer viewer) {
    Set<String> basicInfo =
        Set.copyOf(
            asked(BASIC_INFO, patients, viewer).query((row, number) -> row.getString("id")).list());
    Map<String, Counts> counts = new HashMap<>();
    asked(DOCUMENTS, patients, viewer)
        .query(row -> {
          counts.computeIfAbsent(row.getString("id"), patient -> new Counts(since(row))).add(row);
        });
    Map<String, PatientNews> news = new HashMap<>();
    counts.forEach((patient, each) -> news.put(patient, each.news(basicInfo.contains(patient))));
    return news;
  }

  private JdbcClient.StatementSpec asked(String sql, Collection<String> patients, Viewer viewer) {
    return jdbc.sql(sql)
        .params(viewer.parameters())
        .param("patients", patients.toArray(String[]::new))
        .param("slot", VisitSlot.of(clock.instant()));
  }

  /** What others changed: their versions, each against the one before it. */
  private PatientNews withFields(PatientNews news, PatientId patient, Viewer viewer) {
    Instant since = Objects.requireNonNull(news.since());
    Set<BasicField> fields = EnumSet.noneOf(BasicField.class);
    List<Written> versions = versions(patient);
    for (int i = 0; i + 1 < versions.size(); i++) {
      Written newer = versions.get(i);
      if (newer.version().recordedAt().isAfter(since)
          && !newer.accountId().equals(viewer.accountId())) {
        fields.addAll(
            BasicField.differences(
                versions.get(i + 1).version().basicInfo(), newer.version().basicInfo()));
      }
    }
    return new PatientNews(
        since, news.posts(), news.edits(), news.files(), news.basicInfo(), fields);
  }

  private record Written(String accountId, BasicInfoVersion version) {}

  private List<Written> versions(PatientId patient) {
    return jdbc
        .sql(HISTORY)
        .param(patient.value())
        .query((row, number) -> written(row, patient))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Written> written(ResultSet row, PatientId patient) throws SQLException {
    String profession = row.getString("profession");
    long version = row.getLong("version");
    Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    String account = row.getString("account_id");
    String name = row.getString("name");
    String facility = row.getString("facility");
    return sealer
        .sealed(Subject.of(patient), row.getBytes("sealed_basic_info"), BasicInfo.class)
        .read()
        .map(info ->
            new Written(
                account,
                new BasicInfoVersion(
                    version,
                    at,
                    name,
                    facility,
                    profession == null ? null : Profession.valueOf(profession),
                    info)));
  }

  private static Instant since(ResultSet row) {
    try {
      return row.getObject("until", OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException("no time in the row", e);
    }
  }

  private static final class Counts {
    private final Instant since;
    private final Map<Profession, Integer> posts = new EnumMap<>(Profession.class);
    private int edits;
    private int files;

    Counts(Instant since) {
      this.since = since;
    }

    void add(ResultSet row) throws SQLException {
      String profession = row.getString("profession");
      if (profession == null) {
        return;
      }
      int written = row.getInt("posts");
      if (written > 0) {
        posts.put(Profession.valueOf(profession), written);
      }
      edits += row.getInt("edits");
      files += row.getInt("files");
    }

    PatientNews news(boolean basicInfo) {
      return new PatientNews(since, posts, edits, files, basicInfo, Set.of());
    }
  }
}
