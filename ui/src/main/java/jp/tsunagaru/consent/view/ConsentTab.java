package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.command.ConfirmConsent;
import jp.tsunagaru.patient.query.Closing;
import jp.tsunagaru.patient.query.ConsentSummary;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;
import jp.tsunagaru.terms.TermsInForce;
import jp.tsunagaru.terms.TermsText;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** 同意: recorded once (第16条1但書), shown with the version of its text, and ended on request. */
public final class ConsentTab extends Div {
  private final Gateways gateways;
  private final PatientDetails patient;
  private final Runnable changed;
  private @Nullable ConsentPaperBox papers;

  /**
   * @param changed runs when consent was recorded or sharing stopped
   */
  public ConsentTab(
      Gateways gateways,
      QueryGateway queries,
      FileIntake intake,
      TermsInForce terms,
      ConsentPrinting printing,
      Clock clock,
      PatientDetails patient,
      Runnable changed) {
    this.gateways = gateways;
    this.patient = patient;
    this.changed = changed;
    boolean mayChange = patient.rights().contains(Right.EDIT_BASIC);

    addClassName("tab-page");
    ConsentSummary consent = patient.consent();
    if (consent != null) {
      if (consent.ofAge()) {
        comingOfAge(terms, clock, mayChange);
      }
      given(consent);
      ConsentPaperBox box =
          new ConsentPaperBox(gateways, intake, patient.patientId(), patient.rights());
      papers = box;
      add(box, new SharingStepsBox(gateways, patient.patientId()));
      Closing closing = patient.closing();
      if (closing != null) {
        ended(closing);
      }
      if (mayChange || closing != null && closing.mayManage()) {
        add(new ClosingSection(gateways, clock, patient, changed));
      }
    } else if (mayChange) {
      record(new ConsentForm(terms, queries, clock));
    } else {
      add(new Paragraph(Texts.get("consent.none")));
    }
    Div papersToPrint = new Div(printing.button(patient.patientId()));
    if (mayChange || patient.closing() != null && patient.closing().mayManage()) {
      papersToPrint.add(printing.ownAccess(patient));
    }
    papersToPrint.addClassName("actions");
    add(papersToPrint);
  }

  public void changed(List<PatientChange> changes) {
    boolean concerned =
        changes.stream()
            .map(PatientChange::kind)
            .anyMatch(kind ->
                kind == PatientChange.Kind.CONSENT || kind == PatientChange.Kind.ATTACHMENT);
    if (concerned && papers != null) {
      papers.refresh();
    }
  }

  private void given(ConsentSummary consent) {
    H3 title = new H3(Texts.get("consent.given"));
    DescriptionList facts = new DescriptionList();
    fact(facts, "consent.date", DateTexts.date(consent.consentedOn()));
    fact(facts, "consent.kind", Texts.of("consent.kind", consent.kind()));
    fact(facts, "consent.signed", consent.signer());
    if (consent.kind() == ConsentKind.PROXY) {
      fact(facts, "consent.relationship", consent.relationship());
    }
    LocalDate confirmed = consent.confirmedOn();
    if (confirmed != null) {
      fact(facts, "consent.confirmed", DateTexts.date(confirmed));
    }
    fact(
        facts,
        "consent.explainer",
        Texts.get("consent.explainer.at", consent.explainer(), consent.explainerFacility()));
    fact(facts, "consent.version", consent.textVersion());
    facts.addClassName("facts");
    add(title, new Paragraph(Texts.get("consent.given.explained")), facts);
  }

  /** PT-03: a proxy signed for a minor who is one no more. */
  private void comingOfAge(TermsInForce terms, Clock clock, boolean mayChange) {
    TermsText text = terms.consentForm();
    Div box = new Div(new H3(Texts.get("consent.ofAge")));
    box.addClassName("attention-box");
    box.add(new Paragraph(Texts.get("consent.ofAge.explained", text.version())));
    if (mayChange) {
      WarekiField day = new WarekiField(Texts.get("consent.ofAge.day"));
      day.setValue(LocalDate.now(clock));
      Button confirm =
          new Button(
              Texts.get("consent.ofAge.confirm"),
              click -> {
                LocalDate confirmedOn = day.getValue();
                if (confirmedOn == null || day.isUnreadable()) {
                  day.setErrorMessage(Texts.get("consent.missing"));
                  day.setInvalid(true);
                } else {
                  confirm(confirmedOn, text.version());
                }
              });
      confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      box.add(day, new Paragraph(Texts.get("consent.ofAge.refused")), confirm);
    }
    add(box);
  }

  private void confirm(LocalDate confirmedOn, String textVersion) {
    gateways.send(
        new ConfirmConsent(
            ConsentId.of(patient.patientId()), patient.patientId(), confirmedOn, textVersion),
        () -> {
          Refusals.done(Texts.get("consent.ofAge.confirmed"));
          Soon.ask(
              gateways,
              new FindPatient(patient.patientId()),
              PatientDetails.class,
              found -> found.consent() != null && !found.consent().ofAge(),
              found -> changed.run(),
              Refusals::show);
        });
  }

  private static void fact(DescriptionList facts, String key, String value) {
    facts.add(new DescriptionList.Term(Texts.get(key)));
    facts.add(new DescriptionList.Description(value));
  }

  private void ended(Closing closing) {
    DescriptionList facts = new DescriptionList();
    fact(facts, "consent.ended.reason", Texts.of("consent.endReason", closing.reason()));
    fact(facts, "consent.ended.on", DateTexts.date(closing.endedOn()));
    fact(facts, "consent.ended.until", DateTexts.date(closing.until()));
    facts.addClassName("facts");
    add(
        new H3(Texts.get("consent.ended")),
        new Paragraph(Texts.get("consent.ended.explained")),
        facts);
  }

  private void record(ConsentForm form) {
    Button save = new Button(Texts.get("consent.record"));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickListener(click ->
        form.read(patient.patientId())
            .ifPresent(command ->
                gateways.send(
                    command,
                    () -> {
                      Refusals.done(Texts.get("consent.recorded"));
                      save.setEnabled(false);
                      Soon.ask(
                          gateways,
                          new FindPatient(patient.patientId()),
                          PatientDetails.class,
                          found -> found.consent() != null,
                          found -> changed.run(),
                          Refusals::show);
                    })));
    form.propose(patient.basicInfo().fullName());
    add(
        new H3(Texts.get("consent.notYet")),
        new Paragraph(Texts.get("consent.provisional")),
        form,
        save);
  }
}
