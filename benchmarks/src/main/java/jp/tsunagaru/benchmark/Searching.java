package jp.tsunagaru.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/** 患者検索 by somebody with 200 patients and by somebody whose group cares for all of them. */
final class Searching {
  private static final int SMALL = 5_000;
  private static final int LARGE = 150_000;
  private static final int OWN = 200;
  private static final String[] TEXTS = {
    "高橋", "髙橋 一郎", "たかはし", "わたなべ はなこ", "𠮷田", "ヨシダ", "佐", "0568-7", "76-11", "1188", "さと", ""
  };

  private final City city;

  Searching(City city) {
    this.city = city;
  }

  void run(Report report, double scale) throws Exception {
    RebuildRates.stopProcessors(city);
    Origin own = city.people.get(1);
    Origin everybody = city.people.get(2);
    int small = (int) (SMALL * scale);
    int large = (int) (LARGE * scale);
    List<PatientId> existing = existing();
    Rebuild.Result[] results = fill(small, existing, own, everybody);
    measure(report, small, own, everybody);
    results = fill(large, existing, own, everybody);
    for (Rebuild.Result result : results) {
      report.add(
          "d. rebuild of " + result.group() + " for " + large + " patients",
          Report.perSecond(result.perSecond()),
          "%,d events in %,d ms".formatted(result.events(), result.took().toMillis()));
    }
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

  private void measure(Report report, int patients, Origin own, Origin everybody) throws Exception {
    city.jdbc().sql("vacuum (analyze)").update();
    measure(report, "d. search, %,d patients, %d of them in care".formatted(patients, OWN), own);
    measure(report, "d. search, %,d patients, all of them in care".formatted(patients), everybody);
  }

  private void measure(Report report, String what, Origin who) throws Exception {
    List<Long> all = new ArrayList<>();
    List<String> slow = new ArrayList<>();
    for (String text : TEXTS) {
      for (int round = 0; round < 25; round++) {
        Integer from = round % 3 == 0 ? 75 : null;
        ListPatients query = new ListPatients(text, null, from, null, false, 0, 50);
        long begin = System.nanoTime();
        ask(who, query);
        long took = System.nanoTime() - begin;
        if (round >= 5) {
          all.add(took);
          if (took > 50_000_000) {
            slow.add(text);
          }
        }
      }
    }
    long[] nanos = all.stream().mapToLong(Long::longValue).toArray();
    String over =
        slow.stream()
            .collect(Collectors.groupingBy(text -> text, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> "「" + entry.getKey() + "」×" + entry.getValue())
            .collect(Collectors.joining(" "));
    report.add(
        what + ", p95",
        Report.p95(nanos),
        Report.percentiles(nanos) + "; aim: 50 ms; over: " + over);
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
