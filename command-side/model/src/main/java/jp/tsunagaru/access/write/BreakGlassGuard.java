package jp.tsunagaru.access.write;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.tsunagaru.access.event.BreakGlassClosed;
import jp.tsunagaru.access.event.BreakGlassDisabled;
import jp.tsunagaru.access.event.BreakGlassEnabled;
import jp.tsunagaru.access.event.BreakGlassOpened;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What opens and closes here counts for the next decision. */
@Component
@ProcessingGroup("guard")
class BreakGlassGuard {
  private final JdbcClient jdbc;

  BreakGlassGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(BreakGlassEnabled event) {
    jdbc.sql("update guard.break_glass_switch set enabled = true, minutes = ?")
        .param(event.minutes())
        .update();
  }

  @EventHandler
  void on(BreakGlassDisabled event, @Timestamp Instant at) {
    jdbc.sql("update guard.break_glass_switch set enabled = false").update();
    jdbc.sql(
            """
            update guard.break_glass set closed_at = :at
            where closed_at is null and opened_at <= :at and until > :at\
            """)
        .param("at", utc(at))
        .update();
  }

  @EventHandler
  void on(BreakGlassOpened event, @Timestamp Instant at) {
    jdbc.sql(
            """
            insert into guard.break_glass
              (break_glass_id, patient_id, account_id, opened_at, until)
            values (?, ?, ?, ?, ?) on conflict do nothing\
            """)
        .params(
            event.breakGlassId().value(),
            event.patientId().value(),
            event.accountId().value(),
            utc(at),
            utc(event.until()))
        .update();
  }

  @EventHandler
  void on(BreakGlassClosed event, @Timestamp Instant at) {
    jdbc.sql(
            """
            update guard.break_glass set closed_at = ?
            where break_glass_id = ? and closed_at is null\
            """)
        .params(utc(at), event.breakGlassId().value())
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
