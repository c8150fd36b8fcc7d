package jp.tsunagaru.access.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.access.command.RequestLawfulOpening;
import jp.tsunagaru.account.query.AccountRow;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.facility.query.Facilities;
import jp.tsunagaru.facility.query.FacilityRow;
import jp.tsunagaru.facility.query.ListFacilities;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** Whose record, to whom, on what ground and for how long; nothing is offered to choose from. */
final class LawfulRequestDialog extends Dialog {
  private static final int USUAL_DAYS = 3;

  private final Gateways gateways;
  private final Consumer<LawfulOpeningId> requested;
  private final LawfulOpeningId id = LawfulOpeningId.next();
  private final WarekiField birthDate = new WarekiField(Texts.get("emergency.birthDate"));
  private final TextField name = new TextField(Texts.get("emergency.name"));
  private final TextField insuredNumber = new TextField(Texts.get("emergency.insuredNumber"));
  private final ComboBox<FacilityRow> facility = new ComboBox<>(Texts.get("lawful.facility"));
  private final ComboBox<AccountRow> person = new ComboBox<>(Texts.get("lawful.person"));
  private final RadioButtonGroup<LawfulGround> ground =
      new RadioButtonGroup<>(Texts.get("lawful.groundOf"));
  private final TextArea explanation = new TextArea(Texts.get("lawful.explanation"));
  private final IntegerField days = new IntegerField(Texts.get("lawful.days"));

  LawfulRequestDialog(Gateways gateways, Consumer<LawfulOpeningId> requested) {
    this.gateways = gateways;
    this.requested = requested;
    name.setHelperText(Texts.get("emergency.name.help"));
    name.setMaxLength(80);
    insuredNumber.setHelperText(Texts.get("emergency.insuredNumber.help"));
    insuredNumber.setMaxLength(10);
    facility.setItemLabelGenerator(FacilityRow::name);
    facility.setWidthFull();
    facility.addValueChangeListener(event -> offer(event.getValue()));
    person.setItemLabelGenerator(
        row -> Texts.get("lawful.personLabel", row.name().full(), Names.of(row.profession())));
    person.setHelperText(Texts.get("lawful.person.help"));
    person.setWidthFull();
    ground.setItems(LawfulGround.values());
    ground.setItemLabelGenerator(each -> Texts.of("lawful.ground", each));
    explanation.setHelperText(Texts.get("lawful.explanation.help"));
    explanation.setMaxLength(400);
    explanation.setWidthFull();
    days.setValue(USUAL_DAYS);
    days.setMin(1);
    days.setMax(RequestLawfulOpening.MOST_DAYS);
    days.setStepButtonsVisible(true);
    gateways.ask(
        new ListFacilities(""), Facilities.class, found -> facility.setItems(found.facilities()));

    Div who = new Div(birthDate, name, insuredNumber, facility, person, days);
    who.addClassName("two-fields");
    Button send = new Button(Texts.get("lawful.request.send"), click -> send());
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    setHeaderTitle(Texts.get("lawful.request"));
    setWidth("min(720px, 96vw)");
    addClassName("sheet");
    add(new Paragraph(Texts.get("lawful.request.explained")), who, ground, explanation);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), send);
  }

  private void offer(FacilityRow chosen) {
    person.clear();
    if (chosen != null) {
      gateways.ask(
          new ListAccounts(chosen.facilityId()),
          Accounts.class,
          found ->
              person.setItems(
                  found.accounts().stream()
                      .filter(row -> row.roles().contains(Role.CARE_USER))
                      .filter(row -> row.state() != AccountState.DEACTIVATED)
                      .toList()));
    }
  }

  private void send() {
    LocalDate born = birthDate.getValue();
    AccountRow whom = person.getValue();
    LawfulGround why = ground.getValue();
    Integer wanted = days.getValue();
    boolean named = !name.isEmpty() || !insuredNumber.isEmpty();
    birthDate.setInvalid(born == null);
    birthDate.setErrorMessage(Texts.get("emergency.birthDate.missing"));
    name.setInvalid(!named);
    name.setErrorMessage(Texts.get("emergency.name.missing"));
    person.setInvalid(whom == null);
    person.setErrorMessage(Texts.get("lawful.person.missing"));
    ground.setInvalid(why == null);
    ground.setErrorMessage(Texts.get("lawful.ground.missing"));
    explanation.setInvalid(explanation.getValue().isBlank());
    explanation.setErrorMessage(Texts.get("lawful.explanation.missing"));
    if (born == null
        || !named
        || whom == null
        || why == null
        || wanted == null
        || days.isInvalid()
        || explanation.isInvalid()) {
      return;
    }
    try {
      gateways.send(
          new RequestLawfulOpening(
              id,
              new SoughtPatient(born, name.getValue(), insuredNumber.getValue()),
              whom.accountId(),
              why,
              explanation.getValue(),
              wanted),
          () -> {
            close();
            requested.accept(id);
          },
          this::refused);
    } catch (Refused refused) {
      Refusals.show(refused);
    }
  }

  private void refused(Throwable failure) {
    if (Refusals.is(failure, RefusalCode.NOT_FOUND)) {
      Refusals.warn(Texts.get("lawful.notFound"));
    } else {
      Refusals.show(failure);
    }
  }
}
