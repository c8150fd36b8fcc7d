package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Instant;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.audit.view.OwnAccessPrinting;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.PrintConsentForm;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import org.springframework.stereotype.Component;

/** Buttons that print 様式第2 (PT-04). */
@Component
public class ConsentPrinting {
  private final Gateways gateways;
  private final TermsInForce terms;
  private final CityProperties city;
  private final Clock clock;
  private final OwnAccessPrinting ownAccess;

  ConsentPrinting(
      Gateways gateways,
      TermsInForce terms,
      CityProperties city,
      Clock clock,
      OwnAccessPrinting ownAccess) {
    this.gateways = gateways;
    this.terms = terms;
    this.city = city;
    this.clock = clock;
    this.ownAccess = ownAccess;
  }

  /** For a patient who is registered. */
  public Button button(PatientId patientId) {
    return new Button(
        Texts.get("print.consent"),
        VaadinIcon.PRINT.create(),
        click ->
            PrintDialog.ask(
                Texts.get("print.consent"),
                Texts.get("print.consent.explained"),
                PrintPurpose.EXPLANATION,
                (reason, dialog) ->
                    gateways.ask(
                        new PrintConsentForm(patientId, reason),
                        PatientDetails.class,
                        patient -> dialog.show(() -> paper(patient, reason)))));
  }

  /** Who saw the record, for the person who asks (M6). */
  Button ownAccess(PatientDetails patient) {
    return ownAccess.ofTeam(patient.patientId(), patient.basicInfo().fullName());
  }

  /** For somebody whose name is written by hand. */
  public Button blankButton() {
    return new Button(
        Texts.get("print.consent.blank"),
        VaadinIcon.PRINT.create(),
        click ->
            PrintDialog.give(
                Texts.get("print.consent"),
                () ->
                    ConsentPaper.of(
                        terms.consentForm(),
                        city,
                        explainer(),
                        "",
                        Imprint.ofForm(Texts.get("print.consent"), clock.instant()))));
  }

  private Printed paper(PatientDetails patient, PrintReason reason) {
    Instant at = clock.instant();
    return ConsentPaper.of(
        terms.consentForm(),
        city,
        explainer(),
        patient.basicInfo().fullName(),
        Imprints.plain(Texts.get("print.consent"), at, reason));
  }

  private static String explainer() {
    SignedInUser me = SignedInUser.require();
    return Texts.get("print.consent.explainer", me.displayName(), me.facilityName());
  }
}
