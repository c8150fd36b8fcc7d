package jp.tsunagaru.access.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.access.command.CloseBreakGlass;
import jp.tsunagaru.access.command.OpenBreakGlass;
import jp.tsunagaru.access.query.BreakGlassState;
import jp.tsunagaru.access.query.FindBreakGlassSwitch;
import jp.tsunagaru.access.query.ListMyOpenings;
import jp.tsunagaru.access.query.MyOpening;
import jp.tsunagaru.access.query.MyOpenings;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/**
 * 緊急閲覧: the record of somebody who lies in front of one. Nobody is offered to choose from: name and
 * birth date, or number and birth date, have to be known (PT-12).
 */
@Route(value = "emergency", layout = MainLayout.class)
@RolesAllowed("CARE_USER")
@StyleSheet("context://patient.css")
class EmergencyView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final Div place = new Div();
  private final Div mine = new Div();
  private final WarekiField birthDate = new WarekiField(Texts.get("emergency.birthDate"));
  private final TextField name = new TextField(Texts.get("emergency.name"));
  private final TextField insuredNumber = new TextField(Texts.get("emergency.insuredNumber"));
  private final RadioButtonGroup<EmergencyReason> reason =
      new RadioButtonGroup<>(Texts.get("emergency.reason"));
  private final TextArea explanation = new TextArea(Texts.get("emergency.explanation"));
  private final Checkbox understood = new Checkbox(Texts.get("emergency.understood"));
  private BreakGlassId next = BreakGlassId.next();

  EmergencyView(Gateways gateways) {
    this.gateways = gateways;
    name.setHelperText(Texts.get("emergency.name.help"));
    name.setMaxLength(80);
    insuredNumber.setHelperText(Texts.get("emergency.insuredNumber.help"));
    insuredNumber.setMaxLength(10);
    reason.setItems(EmergencyReason.values());
    reason.setItemLabelGenerator(each -> Texts.of("emergency.reason", each));
    reason.setValue(EmergencyReason.EMERGENCY_CARE);
    explanation.setHelperText(Texts.get("emergency.explanation.help"));
    explanation.setMaxLength(400);
    explanation.setWidthFull();

    place.addClassName("tab-page");
    mine.addClassName("cards");
    addClassName("page");
    add(new H1(getPageTitle()), new Paragraph(Texts.get("emergency.explained")), place, mine);
    gateways.ask(new FindBreakGlassSwitch(), BreakGlassState.class, this::show);
    loadMine();
  }

  @Override
  public String getPageTitle() {
    return Texts.get("emergency.title");
  }

  private void show(BreakGlassState state) {
    place.removeAll();
    if (!state.enabled()) {
      Paragraph off = new Paragraph(Texts.get("emergency.off"));
      off.addClassName("attention-box");
      place.add(off);
      return;
    }
    Paragraph warning = new Paragraph(Texts.get("emergency.warning", state.minutes()));
    warning.addClassName("danger-box");
    Div who = new Div(birthDate, name, insuredNumber);
    who.addClassName("fields");
    Button open = new Button(Texts.get("emergency.open"), click -> open());
    open.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    open.setEnabled(false);
    understood.addValueChangeListener(change -> open.setEnabled(change.getValue()));
    place.add(warning, who, reason, explanation, understood, open);
  }

  private void open() {
    LocalDate born = birthDate.getValue();
    boolean whom = !name.isEmpty() || !insuredNumber.isEmpty();
    birthDate.setInvalid(born == null);
    birthDate.setErrorMessage(Texts.get("emergency.birthDate.missing"));
    name.setInvalid(!whom);
    name.setErrorMessage(Texts.get("emergency.name.missing"));
    explanation.setInvalid(explanation.isEmpty());
    explanation.setErrorMessage(Texts.get("emergency.explanation.missing"));
    if (born == null || !whom || explanation.isEmpty()) {
      return;
    }
    BreakGlassId id = next;
    try {
      gateways.send(
          new OpenBreakGlass(
              id,
              new SoughtPatient(born, name.getValue(), insuredNumber.getValue()),
              reason.getValue(),
              explanation.getValue()),
          () -> opened(id),
          this::refused);
    } catch (RuntimeException refused) {
      Refusals.show(refused);
    }
  }

  private void opened(BreakGlassId id) {
    next = BreakGlassId.next();
    gateways.ask(
        new ListMyOpenings(),
        MyOpenings.class,
        found ->
            found.openings().stream()
                .filter(opening -> opening.breakGlassId().equals(id))
                .findFirst()
                .ifPresent(EmergencyView::read));
  }

  private void refused(Throwable failure) {
    if (Refusals.is(failure, RefusalCode.NOT_FOUND)) {
      Refusals.warn(Texts.get("emergency.notFound"));
    } else {
      Refusals.show(failure);
    }
  }

  private static void read(MyOpening opening) {
    UI.getCurrent().navigate("patients/" + opening.patientId().value());
  }

  private void loadMine() {
    gateways.ask(
        new ListMyOpenings(),
        MyOpenings.class,
        found -> {
          mine.removeAll();
          if (!found.openings().isEmpty()) {
            mine.add(new H2(Texts.get("emergency.mine")));
          }
          found.openings().forEach(opening -> mine.add(row(opening)));
        });
  }

  private Component row(MyOpening opening) {
    Span when =
        new Span(
            Texts.get(
                opening.inForce() ? "emergency.until" : "emergency.over",
                DateTexts.moment(opening.openedAt()),
                DateTexts.time(opening.until())));
    when.addClassName("grow");
    Div row = new Div(when);
    row.addClassNames("row", "card");
    if (opening.inForce()) {
      Button read = new Button(Texts.get("emergency.read"), click -> read(opening));
      Button close =
          new Button(
              Texts.get("emergency.close"),
              click ->
                  gateways.send(
                      new CloseBreakGlass(opening.breakGlassId()),
                      () -> {
                        Refusals.done(Texts.get("emergency.closed"));
                        loadMine();
                      }));
      read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      row.add(read, close);
    }
    return row;
  }
}
