package jp.tsunagaru.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the filling got, in a table of its own that only a demo has. */
final class Progress {
  private final JdbcClient jdbc;

  Progress(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("create schema if not exists demo").update();
    jdbc.sql(
            """
            create table if not exists demo.filling (
              one int primary key check (one = 1), first_day date not null, days_done int not null)\
            """)
        .update();
  }

  record State(LocalDate firstDay, int daysDone) {
    boolean complete() {
      return daysDone > Calendar.LAST;
    }
  }

  Optional<State> state() {
    return jdbc.sql("select first_day, days_done from demo.filling")
        .query((row, number) -> new State(row.getObject(1, LocalDate.class), row.getInt(2)))
        .optional();
  }

  void begin(LocalDate firstDay) {
    jdbc.sql("insert into demo.filling (one, first_day, days_done) values (1, ?, 0)")
        .param(firstDay)
        .update();
  }

  void done(int day) {
    jdbc.sql("update demo.filling set days_done = ?").param(day + 1).update();
  }

  void forget() {
    jdbc.sql("delete from demo.filling").update();
  }
}
