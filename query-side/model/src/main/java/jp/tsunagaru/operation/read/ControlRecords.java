package jp.tsunagaru.operation.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagaru.attachment.event.AttachmentRejected;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.audit.read.Attestations;
import jp.tsunagaru.audit.read.ReviewPeriods;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.axon.store.DomainHistory;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.ControlEvidence;
import jp.tsunagaru.operation.query.ControlEvidence.Column;
import jp.tsunagaru.operation.query.ControlEvidence.Kind;
import jp.tsunagaru.operation.query.ControlEvidence.Measured;
import jp.tsunagaru.operation.query.ControlEvidence.Person;
import jp.tsunagaru.operation.query.ControlEvidence.Row;
import jp.tsunagaru.operation.query.ControlEvidence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the light of each control rests on, by the conditions that {@link ComplianceQueries} counts
 * by: a row is bad where it is counted there.
 */
@Component
class ControlRecords {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Refusals of files, the newest of a period. */
  private static final int REFUSALS = 500;

  /** Stands where a code is missing that has to be there. */
  private static final String NONE = "NONE";

  private final JdbcClient jdbc;
  private final RecordedAccesses accesses;
  private final DomainHistory changes;
  private final Proofs proofs;
  private final ReviewPeriods reviews;
  private final Attestations attestations;
  private final Map<String, Records> all = new HashMap<>();

  private record Records(Measured measured, List<Source> sources) {}

  /**
   * @param persons whether the rows are about persons
   */
  private record Source(
      String name, boolean persons, List<Column> columns, Function<MeasuredPeriod, Found> find) {}

  private record Found(List<Row> rows, long total, long bad) {}

  ControlRecords(
      JdbcClient jdbc,
      RecordedAccesses accesses,
      DomainHistory changes,
      Proofs proofs,
      ReviewPeriods reviews,
      Attestations attestations) {
    this.jdbc = jdbc;
    this.accesses = accesses;
    this.changes = changes;
    this.proofs = proofs;
    this.reviews = reviews;
    this.attestations = attestations;
    people();
    accesses();
    documents();
    operation();
    patients();
  }

  ControlEvidence of(Control control, MeasuredPeriod period, boolean namesPersons) {
    Records records = Objects.requireNonNull(all.get(control.id()), control.id());
    List<Table> tables =
        records.sources().stream().map(source -> table(source, period, namesPersons)).toList();
    Map<String, Person> people = persons(named(tables, Kind.ACCOUNT));
    Set<String> facilities = new TreeSet<>(named(tables, Kind.FACILITY));
    people.values().forEach(person -> facilities.add(person.facilityId()));
    return new ControlEvidence(
        period.now(), records.measured(), control, tables, people, names(facilities));
  }

  private static Table table(Source source, MeasuredPeriod period, boolean namesPersons) {
    Found found = source.find().apply(period);
    boolean withheld = source.persons() && !namesPersons;
    return new Table(
        source.name(),
        source.columns(),
        withheld ? List.of() : found.rows(),
        found.total(),
        found.bad(),
        withheld);
  }

  private static Set<String> named(List<Table> tables, Kind kind) {
    Set<String> ids = new TreeSet<>();
    for (Table table : tables) {
      for (int i = 0; i < table.columns().size(); i++) {
        if (table.columns().get(i).kind() == kind) {
          for (Row row : table.rows()) {
            ids.add(row.values().get(i));
          }
        }
      }
    }
    ids.remove("");
    return ids;
  }

  private Map<String, Person> persons(Collection<String> ids) {
    Map<String, Person> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select account_id, profession, facility_id from view.account
               where account_id in (:ids)\
              """)
          .param("ids", ids)
          .query(row -> {
            found.put(row.getString(1), new Person(row.getString(2), row.getString(3)));
          });
    }
    return found;
  }

  private Map<String, String> names(Collection<String> ids) {
    Map<String, String> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select facility_id, name from view.facility where facility_id in (:ids)")
          .param("ids", ids)
          .query(row -> {
            found.put(row.getString(1), row.getString(2));
          });
    }
    return found;
  }

  // ---- the records of each control

  private void people() {
    add(
        "C-01",
        Measured.PERIOD,
        rows(
            "sessions",
            List.of(
                account("who"),
                column("startedAt", Kind.MOMENT),
                column("endedAt", Kind.MOMENT),
                column("elsewhere", Kind.NUMBER)),
            "started_at desc",
            """
            select count(o.session) > 0 as bad, s.account_id, s.started_at, s.ended_at,
                   count(o.session)
              from guard.session s
              left join guard.session o on o.account_id = s.account_id and o.session <> s.session
               and o.address <> s.address
               and o.started_at < coalesce(s.ended_at, now())
               and s.started_at < coalesce(o.ended_at, now())
             where s.started_at < :to and coalesce(s.ended_at, now()) >= :from
             group by s.session, s.account_id, s.started_at, s.ended_at\
            """));
    add(
        "C-03",
        Measured.NOW,
        rows(
            "passwords",
            List.of(
                account("who"),
                column("issuedAt", Kind.MOMENT),
                column("password", Kind.CODE),
                column("passwordSince", Kind.MOMENT)),
            "issued_at desc",
            """
            select a.must_change_password and v.issued_at < :threeDaysAgo as bad, a.account_id,
                   v.issued_at,
                   case when a.must_change_password then 'INITIAL' else 'OWN' end,
                   c.password_since
              from guard.account a
              join view.account v on v.account_id = a.account_id
              left join guard.credential c on c.account_id = a.account_id
             where a.state <> 'DEACTIVATED'\
            """));
    add(
        "C-04",
        Measured.NOW,
        figures(
            "algorithms",
            List.of(column("algorithm", Kind.CODE), column("many", Kind.NUMBER)),
            "algorithm",
            """
            select not known as bad, algorithm, count(*)
              from (select c.password_hash like '%argon2%' or c.password_hash like '%pbkdf2%'
                             as known,
                           case when c.password_hash like '%argon2%' then
                                  coalesce(
                                    substring(c.password_hash
                                      from 'argon2[a-z]*\\$v=[0-9]+\\$m=[0-9]+,t=[0-9]+,p=[0-9]+'),
                                    'argon2')
                                when c.password_hash like '%pbkdf2%' then 'pbkdf2'
                                else 'UNKNOWN' end as algorithm
                      from guard.credential c) h
             group by known, algorithm\
            """));
    add(
        "C-05",
        Measured.NOW,
        rows(
            "firstUse",
            List.of(
                account("who"),
                column("issuedAt", Kind.MOMENT),
                column("password", Kind.CODE),
                column("opened", Kind.NUMBER)),
            "issued_at desc",
            """
            select coalesce(l.opened, 0) > 0 as bad, a.account_id, v.issued_at,
                   case when a.must_change_password then 'INITIAL' else 'OWN' end,
                   coalesce(l.opened, 0)
              from guard.account a
              join view.account v on v.account_id = a.account_id
              left join (
                select g.account_id, count(*) as opened
                  from guard.account g
                  join view.access_log x on x.account_id = g.account_id
                   and x.patient_id <> '' and x.result = 'ALLOWED'
                 where g.state = 'ISSUED' group by g.account_id) l
                on l.account_id = a.account_id
             where a.state <> 'DEACTIVATED'\
            """));
    add(
        "C-22",
        Measured.NOW,
        rows(
            "sessions",
            List.of(
                account("who"), column("startedAt", Kind.MOMENT), column("endedAt", Kind.MOMENT)),
            "started_at desc",
            """
            select ended_at is null and started_at < :yesterday as bad, account_id, started_at,
                   ended_at
              from guard.session\
            """));
    add(
        "A-25",
        Measured.NOW,
        rows(
            "accounts",
            List.of(
                account("who"), column("issuedAt", Kind.MOMENT), column("lastSignIn", Kind.MOMENT)),
            "coalesce(last, issued_at)",
            """
            select a.issued_at < :ninetyDaysAgo and coalesce(s.last < :ninetyDaysAgo, true) as bad,
                   a.account_id, a.issued_at, s.last
              from view.account a
              left join (
                select account_id, max(at) as last from view.sign_in
                 where succeeded group by account_id) s on s.account_id = a.account_id
             where a.deactivated_at is null\
            """));
    add(
        "A-35",
        Measured.PERIOD,
        rows(
            "stopped",
            List.of(
                column("at", Kind.MOMENT),
                column("measure", Kind.CODE),
                account("who"),
                account("by")),
            "at desc",
            """
            select false as bad, at, kind, about, account_id from guard.security_measure
             where kind = 'ACCOUNT_DEACTIVATED' and at >= :from and at < :to\
            """));
  }

  private void accesses() {
    add(
        "C-02",
        Measured.PERIOD,
        sampled(
            "factors",
            List.of(
                column("at", Kind.MOMENT),
                account("who"),
                column("action", Kind.ACTION),
                column("factors", Kind.CODE)),
            accesses::ofPatients,
            RecordedAccesses::byPasswordAlone,
            ControlRecords::withFactors));
    add(
        "C-08",
        Measured.PERIOD,
        rows(
            "accesses",
            List.of(column("at", Kind.MOMENT), account("who"), column("action", Kind.ACTION)),
            "at desc",
            """
            select false as bad, at, account_id, action from view.access_log
             where at >= :from and at < :to
               and (patient_id <> '' or action = 'SignIn' and result = 'ALLOWED')\
            """));
    add(
        "C-12",
        Measured.PERIOD,
        sampled(
            "takenOut",
            List.of(
                column("at", Kind.MOMENT),
                account("who"),
                column("auditPurpose", Kind.CODE),
                column("records", Kind.NUMBER)),
            accesses::ofLogsTakenOut,
            RecordedAccesses::withoutPurpose,
            ControlRecords::logTakenOut));
    add("C-16", Measured.PERIOD, prints("action like 'Print%'"));
    add(
        "C-34",
        Measured.PERIOD,
        prints("result = 'ALLOWED' and action in ('PrintOwnAccess', 'PrintOwnAccessAtDesk')"));
    add(
        "C-39",
        Measured.PERIOD,
        sampled(
            "takenOut",
            List.of(
                column("at", Kind.MOMENT),
                account("who"),
                column("purpose", Kind.CODE),
                column("format", Kind.CODE),
                column("together", Kind.NUMBER)),
            accesses::ofListsTakenOut,
            RecordedAccesses::withoutPurpose,
            ControlRecords::listTakenOut));
    add(
        "C-24",
        Measured.BOTH,
        rows(
            "emergencies",
            List.of(
                column("openedAt", Kind.MOMENT),
                account("who"),
                column("endsAt", Kind.MOMENT),
                column("verdict", Kind.CODE),
                account("reviewer")),
            "case when bad then ends_at end, opened_at desc",
            """
            select verdict = '' as bad, opened_at, account_id, ends_at,
                   case verdict when '' then 'NONE' else verdict end, reviewer_id
              from view.break_glass
             where opened_at >= :from and opened_at < :to or verdict = ''\
            """));
  }

  private void documents() {
    add(
        "C-13",
        Measured.NOW,
        rows(
            "versions",
            List.of(
                column("recordedAt", Kind.MOMENT),
                account("author"),
                column("document", Kind.DOCUMENT),
                column("version", Kind.NUMBER)),
            "recorded_at desc",
            """
            select author_id not like 'acc\\_%' as bad, recorded_at, author_id, document_id, version
              from view.document_version\
            """));
    Source approvals =
        rows(
            "approvals",
            List.of(
                column("approvedAt", Kind.MOMENT),
                column("form", Kind.CODE),
                account("enteredBy"),
                account("approvedBy"),
                column("document", Kind.DOCUMENT)),
            "approved_at desc nulls last",
            """
            select coalesce(approved_by, '') = '' as bad, approved_at, kind, entered_by, approved_by,
                   document_id
              from view.form where state in ('APPROVED', 'SUPERSEDED')\
            """);
    add("C-14", Measured.NOW, approvals);
    add(
        "C-15",
        Measured.NOW,
        rows(
            "confirmed",
            List.of(
                column("recordedAt", Kind.MOMENT),
                account("author"),
                column("document", Kind.DOCUMENT)),
            "recorded_at desc",
            """
            select author_id = 'system' as bad, recorded_at, author_id, document_id
              from view.timeline_entry\
            """));
    Source byKind =
        figures(
            "forms",
            List.of(column("form", Kind.CODE), column("many", Kind.NUMBER)),
            "kind",
            """
            select false as bad, kind, count(*) from view.form where state = 'APPROVED'
             group by kind\
            """);
    Source confirmed =
        rows(
            "confirmedForms",
            List.of(
                column("approvedAt", Kind.MOMENT),
                column("form", Kind.CODE),
                account("approvedBy"),
                column("document", Kind.DOCUMENT)),
            "approved_at desc nulls last",
            """
            select false as bad, approved_at, kind, approved_by, document_id
              from view.form where state = 'APPROVED'\
            """);
    add("C-28", Measured.NOW, byKind, confirmed);
    add("C-29", Measured.NOW, byKind, confirmed);
    add(
        "C-20",
        Measured.BOTH,
        figures(
            "taken",
            List.of(column("mediaType", Kind.TEXT), column("many", Kind.NUMBER)),
            "count desc",
            """
            select media_type ~* '(msdownload|executable|x-sh|javascript|macroenabled)' as bad,
                   media_type, count(*)
              from view.attachment group by media_type\
            """),
        new Source(
            "refused",
            false,
            List.of(column("reason", Kind.CODE), column("many", Kind.NUMBER)),
            this::refusedFiles));
    add(
        "C-21",
        Measured.BOTH,
        new Source(
            "scanning",
            false,
            List.of(column("item", Kind.CODE), column("many", Kind.NUMBER)),
            this::scanning));
    add(
        "C-27",
        Measured.NOW,
        rows(
            "stillReadable",
            List.of(
                column("problem", Kind.CODE),
                column("patient", Kind.PATIENT),
                column("document", Kind.DOCUMENT)),
            "patient_id, document_id",
            """
            select true as bad, 'KEY_LEFT', d.patient_id, d.document_id from guard.document d
              join keys.subject_key k on k.subject_id = d.document_id
             where d.state = 'PURGED' and k.wrapped is not null
            union all
            select true, 'KEY_LEFT', p.patient_id, '' from guard.patient p
              join keys.subject_key k on p.patient_id in (k.subject_id, k.parent_id)
             where p.sharing in ('ERASED', 'PURGED') and k.wrapped is not null
            union all
            select true, 'ERASE_AGAIN', p.patient_id, '' from guard.patient p
              join keys.subject_key k on k.subject_id = p.patient_id
             where k.destroyed_at is not null and p.sharing not in ('ERASED', 'PURGED')
            union all
            select true, 'ERASE_AGAIN', d.patient_id, d.document_id from guard.document d
             where d.state <> 'PURGED' and exists (
               select 1 from keys.subject_key k
                where k.subject_id in (d.document_id, d.patient_id)
                  and k.destroyed_at is not null)\
            """),
        rows(
            "erasures",
            List.of(
                column("executedAt", Kind.MOMENT),
                column("ground", Kind.CODE),
                column("facility", Kind.FACILITY),
                account("executedBy"),
                column("keys", Kind.NUMBER)),
            "executed_at desc",
            """
            select false as bad, executed_at, ground, facility_id, executed_by, keys
              from view.erasure\
            """));
  }

  private void operation() {
    add(
        "C-07",
        Measured.NOW,
        new Source(
            "attestations",
            false,
            List.of(
                column("facility", Kind.FACILITY),
                column("attestation", Kind.CODE),
                column("due", Kind.DAY),
                column("corrections", Kind.NUMBER)),
            period ->
                found(
                    attestations.all().stream()
                        .sorted(
                            Comparator.comparing(row -> row.state() != AttestationState.OVERDUE))
                        .map(ControlRecords::attested)
                        .toList())));
    add(
        "C-09",
        Measured.NOW,
        new Source(
            "reviews",
            false,
            List.of(
                column("from", Kind.DAY),
                column("to", Kind.DAY),
                column("due", Kind.DAY),
                column("review", Kind.CODE)),
            period ->
                found(
                    reviews.all().reversed().stream()
                        .sorted(
                            Comparator.comparing(each -> each.state() != LogReviewState.OVERDUE))
                        .map(ControlRecords::reviewed)
                        .toList())));
    add(
        "C-10",
        Measured.NOW,
        new Source(
            "logs",
            false,
            List.of(
                column("log", Kind.CODE),
                column("signed", Kind.NUMBER),
                column("signedAt", Kind.MOMENT),
                column("alarm", Kind.CODE)),
            period -> found(proofs.states().stream().map(log -> proven(log, period)).toList())));
    add(
        "C-23",
        Measured.NOW,
        figures(
            "backups",
            List.of(
                column("began", Kind.MOMENT),
                column("ended", Kind.MOMENT),
                column("run", Kind.CODE),
                column("generation", Kind.TEXT),
                column("rows", Kind.NUMBER),
                column("files", Kind.NUMBER)),
            "began_at desc",
            """
            select kind = 'BACKUP' and began_at < :backupDue
                     and began_at = (select max(began_at) from store.backup_run
                                      where kind = 'BACKUP') as bad,
                   began_at, ended_at, kind, generation, rows, files
              from store.backup_run\
            """));
    add(
        "C-31",
        Measured.NOW,
        rows(
            "breaches",
            List.of(
                column("reportedAt", Kind.MOMENT),
                column("incident", Kind.CODE),
                column("preliminaryTo", Kind.DAY),
                column("preliminaryAt", Kind.MOMENT),
                column("finalTo", Kind.DAY),
                column("finalAt", Kind.MOMENT)),
            "case when bad then reported_at end, reported_at desc",
            """
            select closed_at is null as bad, reported_at, kind, preliminary_to, preliminary_at,
                   final_to, final_at
              from view.incident where reportable\
            """));
    add("C-32", Measured.NOW);
    add(
        "C-40",
        Measured.NOW,
        figures(
            "columns",
            List.of(
                column("type", Kind.TEXT),
                column("schema", Kind.TEXT),
                column("many", Kind.NUMBER),
                column("where", Kind.TEXT)),
            "data_type, table_schema",
            """
            select data_type = 'timestamp without time zone' as bad, data_type, table_schema,
                   count(*),
                   case when data_type = 'timestamp without time zone'
                        then string_agg(table_name || '.' || column_name, ', '
                               order by table_name, column_name) end
              from information_schema.columns
             where table_schema in ('view', 'guard', 'keys')
               and data_type in ('timestamp without time zone', 'timestamp with time zone', 'date')
             group by data_type, table_schema\
            """));
    add(
        "A-28",
        Measured.BOTH,
        rows(
            "incidents",
            List.of(
                column("reportedAt", Kind.MOMENT),
                column("incident", Kind.CODE),
                column("receivedAt", Kind.MOMENT),
                column("instructedAt", Kind.MOMENT),
                column("cityAt", Kind.MOMENT),
                column("closedAt", Kind.MOMENT)),
            "case when bad then reported_at end, reported_at desc",
            """
            select closed_at is null as bad, reported_at, kind, received_at, instructed_at, city_at,
                   closed_at
              from view.incident
             where reported_at >= :from and reported_at < :to or closed_at is null\
            """));
  }

  private void patients() {
    add(
        "C-33",
        Measured.NOW,
        rows(
            "consents",
            List.of(
                column("patient", Kind.PATIENT),
                column("consentedOn", Kind.DAY),
                column("consent", Kind.CODE),
                column("facility", Kind.FACILITY)),
            "consented_on desc nulls last, patient_id",
            """
            select s.patient_id is null as bad, p.patient_id, s.consented_on, s.kind, s.facility_id
              from guard.patient p
              left join view.sharing s on s.patient_id = p.patient_id
             where p.sharing = 'SHARED'\
            """));
    add(
        "C-35",
        Measured.NOW,
        rows(
            "deceased",
            List.of(
                column("patient", Kind.PATIENT),
                column("endedOn", Kind.DAY),
                column("retainedUntil", Kind.DAY)),
            "ended_on desc, patient_id",
            """
            select not exists (
                     select 1 from keys.subject_key k
                      where k.subject_id = p.patient_id and k.wrapped is not null) as bad,
                   p.patient_id, s.ended_on, s.retained_until
              from guard.patient p
              join view.sharing s on s.patient_id = p.patient_id and s.end_reason = 'DEATH'
             where p.sharing in ('ENDED', 'WITHDRAWN')\
            """));
    add(
        "A-16",
        Measured.NOW,
        rows(
            "requests",
            List.of(
                column("dueOn", Kind.DAY),
                column("request", Kind.CODE),
                column("facility", Kind.FACILITY),
                column("patient", Kind.PATIENT)),
            "case when state = 'OPEN' then due_on end, due_on desc",
            """
            select state = 'OPEN' as bad, due_on, state, facility_id, patient_id
              from guard.deletion_request\
            """));
    add(
        "A-16b",
        Measured.NOW,
        rows(
            "minors",
            List.of(
                column("patient", Kind.PATIENT),
                column("consentedOn", Kind.DAY),
                column("confirmedOn", Kind.DAY)),
            "confirmed_on desc nulls first, patient_id",
            """
            select s.confirmed_on is null as bad, s.patient_id, s.consented_on, s.confirmed_on
              from view.sharing s
              join view.patient p on p.patient_id = s.patient_id
             where s.ground = 'MINOR' and s.state = 'SHARED'
               and p.birth_date <= :today - interval '18 years'\
            """));
    add(
        "A-19",
        Measured.NOW,
        rows(
            "kept",
            List.of(
                column("patient", Kind.PATIENT),
                column("retainedUntil", Kind.DAY),
                column("heldUntil", Kind.DAY)),
            "retained_until, patient_id",
            """
            select p.retained_until < :today and h.until is null as bad, p.patient_id,
                   p.retained_until, h.until
              from guard.patient p
              left join (
                select patient_id, max(until) as until from guard.legal_hold
                 where not lifted and until >= :today group by patient_id) h
                on h.patient_id = p.patient_id
             where p.sharing in ('ENDED', 'WITHDRAWN')\
            """));
  }

  private void add(String id, Measured measured, Source... sources) {
    all.put(id, new Records(measured, List.of(sources)));
  }

  private static Column column(String name, Kind kind) {
    return new Column(name, kind);
  }

  private static Column account(String name) {
    return new Column(name, Kind.ACCOUNT);
  }

  // ---- from tables

  /** Rows about persons. */
  private Source rows(String name, List<Column> columns, String order, String sql) {
    return new Source(name, true, columns, period -> select(columns, order, sql, period));
  }

  /** A breakdown, or rows of what the installation does by itself. */
  private Source figures(String name, List<Column> columns, String order, String sql) {
    return new Source(name, false, columns, period -> select(columns, order, sql, period));
  }

  private Source prints(String which) {
    return rows(
        "prints",
        List.of(
            column("at", Kind.MOMENT),
            account("who"),
            column("action", Kind.ACTION),
            column("purpose", Kind.CODE)),
        "at desc",
        "select false as bad, at, account_id, action, purpose from view.access_log"
            + " where at >= :from and at < :to and "
            + which);
  }

  /**
   * @param sql whose first column is {@code bad}, the others as {@code columns} says
   */
  private Found select(List<Column> columns, String order, String sql, MeasuredPeriod period) {
    Map<String, Object> parameters = parameters(period);
    long[] counts =
        jdbc.sql("select count(*), count(*) filter (where bad) from (" + sql + ") r")
            .params(parameters)
            .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
            .single();
    List<Row> rows =
        jdbc.sql("select * from (" + sql + ") r order by bad desc, " + order + " limit :most")
            .params(parameters)
            .param("most", ControlEvidence.MOST)
            .query((row, number) -> row(columns, row))
            .list();
    return new Found(rows, counts[0], counts[1]);
  }

  private static Map<String, Object> parameters(MeasuredPeriod period) {
    OffsetDateTime now = period.now().atOffset(ZoneOffset.UTC);
    Map<String, Object> parameters = new HashMap<>(period.ends());
    parameters.put("threeDaysAgo", now.minus(ComplianceQueries.OWN_PASSWORD_WITHIN));
    parameters.put("yesterday", now.minus(ComplianceQueries.DAY));
    parameters.put("ninetyDaysAgo", now.minus(ComplianceQueries.UNUSED));
    parameters.put("backupDue", now.minus(ComplianceQueries.BACKUP_EVERY));
    parameters.put("today", LocalDate.ofInstant(period.now(), JAPAN));
    return parameters;
  }

  private static Row row(List<Column> columns, ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(
          switch (columns.get(i).kind()) {
            case MOMENT -> moment(row.getObject(i + 2, OffsetDateTime.class));
            case DAY -> text(row.getObject(i + 2, LocalDate.class));
            default -> text(row.getString(i + 2));
          });
    }
    return new Row(row.getBoolean("bad"), values);
  }

  private static String moment(@Nullable OffsetDateTime at) {
    return at == null ? "" : at.toInstant().toString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  // ---- from elsewhere

  private static Source sampled(
      String name,
      List<Column> columns,
      Function<MeasuredPeriod, RecordedAccesses.Sample> sample,
      Predicate<StoredAccess> bad,
      Function<StoredAccess, List<String>> values) {
    return new Source(
        name,
        true,
        columns,
        period ->
            found(
                sample.apply(period).found().stream()
                    .map(access -> new Row(bad.test(access), values.apply(access)))
                    .toList()));
  }

  private static Found found(List<Row> rows) {
    return new Found(
        rows.stream()
            .sorted(Comparator.comparing(Row::bad).reversed())
            .limit(ControlEvidence.MOST)
            .toList(),
        rows.size(),
        rows.stream().filter(Row::bad).count());
  }

  private static List<String> withFactors(StoredAccess access) {
    return List.of(
        access.at().toString(),
        access.origin().accountId(),
        RecordedAccesses.action(access),
        access.origin().factors());
  }

  private static String purpose(StoredAccess access) {
    return RecordedAccesses.withoutPurpose(access) ? NONE : RecordedAccesses.purpose(access);
  }

  private static List<String> logTakenOut(StoredAccess access) {
    return List.of(
        access.at().toString(),
        access.origin().accountId(),
        purpose(access),
        access.event() instanceof AuditReplayed part ? Integer.toString(part.results()) : "");
  }

  private static List<String> listTakenOut(StoredAccess access) {
    boolean list = access.event() instanceof PatientTakenOut;
    return List.of(
        access.at().toString(),
        access.origin().accountId(),
        purpose(access),
        list ? ((PatientTakenOut) access.event()).format() : "",
        list ? Integer.toString(((PatientTakenOut) access.event()).rows()) : "");
  }

  private static Row attested(AttestationRow row) {
    return new Row(
        row.state() != AttestationState.DONE || row.corrections() > 0,
        List.of(
            row.facilityId().value(),
            row.state().name(),
            row.due().toString(),
            Integer.toString(row.corrections())));
  }

  private static Row reviewed(ReviewPeriods.Period period) {
    return new Row(
        period.state() == LogReviewState.OVERDUE || period.state() == LogReviewState.DUE,
        List.of(
            period.period().from().toString(),
            period.period().to().toString(),
            period.due().toString(),
            period.state().name()));
  }

  private Row proven(Proofs.LogState log, MeasuredPeriod period) {
    return new Row(
        !log.alarm().isEmpty() || late(log, period),
        List.of(log.log(), Long.toString(log.signed()), text(log.signedAt()), log.alarm()));
  }

  /** Not signed for a day although there is something to sign. */
  boolean late(Proofs.LogState log, MeasuredPeriod period) {
    return log.signedAt() == null
        || log.signedAt().isBefore(period.now().minus(ComplianceQueries.DAY))
            && jdbc.sql("select exists (select 1 from proof.pending where log = ?)")
                .param(log.log())
                .query(Boolean.class)
                .single();
  }

  private Map<String, Long> refusals(MeasuredPeriod period) {
    List<DomainHistory.Place> places =
        jdbc.sql(
                """
                select event_id, aggregate_id, sequence from view.deed
                 where at >= :from and at < :to and action = 'AttachmentRejected'
                 order by at desc limit :most\
                """)
            .params(period.ends())
            .param("most", REFUSALS)
            .query((row, number) ->
                new DomainHistory.Place(row.getString(1), row.getString(2), row.getLong(3)))
            .list();
    return changes.read(places).stream()
        .map(found ->
            found.getPayload() instanceof AttachmentRejected refused ? refused.reasonCode() : "")
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
  }

  private Found refusedFiles(MeasuredPeriod period) {
    return found(
        refusals(period).entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(each -> new Row(false, List.of(each.getKey(), each.getValue().toString())))
            .toList());
  }

  private Found scanning(MeasuredPeriod period) {
    Map<String, Long> refused = refusals(period);
    long received =
        jdbc.sql(
                "select count(*) from view.attachment where received_at >= :from and received_at < :to")
            .params(period.ends())
            .query(Long.class)
            .single();
    return found(
        List.of(
            figure("RECEIVED", received),
            figure("REFUSED", refused.values().stream().mapToLong(Long::longValue).sum()),
            figure("VIRUS", refused.getOrDefault("FILE_VIRUS", 0L))));
  }

  private static Row figure(String item, long many) {
    return new Row(false, List.of(item, Long.toString(many)));
  }
}
