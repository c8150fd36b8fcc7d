package jp.tsunagaru.incident.view;

import java.time.Clock;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.IncidentDoor;
import org.springframework.stereotype.Component;

@Component
class ReportDoor implements IncidentDoor {
  private final Gateways gateways;
  private final Clock clock;

  ReportDoor(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
  }

  @Override
  public void open(String place) {
    new ReportDialog(gateways, clock, place).open();
  }
}
