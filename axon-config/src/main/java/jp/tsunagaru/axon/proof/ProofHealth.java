package jp.tsunagaru.axon.proof;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a log must not be signed; which one and why is for the operator only. */
final class ProofHealth implements HealthIndicator {
  private final List<ProofLog> logs;

  ProofHealth(List<ProofLog> logs) {
    this.logs = logs;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (ProofLog log : logs) {
      log.alarm().ifPresent(alarm -> health.down().withDetail(log.name(), alarm.name()));
    }
    return health.build();
  }
}
