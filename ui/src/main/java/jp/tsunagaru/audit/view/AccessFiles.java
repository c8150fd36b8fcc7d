package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.util.function.Supplier;
import jp.tsunagaru.audit.query.AccessCount;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AuditPurpose;
import jp.tsunagaru.audit.query.GetAccessCount;
import jp.tsunagaru.fhir.AuditEvents;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The access history as a file, as far as the list is narrowed (C-12). */
@Component
class AccessFiles {
  private final Gateways gateways;
  private final QueryGateway queries;
  private final Clock clock;
  private final String site;
  private final String server;

  /**
   * @param server what this machine is called in AuditEvents
   */
  AccessFiles(
      Gateways gateways,
      QueryGateway queries,
      Clock clock,
      CityProperties city,
      @Value("${tsunagaru.audit.server-name:tsunagaru}") String server) {
    this.gateways = gateways;
    this.queries = queries;
    this.clock = clock;
    this.site = city.name() + " " + city.serviceName();
    this.server = server;
  }

  Button button(Supplier<AccessFilter> narrowed) {
    return new Button(
        Texts.get("audit.file"),
        VaadinIcon.DOWNLOAD_ALT.create(),
        click -> {
          AccessFilter filter = narrowed.get().until(clock.instant());
          gateways.ask(
              new GetAccessCount(filter),
              AccessCount.class,
              count -> new AccessFileDialog(this, filter, count).open());
        });
  }

  AccessFile file(AccessFilter filter, AuditPurpose purpose, AccessFormat format) {
    String day = DateTexts.day(clock.instant()).toString();
    return switch (format) {
      case CSV ->
          new AccessFile(
              queries, new AccessCsv(), filter, purpose, format, "access-" + day + ".csv");
      case BALP ->
          new AccessFile(
              queries,
              new AccessAuditEvents(new AuditEvents(site, server)),
              filter,
              purpose,
              format,
              "access-" + day + ".ndjson");
    };
  }
}
