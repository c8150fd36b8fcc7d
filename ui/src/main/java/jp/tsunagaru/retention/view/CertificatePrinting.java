package jp.tsunagaru.retention.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.retention.query.Certificate;
import jp.tsunagaru.retention.query.PrintCertificate;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.Texts;
import org.springframework.stereotype.Component;

/** Buttons that print certificates of what was destroyed (DL-07). */
@Component
public class CertificatePrinting {
  private final Gateways gateways;
  private final CityProperties city;
  private final Clock clock;

  CertificatePrinting(Gateways gateways, CityProperties city, Clock clock) {
    this.gateways = gateways;
    this.city = city;
    this.clock = clock;
  }

  /**
   * @param recordId of the request, of the disposal, or of the purged document
   */
  public Button button(String recordId) {
    return new Button(
        Texts.get("retention.certificate.print"),
        VaadinIcon.PRINT.create(),
        click ->
            PrintDialog.ask(
                Texts.get("retention.certificate.title"),
                Texts.get("retention.certificate.explained"),
                PrintPurpose.EXPLANATION,
                (reason, dialog) ->
                    gateways.ask(
                        new PrintCertificate(recordId, reason.purpose()),
                        Certificate.class,
                        found ->
                            dialog.show(() ->
                                CertificatePaper.of(
                                    found,
                                    city,
                                    Imprints.plain(
                                        Texts.get("retention.certificate.title"),
                                        clock.instant(),
                                        reason))))));
  }
}
