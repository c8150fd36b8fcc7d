package jp.tsunagaru.patient.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagaru.axon.work.RegularWork;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.PurgeProvisional;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Destroys 仮登録 that got no consent within the days the city allows (PT-01), 30 unless {@code
 * tsunagaru.patients.provisional-days} says otherwise. It looks once an hour.
 */
@Component
class ProvisionalPurge extends RegularWork {
  private static final Logger LOG = LoggerFactory.getLogger(ProvisionalPurge.class);
  private static final Duration FIRST = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final CommandGateway commands;
  private final Clock clock;
  private final int days;

  ProvisionalPurge(
      JdbcClient jdbc,
      CommandGateway commands,
      Clock clock,
      @Value("${tsunagaru.patients.provisional-days:30}") int days) {
    super("provisional-purge", FIRST);
    if (days < 1) {
      throw new IllegalArgumentException("tsunagaru.patients.provisional-days is at least 1");
    }
    this.jdbc = jdbc;
    this.commands = commands;
    this.clock = clock;
    this.days = days;
  }

  /** Each by itself: one that cannot be destroyed now does not keep the others. */
  void purgeOverdue() {
    List<String> overdue =
        jdbc.sql(
                """
                select patient_id from guard.patient
                where sharing = 'PROVISIONAL' and registered_at <= ?
                order by registered_at limit 500\
                """)
            .param(clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list();
    for (String patient : overdue) {
      try {
        commands.sendAndWait(
            GenericCommandMessage.asCommandMessage(
                    new PurgeProvisional(new PatientId(patient), days))
                .withMetaData(Origin.system().toMetadata()));
      } catch (Refused consentedMeanwhile) {
        LOG.info("a registration was not destroyed: {}", consentedMeanwhile.code());
      } catch (RuntimeException problem) {
        LOG.warn("a registration is tried again later: {}", problem.getClass().getName());
      }
    }
  }

  @Override
  protected void work() {
    purgeOverdue();
  }
}
