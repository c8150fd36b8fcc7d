package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.access.command.CloseBreakGlass;
import jp.tsunagaru.access.query.ListOpeningsForMe;
import jp.tsunagaru.access.query.ListOpeningsOf;
import jp.tsunagaru.access.query.TeamOpening;
import jp.tsunagaru.access.query.TeamOpenings;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** Tells the team that somebody outside reads in an emergency, until the review (TM-10). */
final class OpeningNotices extends Div {
  private final Gateways gateways;
  private int question;

  OpeningNotices(Gateways gateways) {
    this.gateways = gateways;
    addClassName("opening-notices");
    getElement().setAttribute("aria-live", "polite");
  }

  /** On the page of one patient. */
  void load(PatientId patientId) {
    ask(new ListOpeningsOf(patientId), false);
  }

  /** Above the list of the actor's patients. */
  void load() {
    ask(new ListOpeningsForMe(), true);
  }

  void clear() {
    question++;
    removeAll();
  }

  private void ask(Object query, boolean linked) {
    int number = ++question;
    gateways.ask(
        query,
        TeamOpenings.class,
        found -> {
          if (number == question) {
            removeAll();
            found.openings().forEach(opening -> add(notice(opening, linked)));
          }
        },
        // The page itself says what can no longer be shown.
        refused -> removeAll());
  }

  private Div notice(TeamOpening opening, boolean linked) {
    boolean mine = opening.accountId().equals(SignedInUser.require().accountId());
    Div row = new Div();
    row.addClassNames("row", opening.inForce() ? "danger-box" : "attention-box");
    if (mine) {
      row.add(
          new Span(
              Texts.get(
                  opening.inForce() ? "emergency.notice.mine" : "emergency.notice.mineOver",
                  DateTexts.time(opening.end()))));
      if (opening.inForce()) {
        row.add(
            new Button(
                Texts.get("emergency.close"),
                click -> gateways.send(new CloseBreakGlass(opening.breakGlassId()), () -> {})));
      }
      return row;
    }
    row.add(
        new Span(
            Texts.get(
                opening.inForce() ? "emergency.notice" : "emergency.notice.over",
                opening.name(),
                opening.facility(),
                DateTexts.moment(opening.openedAt()),
                DateTexts.time(opening.end()),
                Texts.of("emergency.reason", opening.reason()))));
    if (linked) {
      row.add(
          new Anchor(
              "/patients/" + opening.patientId().value(), Texts.get("emergency.notice.open")));
    }
    return row;
  }
}
