package jp.tsunagaru.incident.write;

import java.time.OffsetDateTime;
import java.util.Optional;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.MeasureKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcIncidentLookup implements IncidentLookup {
  private final JdbcClient jdbc;
  private final AccessExplanations access;

  JdbcIncidentLookup(JdbcClient jdbc, AccessExplanations access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @Override
  public boolean sees(AccountId account, AffectedRecord record) {
    return access
        .explain(account, record.patientId(), Right.VIEW, record.document(), Optional.empty())
        .allowed();
  }

  @Override
  public Optional<Measure> measure(String eventId) {
    return jdbc.sql("select kind, at from guard.security_measure where event_id = ?")
        .param(eventId)
        .query((row, number) ->
            new Measure(
                MeasureKind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
