package jp.tsunagaru.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;

/**
 * How long the gate's own decision takes, with 5,000 users of thirty patients each, beside one
 * look-up by key with the same client. Warm asks about the same person and patient again, cold
 * about another pair each time; nothing is kept between two decisions in either.
 */
final class Decisions {
  private static final int USERS = 5_000;
  private static final int TEAMS = 30;
  private static final int ASKED = 5_000;
  private static final int WARM_UP = 1_000;

  private final City city;
  private final Object decisions;
  private final Method decide;

  Decisions(City city) throws ReflectiveOperationException {
    this.city = city;
    // The class is its package's own; measuring it takes no part in what it decides.
    Class<?> type = Class.forName("jp.tsunagaru.access.write.AccessDecisions");
    decisions = city.bean(type);
    decide = type.getDeclaredMethod("decide", Origin.class, PatientScoped.class, Instant.class);
    decide.setAccessible(true);
  }

  private record Look(PatientId patientId, Optional<DocumentId> documentConcerned)
      implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  private record Pair(String accountId, String patientId, String documentId) {}

  void run(Report report) throws Exception {
    fill();
    List<Pair> pairs = pairs();
    lookUp(report, "warm", pairs.subList(0, 1));
    lookUp(report, "cold", pairs);
    report(report, "team, warm", pairs.subList(0, 1), false);
    report(report, "team, cold", pairs, false);
    report(report, "team and document, warm", pairs.subList(0, 1), true);
    report(report, "team and document, cold", pairs, true);
  }

  /** Users, teams and a document of each patient, on both sides. */
  private void fill() {
    for (String statement :
        List.of(
            """
            insert into guard.account (account_id, facility_id, login_id, roles, profession, state,
              must_change_password, must_pledge, sealed_name)
            select 'acc_' || left(md5('u' || n), 26), :facility, 'measured' || n,
                   '{CARE_USER}', 'NURSE', 'ACTIVE', false, false, ''
              from generate_series(1, :users) n
            on conflict do nothing\
            """,
            """
            insert into view.account (account_id, facility_id, login_id, roles, profession, family,
              given, family_kana, given_kana, name, kana, name_key, kana_key, must_change_password,
              must_pledge, issued_at)
            select a.account_id, a.facility_id, a.login_id, a.roles, a.profession, '看護', '花子',
                   'かんご', 'はなこ', '看護 花子', 'かんご はなこ', '看護花子', 'カンゴハナコ',
                   false, false, now()
              from guard.account a where a.login_id like 'measured%'
            on conflict do nothing\
            """,
            """
            insert into guard.patient (patient_id, sharing, registrar_id, consent_id)
            select p.patient_id, 'SHARED', p.registrar_id, 'con_' || substr(p.patient_id, 5)
              from view.patient p
            on conflict do nothing\
            """,
            """
            insert into guard.patient (patient_id, sharing, registrar_id, consent_id)
            select 'pat_' || left(md5('p' || n), 26), 'SHARED', 'acc_',
                   'con_' || left(md5('p' || n), 26)
              from generate_series(1, 20000) n
            on conflict do nothing\
            """,
            """
            insert into guard.membership (grant_id, patient_id, account_id, team_role, rights)
            select 'grt_' || left(md5(a.account_id || p.patient_id), 26), p.patient_id,
                   a.account_id, 'OTHER', '{VIEW,WRITE,EDIT}'
              from (select account_id, row_number() over (order by account_id) as n
                      from guard.account where login_id like 'measured%') a
             cross join generate_series(1, :teams) k
              join (select patient_id, row_number() over (order by patient_id) - 1 as n
                      from guard.patient) p
                on p.n = (a.n * 7 + k) % (select count(*) from guard.patient)
            on conflict do nothing\
            """,
            """
            insert into view.membership (grant_id, patient_id, account_id, team_role, rights,
              assigned_at)
            select m.grant_id, m.patient_id, m.account_id, m.team_role, m.rights, now()
              from guard.membership m join guard.account a on a.account_id = m.account_id
             where a.login_id like 'measured%'
            on conflict do nothing\
            """,
            """
            insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
              state, version, scope)
            select 'doc_' || left(md5('d' || p.patient_id), 26), p.patient_id,
                   p.registrar_id, :facility, 'NURSE', 'CONFIRMED', 1, 'TEAM'
              from guard.patient p
            on conflict do nothing\
            """)) {
      city.jdbc()
          .sql(statement)
          .param("facility", city.facility.value())
          .param("users", USERS)
          .param("teams", TEAMS)
          .update();
    }
    city.jdbc().sql("vacuum (analyze)").update();
  }

  private List<Pair> pairs() {
    return new ArrayList<>(
        city.jdbc()
            .sql(
                """
                select m.account_id, m.patient_id, d.document_id
                  from guard.membership m
                  join guard.account a on a.account_id = m.account_id
                  join guard.document d on d.patient_id = m.patient_id
                 where a.login_id like 'measured%'
                   and d.document_id = 'doc_' || left(md5('d' || m.patient_id), 26)
                 order by md5(m.grant_id)
                 limit 20000\
                """)
            .query((row, number) -> new Pair(row.getString(1), row.getString(2), row.getString(3)))
            .list());
  }

  private void report(Report report, String what, List<Pair> pairs, boolean document)
      throws ReflectiveOperationException {
    long[] nanos = new long[ASKED];
    for (int i = -WARM_UP; i < ASKED; i++) {
      Pair pair = pairs.get(Math.floorMod(i, pairs.size()));
      Origin origin =
          new Origin(
              pair.accountId(),
              city.facility.value(),
              Set.of(Role.CARE_USER.name()),
              "NURSE",
              "ses",
              "192.0.2.7",
              "pwd");
      Look look =
          new Look(
              new PatientId(pair.patientId()),
              document ? Optional.of(new DocumentId(pair.documentId())) : Optional.empty());
      long begin = System.nanoTime();
      Object decision = decision(origin, look);
      long took = System.nanoTime() - begin;
      if (!decision.getClass().getSimpleName().equals("Allowed")) {
        throw new IllegalStateException("a member was refused");
      }
      if (i >= 0) {
        nanos[i] = took;
      }
    }
    report.add("d. access decision, 5,000 users, " + what, p95(nanos), percentiles(nanos));
  }

  private Object decision(Origin origin, Look look) throws ReflectiveOperationException {
    try {
      return decide.invoke(decisions, origin, look, Instant.now());
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private void lookUp(Report report, String what, List<Pair> pairs) {
    long[] nanos = new long[ASKED];
    for (int i = -WARM_UP; i < ASKED; i++) {
      String patient = pairs.get(Math.floorMod(i, pairs.size())).patientId();
      long begin = System.nanoTime();
      city.jdbc()
          .sql("select sharing from guard.patient where patient_id = ?")
          .param(patient)
          .query(String.class)
          .single();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begin;
      }
    }
    report.add("d. one look-up by key, " + what, p95(nanos), percentiles(nanos));
  }

  private static String p95(long[] nanos) {
    return micros(nanos, 95) + " µs";
  }

  private static String percentiles(long[] nanos) {
    return "p50 %s  p95 %s  p99 %s µs, n=%d"
        .formatted(micros(nanos, 50), micros(nanos, 95), micros(nanos, 99), nanos.length);
  }

  private static String micros(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int at = Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1);
    return String.format(Locale.ROOT, "%.0f", sorted[at] / 1e3);
  }
}
