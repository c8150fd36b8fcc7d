package jp.tsunagaru.incident.read;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long each leg of the chain may take (IN-02); a city sets its own under {@code
 * tsunagaru.incident}.
 */
@Component
class IncidentDeadlines {
  final Duration receipt;
  final Duration instruction;
  final Duration cityReport;
  final Duration measure;
  final Duration breach;
  final Duration council;
  final Duration study;
  final Duration estimate;
  final Duration closing;

  IncidentDeadlines(
      @Value("${tsunagaru.incident.receipt:1h}") Duration receipt,
      @Value("${tsunagaru.incident.instruction:4h}") Duration instruction,
      @Value("${tsunagaru.incident.city-report:24h}") Duration cityReport,
      @Value("${tsunagaru.incident.measure:24h}") Duration measure,
      @Value("${tsunagaru.incident.breach:24h}") Duration breach,
      @Value("${tsunagaru.incident.council:14d}") Duration council,
      @Value("${tsunagaru.incident.study:7d}") Duration study,
      @Value("${tsunagaru.incident.estimate:30d}") Duration estimate,
      @Value("${tsunagaru.incident.closing:60d}") Duration closing) {
    this.receipt = receipt;
    this.instruction = instruction;
    this.cityReport = cityReport;
    this.measure = measure;
    this.breach = breach;
    this.council = council;
    this.study = study;
    this.estimate = estimate;
    this.closing = closing;
  }
}
