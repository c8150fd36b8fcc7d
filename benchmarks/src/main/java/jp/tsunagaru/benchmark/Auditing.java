package jp.tsunagaru.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.AccessResult;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.ListAccess;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/** An auditor's pages in front of a long history: rows as the projector would have written them. */
final class Auditing {
  private static final int ROUNDS = 100;
  private static final int WARM_UP = 20;
  private static final int PAGE = 50;
  private static final int EVENTS = 10_000_000;
  private static final int PATIENTS = 5_000;
  private static final int ACCOUNTS = 2_000;

  private final City city;

  Auditing(City city) {
    this.city = city;
  }

  void run(Report report, double scale) throws Exception {
    RebuildRates.stopProcessors(city);
    int events = (int) (EVENTS * scale);
    long begin = System.nanoTime();
    fill(events);
    report.add(
        "l. rows of the access history",
        "%,d".formatted(events),
        "%,d patients, %,d accounts, a year; written in %d s"
            .formatted(
                PATIENTS, ACCOUNTS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
    AccessFilter year =
        AccessFilter.during(
            Instant.now().minusSeconds(400L * 86_400), Instant.now().plusSeconds(3_600));
    AccessFilter patient = year.about(AuditScope.PATIENT, id("pat", 7));
    measure(report, "first page of one patient's history", patient, null);
    measure(
        report,
        "a page of that half a year back",
        patient,
        new AccessCursor(Instant.now().minusSeconds(183L * 86_400), false, 0));
    measure(
        report,
        "first page of one user's history",
        year.about(AuditScope.ACCOUNT, id("acc", 7)),
        null);
    measure(
        report,
        "first page of what was refused in the city",
        new AccessFilter(
            "", "", "", "", null, "", AccessResult.REFUSED, null, year.from(), year.to()),
        null);
    measure(
        report,
        "first page of prints of one patient",
        new AccessFilter(
            id("pat", 7),
            "",
            "",
            "",
            AccessKind.PRINT,
            "",
            AccessResult.ANY,
            null,
            year.from(),
            year.to()),
        null);
  }

  private void fill(int events) {
    city.jdbc().sql("truncate view.access_log, view.access_log_document").update();
    List<String> indexes =
        city.jdbc()
            .sql(
                "select indexdef from pg_indexes where schemaname = 'view'"
                    + " and tablename = 'access_log' and indexname <> 'access_log_pkey'")
            .query(String.class)
            .list();
    city.jdbc()
        .sql(
            "select indexname from pg_indexes where schemaname = 'view'"
                + " and tablename = 'access_log' and indexname <> 'access_log_pkey'")
        .query(String.class)
        .list()
        .forEach(index -> city.jdbc().sql("drop index view." + index).update());
    city.jdbc()
        .sql(
            """
            insert into view.access_log
              (position, event_id, at, account_id, facility_id, patient_id, action, result, kind,
               profession, roles, session, address, factors, documents, consent_id, grant_id,
               right_used, grounded)
            select n, 'evt_' || n,
              now() - interval '365 days' * (1 - n::double precision / :events),
              'acc_' || lpad((n % :accounts)::text, 26, '0'), :facility,
              'pat_' || lpad((hashint8(n) & 1073741823) % :patients || '', 26, '0'),
              case when n % 50 = 0 then 'PrintArticle' else 'GetTimeline' end,
              case when n % 200 = 0 then 'NO_MEMBERSHIP' else 'ALLOWED' end,
              case when n % 200 = 0 then 'DENIED' when n % 50 = 0 then 'PRINT' else 'VIEW' end,
              'NURSE', '{CARE_USER}', 'ses_' || n % 100000, '192.0.2.1', 'pwd',
              array['doc_' || lpad((n % 1000000)::text, 26, '0') || ':1'],
              'con_' || n % :patients, 'grt_' || n % 20000, 'VIEW', n % 200 <> 0
            from generate_series(1::bigint, :events) n
            """)
        .param("events", events)
        .param("accounts", ACCOUNTS)
        .param("patients", PATIENTS)
        .param("facility", city.facility.value())
        .update();
    indexes.forEach(index -> city.jdbc().sql(index).update());
    city.jdbc().sql("vacuum (analyze) view.access_log").update();
  }

  private static String id(String prefix, int number) {
    return prefix + "_" + "%026d".formatted(number);
  }

  private void measure(
      Report report, String what, AccessFilter filter, @Nullable AccessCursor before)
      throws Exception {
    Origin auditor = auditor();
    long[] nanos = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      int rows = page(auditor, new ListAccess(filter, before, PAGE));
      if (round >= 0) {
        nanos[round] = System.nanoTime() - begin;
      }
      if (rows == 0) {
        throw new IllegalStateException("no rows of " + what);
      }
    }
    report.add(
        "l. " + what + ", p95", Report.p95(nanos), Report.percentiles(nanos) + "; aim ≤ 200 ms");
  }

  private Origin auditor() {
    AccountId account = AccountId.next();
    Origin origin =
        new Origin(
            account.value(),
            city.facility.value(),
            Set.of(Role.CITY_AUDITOR.name()),
            Profession.MUNICIPAL_OFFICER.name(),
            Ids.next("ses"),
            "192.0.2.8",
            "pwd");
    city.jdbc()
        .sql(
            """
            insert into guard.account (account_id, facility_id, login_id, roles, profession, state,
              must_change_password, must_pledge, sealed_name)
            values (?, ?, ?, ?, ?, 'ACTIVE', false, false, '')\
            """)
        .params(
            account.value(),
            city.facility.value(),
            "audit" + account.suffix().substring(0, 20),
            new String[] {Role.CITY_AUDITOR.name()},
            origin.profession())
        .update();
    city.jdbc()
        .sql(
            """
            insert into guard.session (session, account_id, started_at, address)
            values (?, ?, now(), '192.0.2.8')\
            """)
        .params(origin.session(), account.value())
        .update();
    return origin;
  }

  private int page(Origin auditor, ListAccess query) throws Exception {
    QueryResponseMessage<AccessPage> answer =
        city.bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(AccessPage.class))
                    .withMetaData(auditor.toMetadata()))
            .get();
    if (answer.isExceptional()) {
      throw new IllegalStateException(answer.exceptionResult());
    }
    return answer.getPayload().steps().size();
  }
}
