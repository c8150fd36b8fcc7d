package jp.tsunagaru.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Posts a second through the whole command path, beside what the same database takes at most. */
final class Posting {
  private static final String TEXT =
      """
      体温36.8度、血圧128/76、脈拍72、SpO2 97%。創部の発赤は前回より軽減し、滲出液は少量。洗浄のうえ被覆材を\
      交換した。食事は七割ほど摂取でき、水分も促せば飲まれる。夜間の咳はほぼ消失したとのこと。ご家族より、\
      ベッドからの立ち上がりが楽になったとの話があった。次回は褥瘡予防の体位変換を一緒に確認する。\
      """;

  private final City city;
  private final Cpu cpu;

  Posting(City city, Cpu cpu) {
    this.city = city;
    this.cpu = cpu;
  }

  /** The rate, and each sender's waiting times. */
  record Measured(double perSecond, long[] nanos, Cpu.Used used) {
    String note() {
      return Report.percentiles(nanos) + ", " + used.per(nanos.length);
    }
  }

  private interface Action {
    void once() throws Exception;
  }

  private interface Sender {
    Action open(int number) throws Exception;
  }

  static PostArticle article(PatientId patient) {
    return new PostArticle(
        DocumentId.next(),
        patient,
        LocalDate.now(City.JAPAN),
        new ArticleContent("訪問の記録", TEXT),
        Set.of("訪問", "創部"),
        Visibility.TEAM,
        List.of());
  }

  Measured posts(int senders, int seconds) throws Exception {
    return measure(
        senders,
        seconds,
        number -> {
          Origin author = city.people.get(number % city.people.size());
          int[] turn = {number};
          return () -> {
            PatientId patient = city.patients.get(turn[0]++ % city.patients.size());
            city.send(author, article(patient));
          };
        });
  }

  /** Rows like a post's event, one commit each, and nothing else. */
  Measured raw(int senders, int seconds) throws Exception {
    byte[][] like = stored();
    JdbcConnectionDetails database = city.bean(JdbcConnectionDetails.class);
    city.jdbc().sql("drop table if exists store.raw_limit").update();
    city.jdbc()
        .sql("create table store.raw_limit (like store.domain_event_entry including all)")
        .update();
    List<Connection> connections = new ArrayList<>();
    try {
      return measure(
          senders,
          seconds,
          number -> {
            Connection connection =
                DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword());
            connection.setAutoCommit(false);
            synchronized (connections) {
              connections.add(connection);
            }
            PreparedStatement insert =
                connection.prepareStatement(
                    """
                    insert into store.raw_limit (event_identifier, aggregate_identifier,
                      sequence_number, type, payload_type, payload, meta_data, time_stamp)
                    values (?, ?, 0, 'Document', ?, ?, ?, '2026-11-22T21:00:00.000Z')\
                    """);
            return () -> {
              insert.setString(1, UUID.randomUUID().toString());
              insert.setString(2, Ids.next("doc"));
              insert.setString(3, "jp.tsunagaru.document.event.DocumentConfirmed");
              insert.setBytes(4, like[0]);
              insert.setBytes(5, like[1]);
              insert.executeUpdate();
              connection.commit();
            };
          });
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
      city.jdbc().sql("drop table store.raw_limit").update();
    }
  }

  private byte[][] stored() {
    return city.jdbc()
        .sql(
            """
            select payload, meta_data from store.domain_event_entry
             where payload_type = 'jp.tsunagaru.document.event.DocumentConfirmed'
             order by global_index desc limit 1\
            """)
        .query((ResultSet row, int number) -> bytes(row))
        .single();
  }

  private static byte[][] bytes(ResultSet row) throws SQLException {
    return new byte[][] {row.getBytes(1), row.getBytes(2)};
  }

  private Measured measure(int senders, int seconds, Sender sender) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Action> actions = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        actions.add(sender.open(i));
      }
      Cpu.Used before = cpu.used();
      long begin = System.nanoTime();
      long end = begin + TimeUnit.SECONDS.toNanos(seconds);
      List<Future<List<Long>>> all = new ArrayList<>();
      for (Action action : actions) {
        all.add(
            threads.submit(() -> {
              List<Long> waited = new ArrayList<>();
              for (long now = System.nanoTime(); now < end; ) {
                action.once();
                long then = System.nanoTime();
                waited.add(then - now);
                now = then;
              }
              return waited;
            }));
      }
      List<Long> waited = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        waited.addAll(one.get());
      }
      double took = (System.nanoTime() - begin) / 1e9;
      return new Measured(
          waited.size() / took,
          waited.stream().mapToLong(Long::longValue).toArray(),
          cpu.used().minus(before));
    }
  }

  void run(Report report, double scale) throws Exception {
    int seconds = (int) Math.max(3, 12 * scale);
    // The compiler needs some ten thousand of them before it has made up its mind.
    int wanted = (int) (15_000 * scale);
    for (int round = 0, done = 0; round < 8 && done < wanted; round++) {
      done += posts(32, seconds).nanos().length;
    }
    for (int senders : new int[] {1, 32}) {
      Measured before = raw(senders, seconds / 2);
      Measured posts = posts(senders, seconds);
      Measured after = raw(senders, seconds / 2);
      double limit = (before.perSecond() + after.perSecond()) / 2;
      report.add(
          "a. plain inserts with a commit each, " + senders + " connections",
          Report.perSecond(limit),
          after.note());
      report.add(
          "a. posts, " + senders + " senders", Report.perSecond(posts.perSecond()), posts.note());
      report.add(
          "a. posts / plain inserts, " + senders,
          "%.0f %%".formatted(100 * posts.perSecond() / limit),
          "aim: 50 % at 32");
    }
  }
}
