package jp.tsunagaru.incident.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagaru.audit.event.HandedOut;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.incident.query.Evidence;
import jp.tsunagaru.incident.query.GetEvidence;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence of an incident, and what an account could reach and opened (IN-08). */
@Component
class EvidenceQueries {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int BLOCK = 1000;

  private static final String ACCESSES =
      """
      select l.event_id, l.at, l.account_id, l.action, l.patient_id, l.result,
             coalesce(a.name, '') as name, coalesce(f.name, '') as facility,
             coalesce(p.name, '') as patient
        from view.access_log l
        left join view.account a on a.account_id = l.account_id
        left join view.facility f on f.facility_id = l.facility_id
        left join view.patient p on p.patient_id = l.patient_id
       where (l.patient_id = any (:patients) or (l.account_id = :account and l.account_id <> ''))
         and l.at >= :from and l.at < :to
       order by l.position
       limit :limit
      """;

  /** Groups keep no history here: who is in one now is taken to have been in it. */
  private static final String REACHABLE =
      """
      select m.patient_id from view.membership m
       where (m.account_id = :account
           or m.group_id in (select group_id from view.group_member where account_id = :account))
         and m.assigned_at < :to and (m.ended_at is null or m.ended_at > :from)
         and m.valid_from <= :today and m.valid_to >= :since
      union
      select b.patient_id from view.break_glass b
       where b.account_id = :account and b.opened_at < :to and b.ends_at > :from
      """;

  private final JdbcClient jdbc;
  private final IncidentQueries incidents;
  private final AccessHistory history;
  private final Proofs proofs;

  EvidenceQueries(
      JdbcClient jdbc, IncidentQueries incidents, AccessHistory history, Proofs proofs) {
    this.jdbc = jdbc;
    this.incidents = incidents;
    this.history = history;
    this.proofs = proofs;
  }

  @QueryHandler
  Evidence handle(GetEvidence query, MetaData metaData) {
    IncidentDetail incident = incidents.detail(query.incidentId(), metaData);
    String account = account(query.loginId());
    String[] patients =
        incident.affected().stream()
            .map(affected -> affected.record().patientId().value())
            .distinct()
            .toArray(String[]::new);
    List<Row> rows =
        jdbc.sql(ACCESSES)
            .param("patients", patients)
            .param("account", account)
            .param("from", query.from().atOffset(ZoneOffset.UTC))
            .param("to", query.to().atOffset(ZoneOffset.UTC))
            .param("limit", Evidence.MOST + 1)
            .query((row, number) -> row(row))
            .list();
    boolean more = rows.size() > Evidence.MOST;
    List<Row> shown = more ? rows.subList(0, Evidence.MOST) : rows;
    Map<String, StoredAccess> stored = stored(shown);
    Proofs.Evidence proved =
        proofs.evidence(Stream.concat(events(incident), shown.stream().map(Row::eventId)).toList());
    return new Evidence(
        incident,
        shown.stream()
            .filter(row -> !row.patientId().isEmpty())
            .map(row -> access(row, stored.get(row.eventId())))
            .toList(),
        more,
        account.isEmpty() ? List.of() : reach(query, account, shown, stored),
        account.isEmpty() ? List.of() : sessions(account, shown, stored),
        proved.files(),
        proved.notSigned());
  }

  private record Row(
      String eventId,
      Instant at,
      String accountId,
      String action,
      String patientId,
      String result,
      String name,
      String facility,
      String patient) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("event_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("account_id"),
        row.getString("action"),
        row.getString("patient_id"),
        row.getString("result"),
        row.getString("name"),
        row.getString("facility"),
        row.getString("patient"));
  }

  private static Stream<String> events(IncidentDetail incident) {
    return incident.steps().stream()
        .flatMap(step -> Stream.of(step.eventId(), step.linked()))
        .filter(id -> !id.isEmpty());
  }

  private String account(String loginId) {
    return loginId.isBlank()
        ? ""
        : jdbc.sql("select account_id from view.account where login_id = ?")
            .param(loginId.strip())
            .query(String.class)
            .optional()
            .orElseThrow(() -> new Refused(RefusalCode.UNKNOWN_ACCOUNT));
  }

  private Map<String, StoredAccess> stored(List<Row> rows) {
    Map<String, StoredAccess> stored = new HashMap<>();
    for (int from = 0; from < rows.size(); from += BLOCK) {
      history
          .read(
              rows.subList(from, Math.min(rows.size(), from + BLOCK)).stream()
                  .map(Row::eventId)
                  .toList())
          .forEach(access -> stored.put(access.eventId(), access));
    }
    return stored;
  }

  private static Evidence.Access access(Row row, @Nullable StoredAccess stored) {
    return new Evidence.Access(
        row.eventId(),
        row.at(),
        row.accountId(),
        row.name(),
        row.facility(),
        stored == null ? "" : stored.origin().session(),
        row.action(),
        new PatientId(row.patientId()),
        row.patient(),
        documents(stored),
        row.result());
  }

  private static Set<DocumentId> documents(@Nullable StoredAccess stored) {
    return stored != null && stored.event() instanceof HandedOut out
        ? Set.copyOf(out.documents().keySet())
        : Set.of();
  }

  private List<Evidence.Reach> reach(
      GetEvidence query, String account, List<Row> rows, Map<String, StoredAccess> stored) {
    Set<String> reachable =
        new HashSet<>(
            jdbc.sql(REACHABLE)
                .param("account", account)
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("to", query.to().atOffset(ZoneOffset.UTC))
                .param("since", LocalDate.ofInstant(query.from(), JAPAN))
                .param("today", LocalDate.ofInstant(query.to(), JAPAN))
                .query(String.class)
                .list());
    Map<String, List<Row>> opened = new TreeMap<>();
    reachable.forEach(patient -> opened.put(patient, new ArrayList<>()));
    rows.stream()
        .filter(row -> row.accountId().equals(account))
        .filter(row -> handedOut(stored.get(row.eventId())))
        .forEach(row -> opened.computeIfAbsent(row.patientId(), id -> new ArrayList<>()).add(row));
    Map<String, String> names = names(opened.keySet());
    List<Evidence.Reach> reach = new ArrayList<>();
    opened.forEach((patient, accesses) -> {
      Set<DocumentId> documents = new HashSet<>();
      accesses.forEach(row -> documents.addAll(documents(stored.get(row.eventId()))));
      reach.add(
          new Evidence.Reach(
              new PatientId(patient),
              names.getOrDefault(patient, ""),
              reachable.contains(patient),
              accesses.size(),
              documents.size()));
    });
    return reach;
  }

  private static boolean handedOut(@Nullable StoredAccess stored) {
    return stored != null && stored.event() instanceof HandedOut;
  }

  private static List<Evidence.Session> sessions(
      String account, List<Row> rows, Map<String, StoredAccess> stored) {
    Map<String, List<Row>> sessions = new LinkedHashMap<>();
    for (Row row : rows) {
      StoredAccess access = stored.get(row.eventId());
      if (row.accountId().equals(account)
          && access != null
          && !access.origin().session().isEmpty()) {
        sessions.computeIfAbsent(access.origin().session(), id -> new ArrayList<>()).add(row);
      }
    }
    List<Evidence.Session> told = new ArrayList<>();
    sessions.forEach((session, accesses) -> {
      StoredAccess first = stored.get(accesses.getFirst().eventId());
      told.add(
          new Evidence.Session(
              session,
              first == null ? "" : first.origin().address(),
              accesses.getFirst().at(),
              accesses.getLast().at(),
              (int)
                  accesses.stream()
                      .filter(row -> handedOut(stored.get(row.eventId())))
                      .map(Row::patientId)
                      .distinct()
                      .count()));
    });
    return told;
  }

  private Map<String, String> names(Set<String> patients) {
    Map<String, String> names = new HashMap<>();
    if (!patients.isEmpty()) {
      jdbc.sql("select patient_id, name from view.patient where patient_id in (:ids)")
          .param("ids", patients)
          .query(row -> {
            names.put(row.getString(1), row.getString(2));
          });
    }
    return names;
  }
}
