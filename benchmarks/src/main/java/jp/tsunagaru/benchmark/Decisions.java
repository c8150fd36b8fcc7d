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
  private static final int WARM_UP = 5_000;
  private static final int GROUPS = 500;

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

  private record Pair(String accountId, String session, String patientId, String documentId) {}

  void run(Report report) throws Exception {
    fill();
    List<Pair> own = pairs(OWN);
    List<Pair> grouped = pairs(GROUPED);
    List<Pair> strangers = pairs(STRANGERS);
    lookUp(report, "warm", own.subList(0, 1));
    lookUp(report, "cold", own);
    report(report, "team, warm", own.subList(0, 1), false, true);
    report(report, "team, cold", own, false, true);
    report(report, "team through a group, cold", grouped, false, true);
    report(report, "team and document, warm", own.subList(0, 1), true, true);
    report(report, "team and document, cold", own, true, true);
    report(report, "refused, cold", strangers, false, false);
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
            insert into guard.session (session, account_id, started_at, ended_at, address)
            select 'ses_' || left(md5(a.account_id || k), 26), a.account_id, now(),
                   case when k > 1 then now() end, '192.0.2.7'
              from guard.account a cross join generate_series(1, 10) k
             where a.login_id like 'measured%'
            on conflict do nothing\
            """,
            """
            insert into guard.care_group (group_id, facility_id, owner_id, name)
            select 'grp_' || left(md5('g' || n), 26), :facility, 'acc_', '当番'
              from generate_series(0, :groups - 1) n
            on conflict do nothing\
            """,
            """
            insert into guard.group_member (group_id, account_id)
            select 'grp_' || left(md5('g' || (a.n * k + k) % :groups), 26), a.account_id
              from (select account_id, row_number() over (order by account_id) as n
                      from guard.account where login_id like 'measured%') a
             cross join (values (1), (7)) two (k)
            on conflict do nothing\
            """,
            """
            insert into guard.membership (grant_id, patient_id, group_id, team_role, rights)
            select 'grt_' || left(md5(g.group_id || p.patient_id), 26), p.patient_id, g.group_id,
                   'OTHER', '{VIEW,WRITE,EDIT}'
              from (select group_id, row_number() over (order by group_id) as n
                      from guard.care_group where owner_id = 'acc_') g
             cross join generate_series(1, :teams) k
              join (select patient_id, row_number() over (order by patient_id) - 1 as n
                      from guard.patient) p
                on p.n = (g.n * 31 + k * 17) % (select count(*) from guard.patient)
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
          .param("groups", GROUPS)
          .update();
    }
    city.jdbc().sql("vacuum (analyze)").update();
  }

  private static final String OWN =
      """
      select m.account_id, m.patient_id from guard.membership m
       where m.account_id in (select account_id from guard.account where login_id like 'measured%')
      """;

  /** Nobody of them by a membership of their own. */
  private static final String GROUPED =
      """
      select gm.account_id, m.patient_id
        from guard.membership m join guard.group_member gm on gm.group_id = m.group_id
       where not exists (select from guard.membership o
                          where o.account_id = gm.account_id and o.patient_id = m.patient_id)
      """;

  private static final String STRANGERS =
      """
      select a.account_id, p.patient_id
        from (select account_id, row_number() over (order by account_id) as n
                from guard.account where login_id like 'measured%') a
        join (select patient_id, row_number() over (order by md5(patient_id)) as n
                from guard.patient) p on p.n = a.n
       where not exists (select from guard.membership m
                          where m.patient_id = p.patient_id
                            and (m.account_id = a.account_id
                                 or m.group_id in (select group_id from guard.group_member g
                                                    where g.account_id = a.account_id)))
      """;

  private List<Pair> pairs(String who) {
    return new ArrayList<>(
        city.jdbc()
            .sql(
                """
                select w.account_id, s.session, w.patient_id, d.document_id
                  from (%s) w
                  join guard.session s on s.account_id = w.account_id and s.ended_at is null
                  join guard.document d
                    on d.document_id = 'doc_' || left(md5('d' || w.patient_id), 26)
                 order by md5(w.account_id || w.patient_id)
                 limit 20000\
                """
                    .formatted(who))
            .query((row, number) ->
                new Pair(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            .list());
  }

  private void report(
      Report report, String what, List<Pair> pairs, boolean document, boolean allowed)
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
              pair.session(),
              "192.0.2.7",
              "pwd");
      Look look =
          new Look(
              new PatientId(pair.patientId()),
              document ? Optional.of(new DocumentId(pair.documentId())) : Optional.empty());
      long begin = System.nanoTime();
      Object decision = decision(origin, look);
      long took = System.nanoTime() - begin;
      if (decision.getClass().getSimpleName().equals("Allowed") != allowed) {
        throw new IllegalStateException(decision + " for " + what);
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
