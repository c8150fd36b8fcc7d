package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.ReplayState;
import jp.tsunagaru.audit.query.StateThen;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/**
 * Consent and team as they stood at the step that is shown; whoever acted then is marked. Until the
 * answer for a new step is here, that of the step before stays, marked as busy.
 */
class StatePanel extends Div {
  private final transient Gateways gateways;
  private int question;

  StatePanel(Gateways gateways) {
    this.gateways = gateways;
    addClassNames("card", "state-then");
    clear();
  }

  void clear() {
    question++;
    settled();
    removeAll();
    setVisible(false);
  }

  /** Says that the state follows when the replay stands still. */
  void waitFor(AccessStep step) {
    clear();
    if (aboutPatient(step)) {
      Paragraph hint = new Paragraph(Texts.get("audit.state.whilePlaying"));
      hint.addClassName("muted");
      add(hint);
      setVisible(true);
    }
  }

  private void settled() {
    getElement().removeAttribute("aria-busy");
  }

  private static boolean aboutPatient(AccessStep step) {
    return step.patientId().matches("pat_[0-9a-z]{26}");
  }

  void show(AccessStep step) {
    if (!aboutPatient(step)) {
      clear();
      return;
    }
    int number = ++question;
    getElement().setAttribute("aria-busy", "true");
    gateways.ask(
        new ReplayState(new PatientId(step.patientId()), step.at()),
        StateThen.class,
        state -> {
          if (number == question) {
            show(step, state);
          }
        },
        refusal -> {
          if (number == question) {
            clear();
          }
          Refusals.show(refusal);
        });
  }

  private void show(AccessStep step, StateThen state) {
    settled();
    removeAll();
    setVisible(true);
    add(new H2(Texts.get("audit.state", DateTexts.exact(state.at()))));
    if (state.sharing().isEmpty()) {
      add(new Paragraph(Texts.get("audit.state.unknown")));
      return;
    }
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    Span sharing = new Span(Texts.get("audit.state.sharing." + state.sharing()));
    sharing.addClassNames(
        "state-chip", state.sharing().equals("SHARED") ? "state-good" : "state-wait");
    fact(facts, "audit.state.sharing", sharing);
    LocalDate consentedOn = state.consentedOn();
    fact(
        facts,
        "audit.state.consent",
        new Span(
            consentedOn == null
                ? Texts.get("audit.state.noConsent")
                : Texts.get(
                    "audit.state.consented",
                    DateTexts.date(consentedOn),
                    Texts.find("consent.kind." + state.consentKind()).orElse(state.consentKind()),
                    state.textVersion())));
    fact(facts, "audit.state.registrar", new Span(state.registrar()));
    LocalDate retainedUntil = state.retainedUntil();
    if (retainedUntil != null) {
      fact(
          facts,
          "audit.state.retained",
          new Span(
              Texts.get(
                  state.sharing().equals("ENDED")
                      ? "audit.state.retained.ended"
                      : "audit.state.retained.withdrawn",
                  DateTexts.date(retainedUntil))));
    }
    UnorderedList members = new UnorderedList();
    members.addClassName("plain-list");
    state.members().forEach(member -> members.add(item(member, step.accountId())));
    add(
        facts,
        new H3(
            Texts.get(
                retainedUntil == null ? "audit.state.team" : "audit.state.team.retained",
                state.members().size())),
        members);
  }

  private static ListItem item(StateThen.Member member, String acting) {
    Span name =
        new Span(member.group() ? Texts.get("audit.row.group", member.name()) : member.name());
    Div head = new Div(name);
    head.addClassName("row");
    if (member.accountIds().contains(acting)) {
      head.add(chip("audit.state.acting", "state-wait"));
    }
    if (!member.inForce()) {
      head.add(chip("audit.state.notInForce", "state-bad"));
    }
    ListItem item = new ListItem(head);
    if (member.group()) {
      item.add(muted(String.join(Texts.get("list.separator"), member.belonging())));
    }
    item.add(
        muted(
            Texts.get(
                "audit.state.terms",
                Texts.find("teamRole." + member.role()).orElse(member.role()),
                member.rights().stream()
                    .sorted()
                    .map(Names::of)
                    .collect(Collectors.joining(Texts.get("list.separator"))))));
    LocalDate from = member.from();
    LocalDate to = member.to();
    if (from != null || to != null) {
      item.add(
          muted(
              Texts.get(
                  "audit.state.validity",
                  from == null ? "" : DateTexts.shortDate(from),
                  to == null ? "" : DateTexts.shortDate(to))));
    }
    return item;
  }

  private static Span chip(String text, String look) {
    Span chip = new Span(Texts.get(text));
    chip.addClassNames("state-chip", look);
    return chip;
  }

  private static Div muted(String text) {
    Div line = new Div(text);
    line.addClassNames("muted", "small");
    return line;
  }

  private static void fact(DescriptionList facts, String term, Span value) {
    facts.add(new DescriptionList.Term(Texts.get(term)), new DescriptionList.Description(value));
  }
}
