package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.audit.query.PrintOwnAccess;
import jp.tsunagaru.audit.query.PrintOwnAccessAtDesk;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.Texts;
import org.springframework.stereotype.Component;

/** Buttons that print あなたの記録を見た人の一覧 (M6). */
@Component
public class OwnAccessPrinting {
  private final Gateways gateways;
  private final CityProperties city;
  private final Clock clock;

  OwnAccessPrinting(Gateways gateways, CityProperties city, Clock clock) {
    this.gateways = gateways;
    this.city = city;
    this.clock = clock;
  }

  /** For somebody of the team whom the person asked. */
  public Button ofTeam(PatientId patientId, String name) {
    return button(
        name, false, (from, to, request) -> new PrintOwnAccess(patientId, from, to, request));
  }

  /** At the desk of an office. */
  Button atDesk(PatientId patientId, String name, boolean incident) {
    return button(
        name,
        incident,
        (from, to, request) -> new PrintOwnAccessAtDesk(patientId, from, to, request));
  }

  private interface Question {
    Object of(LocalDate from, LocalDate to, String request);
  }

  private Button button(String name, boolean incident, Question question) {
    return new Button(
        Texts.get("audit.own.print"),
        VaadinIcon.PRINT.create(),
        click ->
            new OwnAccessDialog(
                    name,
                    incident,
                    LocalDate.now(clock),
                    (from, to, request) -> print(name, from, to, request, question))
                .open());
  }

  private void print(String name, LocalDate from, LocalDate to, String request, Question question) {
    gateways.ask(
        question.of(from, to, request),
        OwnAccess.class,
        found ->
            PrintDialog.give(
                Texts.get("audit.own"),
                () ->
                    OwnAccessPaper.of(
                        name,
                        found,
                        from,
                        to,
                        city,
                        Imprints.plain(
                            Texts.get("audit.own"),
                            clock.instant(),
                            new PrintReason(PrintPurpose.PERSON_REQUEST, request)))));
  }
}
