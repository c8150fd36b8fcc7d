package jp.tsunagaru.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.axon.projection.Rebuild;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;

/** The first page of a notebook in front of few and of very many documents. */
final class Paging {
  private static final int REAL = 25;
  private static final int ROUNDS = 200;

  private final City city;

  Paging(City city) {
    this.city = city;
  }

  void run(Report report, double scale) throws Exception {
    RebuildRates.stopProcessors(city);
    List<PatientId> notebooks = new ArrayList<>();
    List<Integer> sizes = List.of(100, (int) (10_000 * scale), (int) (1_000_000 * scale));
    try (EventRows rows = city.rows(City.DOMAIN)) {
      for (int size : sizes) {
        PatientId patient = city.patient(rows, Instant.now(), 0);
        notebooks.add(patient);
        city.admit(patient);
        for (int i = 0; i < 8; i++) {
          city.member(rows, patient, city.people.get(i), Instant.now(), i);
        }
      }
    }
    Rebuild rebuild = city.bean(Rebuild.class);
    rebuild.run("patients");
    rebuild.run("careteams");
    for (int i = 0; i < sizes.size(); i++) {
      for (int post = 0; post < REAL; post++) {
        city.send(city.people.get(post % 8), Posting.article(notebooks.get(i)));
      }
    }
    rebuild.run("timeline");
    for (int i = 0; i < sizes.size(); i++) {
      older(notebooks.get(i), sizes.get(i) - REAL);
    }
    city.jdbc().sql("vacuum (analyze)").update();
    for (int i = 0; i < sizes.size(); i++) {
      measure(report, notebooks.get(i), sizes.get(i));
    }
  }

  /** Rows as the projector would have written them, older than what was posted. */
  private void older(PatientId patient, int documents) throws SQLException {
    String numbered =
        """
        from generate_series(1, :documents) n,
          lateral (select 'doc_' || lpad(:salt || n::text, 26, '0') as id,
                          now() - interval '2 days' - n * interval '1 minute' as at,
                          (:accounts::text[])[1 + n % 8] as author) o\
        """;
    String[] accounts = city.people.stream().limit(8).map(Origin::accountId).toArray(String[]::new);
    for (String sql :
        List.of(
            """
            insert into view.timeline_entry
              (document_id, patient_id, version, occurred_on, recorded_at, edited_at, author_id,
               facility_id, editor_id, profession, tags, scope, visible_accounts, visible_groups,
               visible_professions, attachments, state)
            select o.id, :patient, 1, o.at::date, o.at, o.at, o.author, :facility, o.author,
              'NURSE', '{訪問}', 'TEAM', '{}', '{}', '{}', '{}', 'CONFIRMED'
            """
                + numbered,
            """
            insert into view.document_version
              (document_id, version, patient_id, recorded_at, author_id, profession, occurred_on,
               tags, attachments, sealed_article, sealed_reason)
            select o.id, 1, :patient, o.at, o.author, 'NURSE', o.at::date, '{訪問}', '{}',
              decode(repeat('00', 64), 'hex'), ''
            """
                + numbered,
            """
            insert into view.document_tag (patient_id, tag, occurred_on, recorded_at, document_id)
            select :patient, '訪問', o.at::date, o.at, o.id
            """
                + numbered)) {
      city.jdbc()
          .sql(sql)
          .param("documents", documents)
          .param("salt", Integer.toString(documents % 97) + "x")
          .param("accounts", accounts)
          .param("patient", patient.value())
          .param("facility", city.facility.value())
          .update();
    }
  }

  private void measure(Report report, PatientId patient, int documents) throws Exception {
    long[] nanos = new long[ROUNDS];
    for (int round = -30; round < ROUNDS; round++) {
      Origin reader = city.people.get(Math.floorMod(round, 8));
      long begin = System.nanoTime();
      int entries = page(reader, patient);
      if (round >= 0) {
        nanos[round] = System.nanoTime() - begin;
      }
      if (entries != GetTimeline.PAGE) {
        throw new IllegalStateException("a page has " + entries + " entries");
      }
    }
    report.add(
        "e. first page of %,d documents, p95".formatted(documents),
        Report.p95(nanos),
        Report.percentiles(nanos) + "; aim: flat");
  }

  private int page(Origin reader, PatientId patient) throws Exception {
    QueryResponseMessage<Timeline> answer =
        city.bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(
                        new GetTimeline(patient, TimelineFilter.ALL, null),
                        ResponseTypes.instanceOf(Timeline.class))
                    .withMetaData(reader.toMetadata()))
            .get();
    if (answer.isExceptional()) {
      throw new IllegalStateException(answer.exceptionResult());
    }
    return answer.getPayload().entries().size();
  }
}
