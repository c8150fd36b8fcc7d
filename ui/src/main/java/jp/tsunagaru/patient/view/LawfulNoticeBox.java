package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.access.query.LawfulNotices;
import jp.tsunagaru.access.query.ListLawfulOpeningsForMe;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/**
 * Which withdrawn records the city lets one display now, and that it opened one that one's facility
 * had registered (§8.3 Q3).
 */
public final class LawfulNoticeBox extends Div {
  private final Gateways gateways;
  private int question;

  public LawfulNoticeBox(Gateways gateways) {
    this.gateways = gateways;
    addClassName("opening-notices");
    getElement().setAttribute("aria-live", "polite");
  }

  public void load() {
    int number = ++question;
    gateways.ask(
        new ListLawfulOpeningsForMe(),
        LawfulNotices.class,
        found -> {
          if (number == question) {
            removeAll();
            found.notices().forEach(notice -> add(row(notice)));
          }
        },
        refused -> removeAll());
  }

  private static Div row(LawfulNotices.Notice notice) {
    PatientId mine = notice.patientId();
    Span words =
        new Span(
            mine == null
                ? Texts.get(
                    "lawful.notice.registrar",
                    DateTexts.date(DateTexts.day(notice.registeredAt())),
                    Texts.of("lawful.ground", notice.ground()),
                    notice.person(),
                    notice.facility(),
                    DateTexts.moment(notice.openedAt()),
                    DateTexts.moment(notice.end()))
                : Texts.get(
                    "lawful.notice.mine",
                    Texts.of("lawful.ground", notice.ground()),
                    DateTexts.moment(notice.end())));
    Div row = new Div(words);
    row.addClassNames("row", "attention-box");
    if (mine != null) {
      row.add(new Anchor(PatientNavigation.address(mine), Texts.get("lawful.notice.open")));
    }
    return row;
  }
}
