package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.util.List;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.patient.query.ConsentSummary;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.queryhandling.QueryGateway;

/** 同意: recorded once (第16条1但書), shown with the version of its text, and stopped on request. */
public final class ConsentTab extends Div {
  private final Gateways gateways;
  private final PatientDetails patient;
  private final Runnable changed;

  /**
   * @param changed runs when consent was recorded or sharing stopped
   */
  public ConsentTab(
      Gateways gateways,
      QueryGateway queries,
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
      given(consent);
      if (mayChange) {
        stop();
      }
    } else if (mayChange) {
      record(new ConsentForm(terms, queries, clock));
    } else {
      add(new Paragraph(Texts.get("consent.none")));
    }
    add(printing.button(patient.patientId()));
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
    fact(
        facts,
        "consent.explainer",
        Texts.get("consent.explainer.at", consent.explainer(), consent.explainerFacility()));
    fact(facts, "consent.version", consent.textVersion());
    facts.addClassName("facts");
    add(title, new Paragraph(Texts.get("consent.given.explained")), facts);
  }

  private static void fact(DescriptionList facts, String key, String value) {
    facts.add(new DescriptionList.Term(Texts.get(key)));
    facts.add(new DescriptionList.Description(value));
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

  private void stop() {
    Button stop = new Button(Texts.get("consent.stop"), click -> askToStop());
    stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
    add(
        new H3(Texts.get("consent.stop.title")),
        new Paragraph(Texts.get("consent.stop.explained")),
        stop);
  }

  private void askToStop() {
    RadioButtonGroup<String> channel = new RadioButtonGroup<>(Texts.get("consent.stop.channel"));
    channel.setItems("PHYSICIAN", "CARE_MANAGER", "CITY", "FAMILY", "OTHER");
    channel.setItemLabelGenerator(code -> Texts.get("consent.stop.channel." + code));
    channel.setValue("CARE_MANAGER");
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("consent.stop.question", patient.basicInfo().fullName()));
    Div losing = new Div();
    losing.addClassName("attention-box");
    losing.setVisible(false);
    gateways.ask(new GetTeam(patient.patientId()), Team.class, team -> showLosing(losing, team));
    dialog.add(
        new Paragraph(Texts.get("consent.stop.effect")),
        losing,
        new Paragraph(Texts.get("consent.stop.undo")),
        channel);
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("consent.stop"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new StopSharing(
                ConsentId.of(patient.patientId()), patient.patientId(), channel.getValue()),
            () -> {
              Refusals.done(Texts.get("consent.stopped"));
              changed.run();
            }));
    dialog.open();
  }

  /** Who loses what, by name, before it is done (PT-10). */
  private static void showLosing(Div losing, Team team) {
    List<String> names =
        team.members().stream()
            .filter(member -> member.accountId() != null && member.ended() == null)
            .map(TeamMember::name)
            .distinct()
            .toList();
    losing.setText(
        Texts.get(
            "consent.stop.losing", names.size(), String.join(Texts.get("list.separator"), names)));
    losing.setVisible(true);
  }
}
