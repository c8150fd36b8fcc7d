package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.query.FindPersonAtDesk;
import jp.tsunagaru.audit.query.PersonsAtDesk;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/**
 * 見た人の一覧 at the desk of the city or of a facility (M6): whoever stands there is found by the whole
 * name and the day of birth, and nothing of the record is shown.
 */
@Route(value = "own-access", layout = MainLayout.class)
@RolesAllowed({"FACILITY_ADMIN", "CITY_OPERATOR"})
@StyleSheet("context://patient.css")
class OwnAccessView extends Div implements HasDynamicTitle {
  private final transient Gateways gateways;
  private final transient OwnAccessPrinting printing;
  private final transient StoppingAtDesk stopping;
  private final TextField name = new TextField(Texts.get("audit.own.desk.name"));
  private final WarekiField birth = new WarekiField(Texts.get("audit.own.desk.birth"));
  private final Div found = new Div();

  OwnAccessView(Gateways gateways, OwnAccessPrinting printing) {
    this.gateways = gateways;
    this.printing = printing;
    this.stopping = new StoppingAtDesk(gateways);
    name.setMaxLength(80);
    name.addClassName("grow");
    name.addKeyPressListener(Key.ENTER, pressed -> find());
    Button find = new Button(Texts.get("action.search"), click -> find());
    find.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div fields = new Div(name, birth);
    fields.addClassName("fields");
    Div card = new Div(fields, find);
    card.addClassName("card");
    found.addClassName("cards");
    found.getElement().setAttribute("aria-live", "polite");
    addClassName("page");
    add(new H1(getPageTitle()), new Paragraph(Texts.get("audit.own.desk.explained")));
    if (SignedInUser.require().has(Role.CITY_OPERATOR)) {
      add(new Paragraph(Texts.get("consent.desk.explained")));
    }
    add(card, found);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("audit.own.desk");
  }

  private void find() {
    found.removeAll();
    LocalDate born = birth.getValue();
    if (name.getValue().isBlank() || born == null || birth.isUnreadable()) {
      found.add(empty("audit.own.desk.missing"));
      return;
    }
    gateways.ask(new FindPersonAtDesk(name.getValue(), born), PersonsAtDesk.class, this::show);
  }

  private void show(PersonsAtDesk answer) {
    found.removeAll();
    answer.persons().forEach(person -> found.add(card(person)));
    if (answer.persons().isEmpty()) {
      found.add(empty("audit.own.desk.none"));
    }
  }

  private Component card(PersonsAtDesk.Person person) {
    Div actions = new Div(printing.atDesk(person.patientId(), person.name(), person.incident()));
    if (person.shared()) {
      actions.add(stopping.button(person.patientId(), person.name(), this::find));
    }
    actions.addClassName("actions");
    Span kana = new Span(person.kana());
    kana.addClassNames("muted", "small");
    Div card =
        new Div(
            new H3(person.name()),
            kana,
            new Paragraph(DateTexts.date(person.birthDate())),
            new Paragraph(Texts.get("audit.own.desk.registered", person.facility())),
            actions);
    card.addClassName("card");
    return card;
  }

  private static Div empty(String text) {
    Div empty = new Div(new Span(Texts.get(text)));
    empty.addClassName("empty");
    return empty;
  }
}
