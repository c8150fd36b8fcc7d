package jp.tsunagaru.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.projection.Rebuild;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * 患者一覧 and 患者検索 by somebody with 300 patients and by somebody whose group cares for all of them,
 * beside a plain query of the same result.
 */
final class Searching {
  private static final int SMALL = 5_000;
  private static final int LARGE = 150_000;
  private static final int OWN = 300;
  private static final int POSTS = 200;
  private static final String[] TEXTS = {
    "高橋", "髙橋 一郎", "たかはし", "わたなべ はなこ", "𠮷田", "ヨシダ", "佐", "0568-7", "76-11", "1188", "さと", ""
  };

  private final City city;

  Searching(City city) {
    this.city = city;
  }

  void run(Report report, double scale) throws Exception {
    RebuildRates.stopProcessors(city);
    // Nobody else's parts give patients to these two.
    Origin own = city.person();
    Origin everybody = city.person();
    int small = (int) (SMALL * scale);
    int large = (int) (LARGE * scale);
    List<PatientId> existing = existing();
    fill(small, existing, own, everybody);
    notebooks(existing.subList(0, Math.min(OWN, existing.size())), own);
    measure(report, small, own, everybody);
    Rebuild.Result[] results = fill(large, existing, own, everybody);
    for (Rebuild.Result result : results) {
      report.add(
          "d. rebuild of " + result.group() + " for " + large + " patients",
          Report.perSecond(result.perSecond()),
          "%,d events in %,d ms".formatted(result.events(), result.took().toMillis()));
    }
    new Decisions(city).run(report);
    measure(report, large, own, everybody);
  }

  private List<PatientId> existing() {
    return new ArrayList<>(
        city.jdbc()
            .sql("select patient_id from view.patient order by patient_id")
            .query((row, number) -> new PatientId(row.getString(1)))
            .list());
  }

  private @Nullable GroupId group;
  private int inGroup;

  /** Those beyond the first share one key: only what a search reads matters here. */
  private Rebuild.Result[] fill(
      int patients, List<PatientId> existing, Origin own, Origin everybody) throws SQLException {
    Instant at = Instant.now();
    Subject key = Subject.of(city.patients.getFirst());
    try (EventRows rows = city.rows(City.DOMAIN)) {
      GroupId whole = group;
      if (whole == null) {
        whole = city.group(rows, at, Set.of(new AccountId(everybody.accountId())));
        group = whole;
      }
      while (existing.size() < patients) {
        PatientId patient = PatientId.next();
        city.patient(rows, patient, key, at, 0);
        existing.add(patient);
      }
      for (; inGroup < existing.size(); inGroup++) {
        PatientId patient = existing.get(inGroup);
        city.assign(rows, patient, whole, at, 1_000);
        if (inGroup < OWN) {
          city.member(rows, patient, own, at, 1_001);
        }
      }
    }
    Rebuild rebuild = city.bean(Rebuild.class);
    return new Rebuild.Result[] {rebuild.run("patients"), rebuild.run("careteams")};
  }

  /** Every second notebook is read to its end, of the others the last two weeks are unread. */
  private void notebooks(List<PatientId> patients, Origin reader) {
    String[] ids = patients.stream().map(PatientId::value).toArray(String[]::new);
    city.jdbc()
        .sql(
            """
            insert into view.timeline_entry
              (document_id, patient_id, version, occurred_on, recorded_at, edited_at, author_id,
               facility_id, editor_id, profession, tags, scope, visible_accounts, visible_groups,
               visible_professions, attachments, state)
            select 'doc_' || lpad(n::text, 6, '0') || left(md5(p.id || n), 20), p.id, 1, d.at::date, d.at, d.at, d.author, :facility,
                   d.author, 'NURSE', '{}', 'TEAM', '{}', '{}', '{}', '{}', 'CONFIRMED'
              from unnest(:patients) as p (id), generate_series(1, :posts) n,
                lateral (select now() - (:posts - n) * interval '1 day' as at,
                                (cast(:people as text[]))[1 + n % 8] as author) d
             order by n\
            """)
        .param("patients", ids)
        .param("posts", POSTS)
        .param("people", city.people.stream().map(Origin::accountId).toArray(String[]::new))
        .param("facility", city.facility.value())
        .update();
    city.jdbc()
        .sql(
            """
            insert into view.document_receipt (account_id, patient_id, document_id, version, first_at)
            select a.id, t.patient_id, t.document_id, 1, now()
              from view.timeline_entry t, unnest(:people) as a (id)
             where t.patient_id = any (:patients)
               and (a.id <> :reader or t.recorded_at < now() - interval '14 days'
                 or hashtext(t.patient_id) % 2 = 0)
            on conflict do nothing\
            """)
        .param("patients", ids)
        .param(
            "people",
            Stream.concat(city.people.stream().limit(7), Stream.of(reader))
                .map(Origin::accountId)
                .toArray(String[]::new))
        .param("reader", reader.accountId())
        .update();
  }

  private void measure(Report report, int patients, Origin own, Origin everybody) throws Exception {
    city.jdbc().sql("vacuum (analyze)").update();
    String what = "d. %s, %,d patients, %s of them in care";
    long begin = System.nanoTime();
    ask(own, list());
    report.add(
        what.formatted("list", patients, OWN) + ", first",
        Report.p95(new long[] {System.nanoTime() - begin}),
        "nothing known yet of what was read");
    both(report, what.formatted("list", patients, OWN), new String[] {""}, 60, own);
    both(report, what.formatted("search", patients, OWN), TEXTS, 25, own);
    both(report, what.formatted("search", patients, "all"), TEXTS, 25, everybody);
  }

  private static ListPatients list() {
    return new ListPatients("", null, null, null, false, 0, 50);
  }

  private void both(Report report, String what, String[] texts, int rounds, Origin who)
      throws Exception {
    PlainSearch plain = new PlainSearch(city.jdbc());
    List<Long> ours = new ArrayList<>();
    List<Long> plains = new ArrayList<>();
    List<String> slow = new ArrayList<>();
    for (String text : texts) {
      for (int round = 0; round < rounds; round++) {
        boolean old = texts.length > 1 && round % 3 == 0;
        ListPatients query = new ListPatients(text, null, old ? 75 : null, null, false, 0, 50);
        long begin = System.nanoTime();
        ask(who, query);
        long took = System.nanoTime() - begin;
        begin = System.nanoTime();
        // The plain one would take minutes where seconds say enough.
        boolean also = round >= 5 && round % 5 == 0;
        if (also) {
          plain.ask(who, text, old ? 75 : 0);
          plains.add(System.nanoTime() - begin);
        }
        if (round >= 5) {
          ours.add(took);
          if (took > 50_000_000) {
            slow.add(text);
          }
        }
      }
    }
    long[] nanos = ours.stream().mapToLong(Long::longValue).toArray();
    String over =
        slow.stream()
            .collect(Collectors.groupingBy(text -> text, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> "「" + entry.getKey() + "」×" + entry.getValue())
            .collect(Collectors.joining(" "));
    report.add(
        what + ", p95", Report.p95(nanos), Report.percentiles(nanos) + "; over 50 ms: " + over);
    long[] plainNanos = plains.stream().mapToLong(Long::longValue).toArray();
    report.add(what + ", plain SQL", Report.p95(plainNanos), Report.percentiles(plainNanos));
  }

  private void ask(Origin who, ListPatients query) throws Exception {
    QueryResponseMessage<PatientList> answer =
        city.bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(PatientList.class))
                    .withMetaData(who.toMetadata()))
            .get();
    if (answer.isExceptional()) {
      throw new IllegalStateException(answer.exceptionResult());
    }
  }
}
