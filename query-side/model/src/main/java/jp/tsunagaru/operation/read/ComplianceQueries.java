package jp.tsunagaru.operation.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.query.Opening;
import jp.tsunagaru.audit.read.Attestations;
import jp.tsunagaru.audit.read.ReviewPeriods;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.ControlEvidence;
import jp.tsunagaru.operation.query.GetCompliance;
import jp.tsunagaru.operation.query.GetControlEvidence;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.operation.query.PrintCompliance;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The controls of domain.md §4, each a question to the tables (M11). What software cannot know is
 * said to be unknown, and what this version does not do is never green.
 */
@Component
class ComplianceQueries {
  static final Duration DAY = Duration.ofDays(1);
  static final Duration UNUSED = Duration.ofDays(90);
  static final Duration OWN_PASSWORD_WITHIN = Duration.ofDays(3);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Once a day, and two hours late is not late yet. */
  static final Duration BACKUP_EVERY = Duration.ofHours(26);

  /** Outside of this software: somebody has to look. */
  private static final List<String> UNKNOWN =
      List.of(
          "C-06", "C-11", "C-17", "C-18", "C-19", "C-25", "C-26", "C-30", "C-36", "C-37", "C-38");

  private record Check(
      String id, List<String> evidence, Function<MeasuredPeriod, Result> question) {}

  private record Result(Light light, String finding, List<Long> figures) {}

  private final JdbcClient jdbc;
  private final Proofs proofs;
  private final RecordedAccesses accesses;
  private final ControlRecords records;
  private final ReviewPeriods reviews;
  private final Attestations attestations;
  private final Clock clock;
  private final boolean scanned;
  private final List<Check> checks;

  ComplianceQueries(
      JdbcClient jdbc,
      Proofs proofs,
      RecordedAccesses accesses,
      ControlRecords records,
      ReviewPeriods reviews,
      Attestations attestations,
      Clock clock,
      @Value("${tsunagaru.files.clamd:}") String scanner) {
    this.jdbc = jdbc;
    this.proofs = proofs;
    this.accesses = accesses;
    this.records = records;
    this.reviews = reviews;
    this.attestations = attestations;
    this.clock = clock;
    this.scanned = !scanner.isBlank();
    this.checks =
        List.of(
            new Check(
                "C-01", List.of("/audit?all=1&kind=SIGN_IN", "/facilities"), this::oneIdOnePerson),
            new Check("C-02", List.of("/audit?all=1&kind=SIGN_IN"), this::factors),
            new Check("C-03", List.of("/facilities"), this::passwordsChosen),
            new Check("C-04", List.of(), this::passwordsHashed),
            new Check("C-05", List.of("/audit?all=1&kind=SIGN_IN"), this::nothingBeforeOwnPassword),
            new Check("C-07", List.of("/attestation"), this::rightsAttested),
            new Check("C-08", List.of("/audit?all=1"), this::accessesRecorded),
            new Check("C-09", List.of("/log-review"), this::logsReviewed),
            new Check("C-10", List.of("/audit-questions/proof"), this::proof),
            new Check(
                "C-12", List.of("/audit?all=1&action=ListAccessToTakeOut"), this::logsTakenOut),
            new Check("C-13", List.of("/audit-questions/proof"), this::authorsKnown),
            new Check("C-14", List.of("/audit?all=1&action=FormApproved"), this::approversKnown),
            new Check(
                "C-15",
                List.of("/audit?all=1&action=DocumentConfirmed"),
                this::nothingConfirmedByItself),
            new Check("C-16", List.of("/audit?all=1&kind=PRINT"), this::printed),
            new Check("C-20", List.of("/audit?all=1&action=AttachmentRejected"), this::filesTaken),
            new Check("C-21", List.of("/audit?all=1&action=AttachmentRejected"), this::scanner),
            new Check("C-22", List.of("/audit?all=1&kind=SIGN_IN"), this::sessionsEnded),
            new Check("C-23", List.of(), this::backups),
            new Check(
                "C-24", List.of("/audit-questions/emergency", "/break-glass"), this::emergencies),
            new Check("C-27", List.of("/audit-questions/purge", "/disposal"), this::purged),
            new Check("C-28", List.of("/audit?all=1&action=FormApproved"), this::signatures),
            new Check("C-29", List.of("/audit?all=1&action=FormApproved"), this::signatures),
            new Check("C-31", List.of("/incidents"), this::breaches),
            new Check("C-32", List.of(), period -> missing()),
            new Check("C-33", List.of("/audit-questions/consent"), this::consents),
            new Check("C-34", List.of("/audit?all=1&kind=PRINT"), this::toldToPersons),
            new Check("C-35", List.of("/disposal"), this::ofTheDeceased),
            new Check("C-39", List.of("/audit?all=1&kind=TAKE_OUT"), this::listsTakenOut),
            new Check("C-40", List.of(), this::timesWithZone),
            new Check("A-16", List.of("/deletion-requests"), this::deletionRequests),
            new Check("A-16b", List.of("/duplicates"), this::consentsOfMinors),
            new Check("A-19", List.of("/disposal"), this::keptTooLong),
            new Check(
                "A-25", List.of("/audit-questions/unused", "/facilities"), this::unusedAccounts),
            new Check("A-28", List.of("/incidents"), this::incidents),
            new Check("A-35", List.of("/audit?all=1&action=AccountDeactivated"), this::stopped));
  }

  @QueryHandler
  Compliance handle(GetCompliance query) {
    return measured(query.from(), query.to());
  }

  @QueryHandler
  Compliance handle(PrintCompliance query) {
    return measured(query.from(), query.to());
  }

  @QueryHandler
  ControlEvidence handle(GetControlEvidence query, MetaData metaData) {
    Check check =
        checks.stream()
            .filter(each -> each.id().equals(query.controlId()))
            .findFirst()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    MeasuredPeriod period = new MeasuredPeriod(query.from(), query.to(), clock.instant());
    return records.of(measured(check, period), period, namesPersons(metaData));
  }

  /** The council sees how many, never who. */
  private static boolean namesPersons(MetaData metaData) {
    return Origin.from(metaData)
        .filter(origin ->
            origin.roles().contains(Role.CITY_AUDITOR.name())
                || origin.roles().contains(Role.CITY_OPERATOR.name()))
        .isPresent();
  }

  private Compliance measured(Instant from, Instant to) {
    MeasuredPeriod period = new MeasuredPeriod(from, to, clock.instant());
    List<Control> controls = new ArrayList<>();
    for (Check check : checks) {
      controls.add(measured(check, period));
    }
    UNKNOWN.forEach(
        id -> controls.add(new Control(id, Light.UNKNOWN, "unknown", List.of(), List.of())));
    controls.sort((one, other) -> order(one.id()).compareTo(order(other.id())));
    return new Compliance(period.now(), controls, proofs.headLines());
  }

  private static Control measured(Check check, MeasuredPeriod period) {
    Result result = check.question().apply(period);
    return new Control(
        check.id(), result.light(), result.finding(), result.figures(), check.evidence());
  }

  /** Controls of the guidelines first. */
  private static String order(String id) {
    return (id.startsWith("C") ? "1" : "2") + id;
  }

  private static Result result(Light light, String finding, long... figures) {
    return new Result(light, finding, java.util.Arrays.stream(figures).boxed().toList());
  }

  private static Result zero(Light otherwise, String finding, long bad, long... figures) {
    long[] all =
        Stream.concat(Stream.of(bad), java.util.Arrays.stream(figures).boxed())
            .mapToLong(Long::longValue)
            .toArray();
    return result(bad == 0 ? Light.GREEN : otherwise, finding, all);
  }

  private static Result missing() {
    return result(Light.AMBER, "missing");
  }

  private long count(String sql, Map<String, ?> parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }

  private long count(String sql) {
    return count(sql, Map.of());
  }

  private long within(MeasuredPeriod period, String sql) {
    return count(sql, period.ends());
  }

  private long since(Instant moment, String sql) {
    return count(sql, Map.of("moment", moment.atOffset(ZoneOffset.UTC)));
  }

  private Result oneIdOnePerson(MeasuredPeriod period) {
    return zero(
        Light.AMBER,
        "shared",
        within(
            period,
            """
            select count(distinct s.account_id) from guard.session s
              join guard.session o on o.account_id = s.account_id and o.session > s.session
               and o.address <> s.address
               and o.started_at < coalesce(s.ended_at, now())
               and s.started_at < coalesce(o.ended_at, now())
             where s.started_at < :to and coalesce(s.ended_at, now()) >= :from\
            """),
        count("select count(*) from guard.account where state <> 'DEACTIVATED'"));
  }

  private Result factors(MeasuredPeriod period) {
    List<StoredAccess> sample = accesses.ofPatients(period).found();
    if (sample.isEmpty()) {
      return result(Light.AMBER, "noFactors");
    }
    long alone = sample.stream().filter(RecordedAccesses::byPasswordAlone).count();
    return zero(Light.RED, "factors", alone, sample.size());
  }

  private Result passwordsChosen(MeasuredPeriod period) {
    return zero(
        Light.AMBER,
        "oneTime",
        since(
            period.now().minus(OWN_PASSWORD_WITHIN),
            """
            select count(*) from guard.account a
              join view.account v on v.account_id = a.account_id
             where a.state <> 'DEACTIVATED' and a.must_change_password
               and v.issued_at < :moment\
            """));
  }

  private Result passwordsHashed(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "hashes",
        count(
            """
            select count(*) from guard.credential
             where password_hash not like '%argon2%' and password_hash not like '%pbkdf2%'\
            """),
        count("select count(*) from guard.credential"));
  }

  private Result nothingBeforeOwnPassword(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "early",
        count(
            """
            select count(*) from view.access_log l
              join guard.account a on a.account_id = l.account_id and a.state = 'ISSUED'
             where l.patient_id <> '' and l.result = 'ALLOWED'\
            """));
  }

  private Result rightsAttested(MeasuredPeriod period) {
    Attestations.Standing standing = attestations.standing();
    return result(
        standing.overdue() > 0
            ? Light.RED
            : standing.due() + standing.corrections() > 0 || standing.done() == 0
                ? Light.AMBER
                : Light.GREEN,
        "rights",
        standing.done(),
        standing.due(),
        standing.overdue(),
        standing.corrections(),
        count("select count(*) from view.membership where ended_at is null"),
        since(
            period.now().minus(UNUSED),
            """
            select count(*) from view.membership m
             where m.ended_at is null and m.account_id is not null and m.assigned_at < :moment
               and not exists (
                 select 1 from view.access_log l
                  where l.account_id = m.account_id and l.patient_id = m.patient_id
                    and l.at >= :moment)\
            """));
  }

  private Result accessesRecorded(MeasuredPeriod period) {
    long views =
        within(
            period,
            """
            select count(*) from view.access_log
             where at >= :from and at < :to and patient_id <> ''\
            """);
    long signIns =
        within(
            period,
            """
            select count(*) from view.access_log
             where at >= :from and at < :to and action = 'SignIn' and result = 'ALLOWED'\
            """);
    return result(views + signIns == 0 ? Light.AMBER : Light.GREEN, "accesses", views, signIns);
  }

  private Result logsReviewed(MeasuredPeriod period) {
    ReviewPeriods.Standing standing = reviews.standing();
    return result(
        standing.overdue() > 0
            ? Light.RED
            : standing.due() + standing.open() > 0 || standing.signed() == 0
                ? Light.AMBER
                : Light.GREEN,
        "reviews",
        standing.signed(),
        standing.due(),
        standing.overdue(),
        standing.open());
  }

  private Result logsTakenOut(MeasuredPeriod period) {
    return takenOut(
        accesses.ofLogsTakenOut(period),
        "logsTakenOut",
        within(
            period,
            """
            select coalesce(sum(results), 0) from view.access_log
             where at >= :from and at < :to and action = 'ListAccessToTakeOut'
               and result = 'ALLOWED' and kind = 'AUDIT'\
            """));
  }

  /** Where nothing was taken out there is nothing to judge by. */
  private static Result takenOut(RecordedAccesses.Sample sample, String finding, long all) {
    if (sample.asked() == 0) {
      return result(Light.AMBER, "nothingTakenOut");
    }
    long without =
        sample.found().stream().filter(RecordedAccesses::withoutPurpose).count() + sample.missing();
    return zero(Light.RED, finding, without, sample.asked(), all);
  }

  /** Who saw a record is told; the disclosure of the record itself is not there: never green. */
  private Result toldToPersons(MeasuredPeriod period) {
    return result(
        Light.AMBER,
        "toldToPersons",
        within(
            period,
            """
            select count(*) from view.access_log
             where at >= :from and at < :to and result = 'ALLOWED'
               and action in ('PrintOwnAccess', 'PrintOwnAccessAtDesk')\
            """));
  }

  private Result proof(MeasuredPeriod period) {
    List<Proofs.LogState> states = proofs.states();
    long alarms = states.stream().filter(state -> !state.alarm().isEmpty()).count();
    long late = states.stream().filter(state -> records.late(state, period)).count();
    long signed = states.stream().mapToLong(Proofs.LogState::signed).sum();
    return result(
        alarms > 0 ? Light.RED : late > 0 ? Light.AMBER : Light.GREEN, "proof", alarms, signed);
  }

  private Result authorsKnown(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "authors",
        count("select count(*) from view.document_version where author_id not like 'acc\\_%'"),
        count("select count(*) from view.document_version"));
  }

  private Result approversKnown(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "approvers",
        count(
            """
            select count(*) from view.form
             where state in ('APPROVED', 'SUPERSEDED') and coalesce(approved_by, '') = ''\
            """),
        count(
            """
            select count(*) from view.form
             where state = 'APPROVED' and approved_by <> entered_by\
            """));
  }

  private Result nothingConfirmedByItself(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "automatic",
        count("select count(*) from view.timeline_entry where author_id = 'system'"));
  }

  /** Not yet as of a former moment: never green. */
  private Result printed(MeasuredPeriod period) {
    return result(
        Light.AMBER,
        "printed",
        within(
            period,
            """
            select count(*) from view.access_log
             where at >= :from and at < :to and action like 'Print%'\
            """));
  }

  private Result filesTaken(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "files",
        count(
            """
            select count(*) from view.attachment
             where media_type ~* '(msdownload|executable|x-sh|javascript|macroenabled)'\
            """),
        count("select count(*) from view.attachment"));
  }

  private Result scanner(MeasuredPeriod period) {
    return result(scanned ? Light.GREEN : Light.RED, scanned ? "scanned" : "unscanned");
  }

  private Result sessionsEnded(MeasuredPeriod period) {
    return zero(
        Light.AMBER,
        "sessions",
        since(
            period.now().minus(DAY),
            """
            select count(*) from guard.session
             where ended_at is null and started_at < :moment\
            """));
  }

  private Result emergencies(MeasuredPeriod period) {
    long late =
        since(
            period.now().minus(Duration.ofDays(Opening.REVIEW_DAYS)),
            "select count(*) from view.break_glass where verdict = '' and ends_at < :moment");
    long waiting = count("select count(*) from view.break_glass where verdict = ''");
    return result(
        late > 0 ? Light.RED : waiting > 0 ? Light.AMBER : Light.GREEN,
        "emergencies",
        within(
            period,
            """
            select count(*) from view.break_glass
             where opened_at >= :from and opened_at < :to\
            """),
        waiting,
        late);
  }

  /** Of documents and of patients; and nothing that a restored backup brought back may stand. */
  private Result purged(MeasuredPeriod period) {
    long readable =
        count(
            """
            select (select count(*) from guard.document d
                      join keys.subject_key k on k.subject_id = d.document_id
                     where d.state = 'PURGED' and k.wrapped is not null)
                 + (select count(*) from guard.patient p
                      join keys.subject_key k on p.patient_id in (k.subject_id, k.parent_id)
                     where p.sharing in ('ERASED', 'PURGED') and k.wrapped is not null)\
            """);
    long again =
        count(
            """
            select (select count(*) from guard.patient p
                      join keys.subject_key k on k.subject_id = p.patient_id
                     where k.destroyed_at is not null and p.sharing not in ('ERASED', 'PURGED'))
                 + (select count(*) from guard.document d
                     where d.state <> 'PURGED' and exists (
                       select 1 from keys.subject_key k
                        where k.subject_id in (d.document_id, d.patient_id)
                          and k.destroyed_at is not null))\
            """);
    return result(
        readable + again > 0 ? Light.RED : Light.GREEN,
        "purged",
        readable,
        again,
        count("select count(*) from guard.patient where sharing = 'ERASED'"),
        count("select count(*) from guard.document where state = 'PURGED'"),
        within(
            period,
            """
            select count(*) from view.access_log
             where at >= :from and at < :to and action = 'PrintCertificate'\
            """));
  }

  /** Only those of the application's own command are known here. */
  private Result backups(MeasuredPeriod period) {
    long ever = count("select count(*) from store.backup_run where kind = 'BACKUP'");
    if (ever == 0) {
      return result(Light.AMBER, "noBackup");
    }
    long fresh =
        since(
            period.now().minus(BACKUP_EVERY),
            "select count(*) from store.backup_run where kind = 'BACKUP' and began_at >= :moment");
    return result(
        fresh == 0 ? Light.RED : Light.GREEN,
        fresh == 0 ? "backupLate" : "backups",
        within(
            period,
            """
            select count(*) from store.backup_run
             where kind = 'BACKUP' and began_at >= :from and began_at < :to\
            """));
  }

  /** 第19条: kept as long and as sealed as that of the living. */
  private Result ofTheDeceased(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "deceased",
        count(
            """
            select count(*) from guard.patient p
              join view.sharing s on s.patient_id = p.patient_id and s.end_reason = 'DEATH'
             where p.sharing in ('ENDED', 'WITHDRAWN') and not exists (
               select 1 from keys.subject_key k
                where k.subject_id = p.patient_id and k.wrapped is not null)\
            """),
        count(
            """
            select count(*) from guard.patient p
              join view.sharing s on s.patient_id = p.patient_id and s.end_reason = 'DEATH'
             where p.sharing in ('ENDED', 'WITHDRAWN')\
            """));
  }

  private Result deletionRequests(MeasuredPeriod period) {
    LocalDate today = LocalDate.ofInstant(period.now(), JAPAN);
    long late =
        count(
            "select count(*) from guard.deletion_request where state = 'OPEN' and due_on < :today",
            Map.of("today", today));
    long open = count("select count(*) from guard.deletion_request where state = 'OPEN'");
    return result(
        late > 0 ? Light.RED : open > 0 ? Light.AMBER : Light.GREEN, "requests", open, late);
  }

  /** PT-03: who came of age has not agreed for himself yet. */
  private Result consentsOfMinors(MeasuredPeriod period) {
    return zero(
        Light.AMBER,
        "minors",
        count(
            """
            select count(*) from view.sharing s
              join view.patient p on p.patient_id = s.patient_id
             where s.ground = 'MINOR' and s.confirmed_on is null and s.state = 'SHARED'
               and p.birth_date <= cast(:today as date) - interval '18 years'\
            """,
            Map.of("today", LocalDate.ofInstant(period.now(), JAPAN))));
  }

  private Result keptTooLong(MeasuredPeriod period) {
    LocalDate today = LocalDate.ofInstant(period.now(), JAPAN);
    return zero(
        Light.AMBER,
        "kept",
        count(
            """
            select count(*) from guard.patient p
             where p.sharing in ('ENDED', 'WITHDRAWN') and p.retained_until < :today
               and not exists (
                 select 1 from guard.legal_hold h
                  where h.patient_id = p.patient_id and not h.lifted and h.until >= :today)\
            """,
            Map.of("today", today)),
        count("select count(*) from guard.patient where sharing in ('ENDED', 'WITHDRAWN')"),
        count(
            "select count(*) from guard.legal_hold where not lifted and until >= :today",
            Map.of("today", today)));
  }

  /** Electronic signatures are not there: forms are given out on paper. */
  private Result signatures(MeasuredPeriod period) {
    return result(
        Light.AMBER, "unsigned", count("select count(*) from view.form where state = 'APPROVED'"));
  }

  private Result breaches(MeasuredPeriod period) {
    long late =
        since(
            period.now(),
            """
            select count(*) from view.incident
             where reportable and closed_at is null
               and (preliminary_at is null
                 and (preliminary_to + 1)::timestamp at time zone 'Asia/Tokyo' <= :moment
                 or final_at is null
                 and (final_to + 1)::timestamp at time zone 'Asia/Tokyo' <= :moment)\
            """);
    long open = count("select count(*) from view.incident where reportable and closed_at is null");
    return result(
        late > 0 ? Light.RED : open > 0 ? Light.AMBER : Light.GREEN, "breaches", open, late);
  }

  private Result consents(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "consents",
        count(
            """
            select count(*) from guard.patient p
             where p.sharing = 'SHARED'
               and not exists (select 1 from view.sharing s where s.patient_id = p.patient_id)\
            """),
        count("select count(*) from guard.patient where sharing = 'SHARED'"));
  }

  private Result listsTakenOut(MeasuredPeriod period) {
    return takenOut(
        accesses.ofListsTakenOut(period),
        "takenOut",
        within(
            period,
            """
            select count(*) from view.access_log
             where at >= :from and at < :to and action = 'ListPatientsToTakeOut'
               and result = 'ALLOWED' and kind = 'TAKE_OUT'\
            """));
  }

  private Result timesWithZone(MeasuredPeriod period) {
    return zero(
        Light.RED,
        "zones",
        count(
            """
            select count(*) from information_schema.columns
             where table_schema in ('view', 'guard', 'keys')
               and data_type = 'timestamp without time zone'\
            """));
  }

  private Result unusedAccounts(MeasuredPeriod period) {
    return zero(
        Light.AMBER,
        "unused",
        since(
            period.now().minus(UNUSED),
            """
            select count(*) from view.account a
             where a.deactivated_at is null and a.issued_at < :moment
               and not exists (
                 select 1 from view.sign_in s
                  where s.account_id = a.account_id and s.succeeded and s.at >= :moment)\
            """));
  }

  private Result incidents(MeasuredPeriod period) {
    long open = count("select count(*) from view.incident where closed_at is null");
    long late =
        since(
            period.now().minus(DAY),
            """
            select count(*) from view.incident
             where closed_at is null and reported_at < :moment
               and (received_at is null or instructed_at is null or city_at is null)\
            """);
    return result(
        late > 0 ? Light.RED : open > 0 ? Light.AMBER : Light.GREEN,
        "incidents",
        within(
            period,
            """
            select count(*) from view.incident
             where reported_at >= :from and reported_at < :to\
            """),
        open,
        late);
  }

  /** Ids are ended for good; a temporary stop is not there yet: never green. */
  private Result stopped(MeasuredPeriod period) {
    return result(
        Light.AMBER,
        "stopped",
        within(
            period,
            """
            select count(*) from guard.security_measure
             where kind = 'ACCOUNT_DEACTIVATED' and at >= :from and at < :to\
            """));
  }
}
