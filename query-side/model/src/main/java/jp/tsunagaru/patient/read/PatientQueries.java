package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.SearchText;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.Closing;
import jp.tsunagaru.patient.query.ConsentSummary;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.ListPatientsToTakeOut;
import jp.tsunagaru.patient.query.PatientChanges;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientNews;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.PrintConsentForm;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.patient.query.TakenOutList;
import jp.tsunagaru.patient.query.WatchMyPatients;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 患者一覧, 患者検索 and the head of a patient's page (別紙1②③). */
@Component
public class PatientQueries {
  private static final int MOST_ROWS = 200;
  private static final int FIRST_WORDS = 60;

  private static final String DETAILS =
      """
      select p.version, p.sealed_basic_info, p.registered_at,
             coalesce(s.state, 'PROVISIONAL') as sharing, s.kind, s.consented_on, s.text_version,
             s.ground, s.confirmed_on,
             s.ended_on, s.end_reason, s.retained_until,
             coalesce((
               select bool_or(t.manages) from view.retained t
                where t.patient_id = p.patient_id and t.account_id = :me), false) as manages,
             s.sealed_signatures, coalesce(f.name, '') as facility,
             exists (
               select 1 from view.patient o
                where o.patient_id <> p.patient_id
                  and not exists (
                    select 1 from view.patient_merge m
                     where m.patient_id = o.patient_id and m.main_id = p.patient_id
                        or m.patient_id = p.patient_id and m.main_id = o.patient_id)
                  and (o.name_key = p.name_key
                    or p.kana_key <> '' and starts_with(o.kana_key, p.kana_key)
                    or o.kana_key <> '' and starts_with(p.kana_key, o.kana_key))
                  and (exists (
                      select 1 from view.reach r
                        join view.sharing n on n.patient_id = r.patient_id
                       where r.patient_id = o.patient_id and r.account_id = :me
                         and :today between r.valid_from and r.valid_to
                         and (n.state in ('SHARED', 'ENDED') or 'EDIT_BASIC' = any (r.rights)))
                    or exists (
                      select 1 from view.provisional v
                       where v.patient_id = o.patient_id and v.registrar_id = :me
                         and not exists (
                           select 1 from view.sharing n where n.patient_id = v.patient_id))))
               as same_name
        from view.patient p
        left join view.sharing s on s.patient_id = p.patient_id
        left join view.facility f on f.facility_id = s.facility_id
       where p.patient_id = :patient
      """;

  private static final String TEAM_SIZES =
      """
      select r.patient_id, count(distinct r.account_id) as people
        from view.reach r left join view.account a on a.account_id = r.account_id
       where r.patient_id = any (:patients) and :today between r.valid_from and r.valid_to
         and a.deactivated_at is null
       group by r.patient_id
      """;

  private static final String MAY_TAKE_OUT =
      """
      select distinct r.patient_id from view.reach r
       where r.account_id = :me and r.patient_id = any (:patients)
         and 'FORMS' = any (r.rights) and :today between r.valid_from and r.valid_to
      """;

  private final JdbcClient jdbc;
  private final PatientSearch search;
  private final TeamAccess access;
  private final Sealer sealer;
  private final NewsQueries news;
  private final MergedRecords records;

  PatientQueries(
      JdbcClient jdbc,
      PatientSearch search,
      TeamAccess access,
      Sealer sealer,
      NewsQueries news,
      MergedRecords records) {
    this.records = records;
    this.jdbc = jdbc;
    this.search = search;
    this.news = news;
    this.access = access;
    this.sealer = sealer;
  }

  @QueryHandler
  PatientList handle(ListPatients query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData));
    int limit = Math.clamp(query.limit(), 1, MOST_ROWS);
    int offset = Math.max(query.offset(), 0);
    PatientSearch.Found found = search.find(query, viewer, offset, limit);
    Map<String, Integer> sizes = teamSizes(found.patients());
    Map<String, PatientNews> changed =
        news.of(
            found.patients().stream()
                .filter(patient -> patient.sharing() != SharingState.STOPPED)
                .map(PatientSearch.Patient::patientId)
                .toList(),
            viewer);
    Map<String, PatientId> merged = records.under(viewer.accountId(), ids(found.patients()));
    SearchText understood = SearchText.understand(query.text());
    return new PatientList(
        found.patients().stream()
            .map(patient ->
                row(
                    patient,
                    sizes.getOrDefault(patient.patientId(), 0),
                    changed.getOrDefault(patient.patientId(), PatientNews.NONE),
                    merged.get(patient.patientId())))
            .toList(),
        found.total(),
        understood instanceof SearchText.Phone,
        understood instanceof SearchText.Kana);
  }

  /** LS-07: seeing a patient is not enough to carry the patient away. */
  @QueryHandler
  TakenOutList handle(ListPatientsToTakeOut query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData));
    PatientSearch.Found found =
        search.findAndCountAll(query.search(), viewer, ListPatientsToTakeOut.MOST);
    Set<String> permitted =
        Set.copyOf(
            jdbc.sql(MAY_TAKE_OUT)
                .param("me", viewer.accountId())
                .param("today", access.today())
                .param("patients", ids(found.patients()))
                .query(String.class)
                .list());
    List<PatientSearch.Patient> leaving =
        found.patients().stream()
            .filter(patient -> patient.sharing() == SharingState.SHARED)
            .filter(patient -> permitted.contains(patient.patientId()))
            .toList();
    Map<String, Integer> sizes = teamSizes(leaving);
    return new TakenOutList(
        leaving.stream()
            .map(patient ->
                row(patient, sizes.getOrDefault(patient.patientId(), 0), PatientNews.NONE, null))
            .toList(),
        found.total() - leaving.size());
  }

  @QueryHandler
  public PatientDetails handle(FindPatient query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    Set<Right> rights = EnumSet.noneOf(Right.class);
    rights.addAll(access.viewer(origin, query.patientId()).rights());
    return jdbc.sql(DETAILS)
        .param("patient", query.patientId().value())
        .param("me", origin.accountId())
        .param("today", access.today())
        .query((row, number) ->
            details(
                row,
                query.patientId(),
                rights,
                records.seenBy(origin.accountId(), query.patientId())))
        .optional()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  /** PT-04: the same facts, for paper. */
  @QueryHandler
  PatientDetails handle(PrintConsentForm query, MetaData metaData) {
    return handle(new FindPatient(query.patientId()), metaData);
  }

  @QueryHandler
  PatientChanges handle(WatchPatient query) {
    return PatientChanges.NONE;
  }

  @QueryHandler
  PatientChanges handle(WatchMyPatients query) {
    return PatientChanges.NONE;
  }

  private static String[] ids(List<PatientSearch.Patient> patients) {
    return patients.stream().map(PatientSearch.Patient::patientId).toArray(String[]::new);
  }

  private Map<String, Integer> teamSizes(List<PatientSearch.Patient> patients) {
    Map<String, Integer> sizes = new HashMap<>();
    jdbc.sql(TEAM_SIZES)
        .param("patients", ids(patients))
        .param("today", access.today())
        .query(row -> {
          sizes.put(row.getString("patient_id"), row.getInt("people"));
        });
    return sizes;
  }

  /** PT-10: while sharing is stopped a row is there to end the stop by, and says nothing else. */
  private PatientRow row(
      PatientSearch.Patient patient,
      int teamSize,
      PatientNews changed,
      @Nullable PatientId mergedInto) {
    boolean stopped = patient.sharing() == SharingState.STOPPED;
    LocalDate careLevelTo = patient.careLevelTo();
    return new PatientRow(
        new PatientId(patient.patientId()),
        patient.name(),
        patient.kana(),
        Gender.valueOf(patient.gender()),
        patient.birthDate(),
        stopped || patient.careLevel().isEmpty() ? null : CareLevel.valueOf(patient.careLevel()),
        !stopped && !patient.careLevel().isEmpty() && careLevelTo.isBefore(access.today()),
        stopped ? "" : patient.phone(),
        stopped ? "" : patient.physician(),
        teamSize,
        patient.sharing(),
        patient.unread(),
        patient.latestAt(),
        latestLine(patient),
        patient.latestProfession().isEmpty()
            ? null
            : Profession.valueOf(patient.latestProfession()),
        changed,
        mergedInto);
  }

  private String latestLine(PatientSearch.Patient patient) {
    byte[] sealed = patient.latestArticle();
    String document = patient.latestDocument();
    if (sealed == null || document == null) {
      return "";
    }
    if (patient.latestForm() != null) {
      return FormDefinitions.official().of(patient.latestForm()).title();
    }
    return sealer
        .sealed(
            Subject.of(new DocumentId(document), new PatientId(patient.patientId())),
            sealed,
            WrittenArticle.class)
        .read()
        .map(article -> firstWords(article.content().text()))
        .orElse("");
  }

  static String firstWords(String text) {
    String line = text.replaceAll("\\s+", " ");
    int length = Math.min(FIRST_WORDS, line.codePointCount(0, line.length()));
    return line.substring(0, line.offsetByCodePoints(0, length));
  }

  private PatientDetails details(
      ResultSet row, PatientId patientId, Set<Right> rights, List<LinkedRecord> linked)
      throws SQLException {
    Subject subject = Subject.of(patientId);
    BasicInfo info =
        sealer
            .sealed(subject, row.getBytes("sealed_basic_info"), BasicInfo.class)
            .read()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    return new PatientDetails(
        patientId,
        info,
        row.getLong("version"),
        SharingState.valueOf(row.getString("sharing")),
        consent(row, subject, info.birthDate()),
        closing(row),
        rights,
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("same_name"),
        linked);
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    return SharingState.ENDED.name().equals(row.getString("sharing"))
        ? new Closing(
            EndReason.valueOf(row.getString("end_reason")),
            row.getObject("ended_on", LocalDate.class),
            row.getObject("retained_until", LocalDate.class),
            row.getBoolean("manages"))
        : null;
  }

  private @Nullable ConsentSummary consent(ResultSet row, Subject subject, LocalDate born)
      throws SQLException {
    String kind = row.getString("kind");
    if (kind == null) {
      return null;
    }
    byte[] sealed = row.getBytes("sealed_signatures");
    ConsentSignatures signatures =
        sealed.length == 0
            ? null
            : sealer.sealed(subject, sealed, ConsentSignatures.class).read().orElse(null);
    return new ConsentSummary(
        ConsentKind.valueOf(kind),
        row.getObject("consented_on", LocalDate.class),
        row.getString("text_version"),
        signatures == null ? "" : signatures.explainer(),
        row.getString("facility"),
        signatures == null ? "" : signatures.signer(),
        signatures == null ? "" : signatures.relationship(),
        row.getObject("confirmed_on", LocalDate.class),
        "MINOR".equals(row.getString("ground"))
            && row.getObject("confirmed_on") == null
            && !Age.isMinor(born, access.today()));
  }
}
