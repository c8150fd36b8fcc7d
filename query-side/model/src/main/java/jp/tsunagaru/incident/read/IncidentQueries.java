package jp.tsunagaru.incident.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.CityReport;
import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.incident.query.Breach;
import jp.tsunagaru.incident.query.CouncilIncidents;
import jp.tsunagaru.incident.query.GetIncident;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.incident.query.IncidentList;
import jp.tsunagaru.incident.query.IncidentRow;
import jp.tsunagaru.incident.query.IncidentState;
import jp.tsunagaru.incident.query.IncidentStep;
import jp.tsunagaru.incident.query.Leg;
import jp.tsunagaru.incident.query.LegState;
import jp.tsunagaru.incident.query.ListCouncilIncidents;
import jp.tsunagaru.incident.query.ListIncidents;
import jp.tsunagaru.incident.query.ListPossibleMeasures;
import jp.tsunagaru.incident.query.PossibleMeasures;
import jp.tsunagaru.incident.query.StepKind;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents as the reporter's side, the contractor, the city and the council ask about them. */
@Component
class IncidentQueries {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String ROWS =
      """
      select i.*, coalesce(a.name, '') as reporter, coalesce(f.name, '') as facility
        from view.incident i
        left join view.account a on a.account_id = i.reporter_id
        left join view.facility f on f.facility_id = i.facility_id
       where (:all or i.reporter_id = :me or (:admin and i.facility_id = :facility))
         and (:one = '' or i.incident_id = :one)
       order by i.closed_at is not null, i.reported_at desc
       limit 500
      """;

  private static final String STEPS =
      """
      select s.*, coalesce(a.name, '') as actor, coalesce(f.name, '') as facility,
             m.at as linked_at, coalesce(w.name, '') as linked_who
        from view.incident_step s
        left join view.account a on a.account_id = s.account_id
        left join view.facility f on f.facility_id = s.facility_id
        left join guard.security_measure m on m.event_id = s.linked_event
        left join view.account w on w.account_id = m.account_id
       where s.incident_id = ?
       order by s.number
      """;

  private static final String MEASURES =
      """
      select m.event_id, m.kind, m.at, coalesce(w.name, '') as who,
             coalesce(nullif(concat_ws(' ', t.name, t.login_id), ''), m.about) as about
        from guard.security_measure m
        left join view.account w on w.account_id = m.account_id
        left join view.account t on t.account_id = m.about
       where m.at >= (select found_at from view.incident where incident_id = ?)
       order by m.at desc
       limit 100
      """;

  private static final Set<StepKind> CITY_ONLY =
      EnumSet.of(
          StepKind.COUNCIL_TOLD,
          StepKind.COUNCIL_OMITTED,
          StepKind.BREACH_ASSESSED,
          StepKind.COMMISSION_PRELIMINARY,
          StepKind.COMMISSION_FINAL,
          StepKind.PERSONS_NOTIFIED);

  private static final Set<StepKind> TEXT_FOR_REPORTER =
      EnumSet.of(
          StepKind.REPORTED,
          StepKind.INSTRUCTED,
          StepKind.PREVENTION,
          StepKind.STUDY_REQUESTED,
          StepKind.STUDY_ANSWERED,
          StepKind.ESTIMATE_OFFERED,
          StepKind.ESTIMATE_ACCEPTED,
          StepKind.ESTIMATE_DECLINED);

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Clock clock;
  private final IncidentDeadlines deadlines;

  IncidentQueries(JdbcClient jdbc, Sealer sealer, Clock clock, IncidentDeadlines deadlines) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.clock = clock;
    this.deadlines = deadlines;
  }

  /** Who asks, and how much of an incident that side may read. */
  private record Side(Origin origin, boolean city, boolean contractor, boolean admin) {
    static Side of(Map<String, ?> metaData) {
      Origin origin = Viewer.origin(metaData);
      return new Side(
          origin,
          origin.has(Role.CITY_OPERATOR.name()) || origin.has(Role.CITY_AUDITOR.name()),
          origin.has(Role.CONTRACTOR_OPS.name()) || origin.has(Role.CONTRACTOR_HELPDESK.name()),
          origin.has(Role.FACILITY_ADMIN.name()));
    }

    boolean sees(StepKind kind) {
      return city || !CITY_ONLY.contains(kind);
    }

    boolean reads(StepKind kind) {
      return city || contractor || TEXT_FOR_REPORTER.contains(kind);
    }
  }

  @QueryHandler
  IncidentList handle(ListIncidents query, MetaData metaData) {
    List<IncidentRow> rows = new ArrayList<>();
    found(Side.of(metaData), "").stream().map(Found::row).forEach(rows::add);
    rows.sort(
        Comparator.<IncidentRow, Boolean>comparing(row -> row.state() == IncidentState.CLOSED)
            .thenComparing(row -> row.next().map(LegState::due).orElse(Instant.MAX))
            .thenComparing(IncidentRow::reportedAt, Comparator.reverseOrder()));
    return new IncidentList(rows);
  }

  @QueryHandler
  IncidentDetail handle(GetIncident query, MetaData metaData) {
    return detail(query.incidentId(), metaData);
  }

  IncidentDetail detail(IncidentId id, MetaData metaData) {
    Side side = Side.of(metaData);
    Found found =
        found(side, id.value()).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    Map<String, String> names = side.city() ? patients(found.affected()) : Map.of();
    return new IncidentDetail(
        found.row(),
        found.foundAt(),
        found.occurredAt(),
        opened(id, found.content(), IncidentContent.class)
            .findFirst()
            .orElse(new IncidentContent("", "", "", "")),
        found.affected().stream()
            .map(record ->
                new IncidentDetail.Affected(
                    record, names.getOrDefault(record.patientId().value(), "")))
            .toList(),
        found.facilityId().equals(side.origin().facilityId()),
        steps(id, side),
        side.city() ? breach(id) : null);
  }

  @QueryHandler
  CouncilIncidents handle(ListCouncilIncidents query) {
    Map<String, List<Told>> told =
        jdbc
            .sql(
                """
                select s.* from view.incident_step s
                 where s.kind in ('COUNCIL_TOLD', 'MEASURE', 'PREVENTION')
                   and exists (select 1 from view.incident_step t
                                where t.incident_id = s.incident_id and t.kind = 'COUNCIL_TOLD')
                 order by s.number\
                """)
            .query((row, number) ->
                new Told(
                    row.getString("incident_id"),
                    StepKind.valueOf(row.getString("kind")),
                    row.getString("code"),
                    at(row, "at"),
                    row.getBytes("sealed")))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Told::incident));
    return new CouncilIncidents(
        jdbc
            .sql("select * from view.incident order by reported_at desc limit 200")
            .query((row, number) -> council(row, told.get(row.getString("incident_id"))))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList());
  }

  private record Told(String incident, StepKind kind, String code, Instant at, byte[] sealed) {}

  private Optional<CouncilIncidents.Told> council(ResultSet row, @Nullable List<Told> steps)
      throws SQLException {
    if (steps == null) {
      return Optional.empty();
    }
    IncidentId id = new IncidentId(row.getString("incident_id"));
    Told last =
        steps.stream()
            .filter(step -> step.kind() == StepKind.COUNCIL_TOLD)
            .reduce((one, other) -> other)
            .orElseThrow();
    return Optional.of(
        new CouncilIncidents.Told(
            id,
            IncidentKind.valueOf(row.getString("kind")),
            day(at(row, "reported_at")),
            day(last.at()),
            row.getInt("persons"),
            steps.stream()
                .filter(step -> step.kind() == StepKind.MEASURE)
                .map(step -> MeasureKind.valueOf(step.code()))
                .collect(Collectors.toUnmodifiableSet()),
            text(id, last.sealed()),
            steps.stream()
                .filter(step -> step.kind() == StepKind.PREVENTION)
                .map(step -> text(id, step.sealed()))
                .toList(),
            row.getObject("closed_at") != null));
  }

  @QueryHandler
  PossibleMeasures handle(ListPossibleMeasures query) {
    return new PossibleMeasures(
        jdbc.sql(MEASURES)
            .param(query.incidentId().value())
            .query((row, number) ->
                new PossibleMeasures.Done(
                    row.getString("event_id"),
                    MeasureKind.valueOf(row.getString("kind")),
                    at(row, "at"),
                    row.getString("about"),
                    row.getString("who")))
            .list());
  }

  private record Found(
      IncidentRow row,
      String facilityId,
      Instant foundAt,
      @Nullable Instant occurredAt,
      List<AffectedRecord> affected,
      byte[] content) {}

  private List<Found> found(Side side, String one) {
    return jdbc.sql(ROWS)
        .param("all", side.city() || side.contractor())
        .param("me", side.origin().accountId())
        .param("admin", side.admin())
        .param("facility", side.origin().facilityId())
        .param("one", one)
        .query((row, number) -> found(row))
        .list();
  }

  private Found found(ResultSet row) throws SQLException {
    List<AffectedRecord> affected = affected(row);
    IncidentRow told =
        new IncidentRow(
            new IncidentId(row.getString("incident_id")),
            IncidentKind.valueOf(row.getString("kind")),
            at(row, "reported_at"),
            row.getString("reporter"),
            row.getString("facility"),
            row.getBoolean("on_behalf"),
            affected.size(),
            state(row),
            legs(row));
    return new Found(
        told,
        row.getString("facility_id"),
        at(row, "found_at"),
        maybe(row, "occurred_at"),
        affected,
        row.getBytes("sealed_content"));
  }

  private static List<AffectedRecord> affected(ResultSet row) throws SQLException {
    String[] patients = (String[]) row.getArray("patients").getArray();
    String[] documents = (String[]) row.getArray("documents").getArray();
    List<AffectedRecord> affected = new ArrayList<>();
    for (int i = 0; i < patients.length; i++) {
      affected.add(
          new AffectedRecord(
              new PatientId(patients[i]),
              documents[i].isEmpty() ? null : new DocumentId(documents[i])));
    }
    return affected;
  }

  private static IncidentState state(ResultSet row) throws SQLException {
    if (row.getObject("closed_at") != null) {
      return IncidentState.CLOSED;
    }
    if (row.getObject("measured_at") != null) {
      return IncidentState.MEASURED;
    }
    if (row.getObject("city_at") != null) {
      return IncidentState.AT_CITY;
    }
    if (row.getObject("instructed_at") != null) {
      return IncidentState.INSTRUCTED;
    }
    return row.getObject("received_at") != null ? IncidentState.RECEIVED : IncidentState.REPORTED;
  }

  private List<LegState> legs(ResultSet row) throws SQLException {
    List<LegState> legs = new ArrayList<>();
    Instant reported = at(row, "reported_at");
    Instant city = maybe(row, "city_at");
    add(legs, Leg.RECEIPT, reported, deadlines.receipt, maybe(row, "received_at"));
    add(legs, Leg.INSTRUCTION, reported, deadlines.instruction, maybe(row, "instructed_at"));
    add(legs, Leg.CITY_REPORT, reported, deadlines.cityReport, city);
    add(legs, Leg.MEASURE, city, deadlines.measure, maybe(row, "measured_at"));
    add(legs, Leg.BREACH, city, deadlines.breach, maybe(row, "breach_at"));
    if (row.getBoolean("reportable")) {
      addDay(legs, Leg.PRELIMINARY, row, "preliminary_to", "preliminary_at");
      addDay(legs, Leg.FINAL, row, "final_to", "final_at");
    }
    add(legs, Leg.COUNCIL, city, deadlines.council, maybe(row, "council_at"));
    add(legs, Leg.STUDY, maybe(row, "study_at"), deadlines.study, maybe(row, "study_answered_at"));
    add(
        legs,
        Leg.ESTIMATE,
        maybe(row, "estimate_at"),
        deadlines.estimate,
        maybe(row, "decided_at"));
    add(legs, Leg.CLOSING, city, deadlines.closing, maybe(row, "closed_at"));
    return legs;
  }

  private void add(
      List<LegState> legs,
      Leg leg,
      @Nullable Instant begins,
      Duration within,
      @Nullable Instant done) {
    if (begins != null) {
      legs.add(leg(leg, begins.plus(within), done));
    }
  }

  private void addDay(List<LegState> legs, Leg leg, ResultSet row, String due, String done)
      throws SQLException {
    LocalDate day = row.getObject(due, LocalDate.class);
    if (day != null) {
      legs.add(leg(leg, day.plusDays(1).atStartOfDay(JAPAN).toInstant(), maybe(row, done)));
    }
  }

  private LegState leg(Leg leg, Instant due, @Nullable Instant done) {
    return new LegState(leg, due, done, (done == null ? clock.instant() : done).isAfter(due));
  }

  private List<IncidentStep> steps(IncidentId id, Side side) {
    return jdbc
        .sql(STEPS)
        .param(id.value())
        .query((row, number) -> step(id, side, row))
        .list()
        .stream()
        .filter(step -> side.sees(step.kind()))
        .toList();
  }

  private IncidentStep step(IncidentId id, Side side, ResultSet row) throws SQLException {
    StepKind kind = StepKind.valueOf(row.getString("kind"));
    byte[] sealed = row.getBytes("sealed");
    String text =
        switch (kind) {
          case REPORTED, RECEIVED, BREACH_ASSESSED -> "";
          case REPORTED_TO_CITY ->
              opened(id, sealed, CityReport.class)
                  .map(CityReport::assessment)
                  .collect(Collectors.joining());
          case COMMISSION_PRELIMINARY, COMMISSION_FINAL ->
              opened(id, sealed, CommissionReport.class)
                  .map(CommissionReport::overview)
                  .collect(Collectors.joining());
          default -> text(id, sealed);
        };
    return new IncidentStep(
        row.getString("event_id"),
        kind,
        at(row, "at"),
        row.getString("actor"),
        row.getString("facility"),
        side.reads(kind) ? text : "",
        row.getString("code"),
        row.getLong("amount"),
        row.getObject("on_day", LocalDate.class),
        row.getString("linked_event"),
        maybe(row, "linked_at"),
        row.getString("linked_who"));
  }

  private @Nullable Breach breach(IncidentId id) {
    List<byte[]> reports =
        jdbc.sql(
                """
                select sealed from view.incident_step
                 where incident_id = ? and kind in ('COMMISSION_PRELIMINARY', 'COMMISSION_FINAL')
                 order by number desc limit 1\
                """)
            .param(id.value())
            .query((row, number) -> row.getBytes("sealed"))
            .list();
    CommissionReport latest =
        reports.stream()
            .flatMap(sealed -> opened(id, sealed, CommissionReport.class))
            .findFirst()
            .orElse(null);
    return jdbc.sql("select * from view.incident where incident_id = ? and breach_at is not null")
        .param(id.value())
        .query((row, number) ->
            new Breach(
                at(row, "aware_at"),
                Stream.of((String[]) row.getArray("reasons").getArray())
                    .map(BreachReason::valueOf)
                    .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("encrypted"),
                row.getInt("persons"),
                row.getBoolean("reportable"),
                row.getObject("preliminary_from", LocalDate.class),
                row.getObject("preliminary_to", LocalDate.class),
                row.getObject("final_to", LocalDate.class),
                latest))
        .optional()
        .orElse(null);
  }

  private Map<String, String> patients(List<AffectedRecord> affected) {
    Map<String, String> names = new HashMap<>();
    Set<String> ids = new HashSet<>();
    affected.forEach(record -> ids.add(record.patientId().value()));
    if (!ids.isEmpty()) {
      jdbc.sql("select patient_id, name from view.patient where patient_id in (:ids)")
          .param("ids", ids)
          .query(row -> {
            names.put(row.getString(1), row.getString(2));
          });
    }
    return names;
  }

  private String text(IncidentId id, byte[] sealed) {
    return opened(id, sealed, String.class).collect(Collectors.joining());
  }

  private <T> Stream<T> opened(IncidentId id, byte[] sealed, Class<T> type) {
    return sealed.length == 0
        ? Stream.empty()
        : sealer.sealed(Subject.of(id), sealed, type).read().stream();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, JAPAN);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
