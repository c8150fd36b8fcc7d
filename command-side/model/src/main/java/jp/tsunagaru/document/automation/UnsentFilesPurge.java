package jp.tsunagaru.document.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagaru.axon.work.RegularWork;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.command.PurgeUnsentFiles;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Destroys files that were uploaded for a post which was never sent and is not being written any
 * more, 30 days after the newest of them came unless {@code tsunagaru.files.unsent-days} says
 * otherwise. It looks once an hour.
 */
@Component
class UnsentFilesPurge extends RegularWork {
  private static final Logger LOG = LoggerFactory.getLogger(UnsentFilesPurge.class);
  private static final String OVERDUE =
      """
      select f.document_id, f.patient_id from guard.attachment f
      where not f.purged
        and not exists (select 1 from guard.document d where d.document_id = f.document_id)
        and not exists (select 1 from guard.draft w where w.document_id = f.document_id)
      group by f.document_id, f.patient_id
      having max(f.received_at) <= ?
      order by max(f.received_at) limit 500\
      """;

  private static final Duration FIRST = Duration.ofMinutes(3);

  private final JdbcClient jdbc;
  private final CommandGateway commands;
  private final Clock clock;
  private final int days;

  UnsentFilesPurge(
      JdbcClient jdbc,
      CommandGateway commands,
      Clock clock,
      @Value("${tsunagaru.files.unsent-days:30}") int days) {
    super("unsent-files", FIRST);
    if (days < 1) {
      throw new IllegalArgumentException("tsunagaru.files.unsent-days is at least 1");
    }
    this.jdbc = jdbc;
    this.commands = commands;
    this.clock = clock;
    this.days = days;
  }

  /** Each by itself: one that cannot be destroyed now does not keep the others. */
  void purgeOverdue() {
    List<PurgeUnsentFiles> overdue =
        jdbc.sql(OVERDUE)
            .param(clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
            .query((row, number) ->
                new PurgeUnsentFiles(
                    new DocumentId(row.getString("document_id")),
                    new PatientId(row.getString("patient_id")),
                    days))
            .list();
    for (PurgeUnsentFiles command : overdue) {
      try {
        commands.sendAndWait(
            GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Origin.system().toMetadata()));
      } catch (Refused postedMeanwhile) {
        LOG.info("files of a post were not destroyed: {}", postedMeanwhile.code());
      } catch (RuntimeException problem) {
        LOG.warn("files of a post are tried again later: {}", problem.getClass().getName());
      }
    }
  }

  @Override
  protected void work() {
    purgeOverdue();
  }
}
