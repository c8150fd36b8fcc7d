package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jp.tsunagaru.patient.query.ConsentTaskCount;
import jp.tsunagaru.patient.query.FindConsentTaskCount;
import jp.tsunagaru.patient.query.ListPossibleDuplicates;
import jp.tsunagaru.patient.query.PossibleDuplicates;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Texts;

/** 二重登録の疑い (PT-09): what the city asks two facilities about, without a name on the screen. */
@Route(value = "duplicates", layout = MainLayout.class)
@RolesAllowed("CITY_OPERATOR")
@StyleSheet("context://patient.css")
class DuplicatesView extends Div implements HasDynamicTitle {
  private final Div list = new Div();

  DuplicatesView(Gateways gateways) {
    list.addClassName("cards");
    addClassName("page");
    Paragraph ofAge = new Paragraph();
    add(
        new H1(getPageTitle()),
        ofAge,
        new Paragraph(Texts.get("patient.duplicates.explained")),
        list);
    gateways.ask(
        new FindConsentTaskCount(),
        ConsentTaskCount.class,
        count -> ofAge.setText(Texts.get("patient.ofAge.count", count.patients())));
    gateways.ask(new ListPossibleDuplicates(), PossibleDuplicates.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("patient.duplicates.title");
  }

  private void show(PossibleDuplicates found) {
    list.removeAll();
    found.pairs().forEach(pair -> list.add(card(pair)));
    if (found.pairs().isEmpty()) {
      Div none = new Div(new Span(Texts.get("patient.duplicates.none")));
      none.addClassName("empty");
      list.add(none);
    }
  }

  private static Component card(PossibleDuplicates.Pair pair) {
    Div grounds = new Div();
    grounds.addClassName("chips");
    if (pair.sameNumber()) {
      grounds.add(PatientRowCard.chip("patient.duplicates.sameNumber", "state-wait"));
    }
    if (pair.samePerson()) {
      grounds.add(PatientRowCard.chip("patient.duplicates.samePerson", "state-wait"));
    }
    Div card = new Div(grounds, line(pair.earlier()), line(pair.later()));
    card.addClassName("card");
    return card;
  }

  private static Component line(PossibleDuplicates.Registration registration) {
    return new Div(
        new Span(
            Texts.get(
                "patient.duplicates.line",
                registration.facility(),
                DateTexts.date(DateTexts.day(registration.registeredAt())),
                registration.patientId())));
  }
}
