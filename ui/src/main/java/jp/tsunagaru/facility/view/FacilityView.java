package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.facility.command.ConfirmFacilityChange;
import jp.tsunagaru.facility.command.DeclineFacilityChange;
import jp.tsunagaru.facility.command.TakeBackAbolitionRequest;
import jp.tsunagaru.facility.command.TakeBackFacilityChange;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.facility.query.GetFacility;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Later;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * 施設情報: what a facility registered, what it wants to change (第9条), its end (第10条), and the history
 * of all of it. {@code /facility/fac_…} is another facility's, for the city.
 */
@Route(value = "facility", layout = MainLayout.class)
@StyleSheet("context://patient.css")
@RolesAllowed({"FACILITY_ADMIN", "CITY_OPERATOR"})
public class FacilityView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private final transient Gateways gateways;
  private final transient Clock clock;
  private final boolean city = SignedInUser.require().has(Role.CITY_OPERATOR);
  private String facility = "";

  public FacilityView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassNames("page", "narrow");
  }

  @Override
  public String getPageTitle() {
    return Texts.get("facility.title");
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
    facility = id == null ? SignedInUser.require().facilityId().value() : id;
    removeAll();
    showWayBack();
    load();
  }

  private void load() {
    FacilityId id;
    try {
      id = new FacilityId(facility);
    } catch (RuntimeException unreadable) {
      Refusals.show(new Refused(RefusalCode.NOT_FOUND));
      return;
    }
    gateways.ask(new GetFacility(id), FacilitySheet.class, this::show);
  }

  private void show(FacilitySheet sheet) {
    removeAll();
    boolean own = sheet.facilityId().equals(SignedInUser.require().facilityId());
    Div head = new Div(new H1(sheet.content().profile().name()), state(sheet));
    head.addClassName("page-head");
    showWayBack();
    add(head);
    RegisteredContent wanted = sheet.wanted();
    if (wanted != null) {
      add(waitingChange(sheet, wanted));
    }
    FacilitySheet.Abolition abolition = sheet.abolition();
    if (abolition != null) {
      add(waitingAbolition(sheet, abolition));
    }
    add(content(sheet));
    if (!sheet.abolished() && !sheet.facilityId().equals(FacilityId.CITY)) {
      add(responsible(sheet), leaving(sheet, own));
    }
    add(history(sheet));
  }

  private void showWayBack() {
    if (city) {
      add(new Anchor("/facilities", Texts.get("facility.back")));
    }
  }

  private static Component state(FacilitySheet sheet) {
    Div chips = new Div();
    chips.addClassName("row");
    if (sheet.abolished()) {
      chips.add(FacilityChips.abolished());
    }
    if (sheet.wanted() != null) {
      chips.add(FacilityChips.changeWaits());
    }
    FacilitySheet.Abolition abolition = sheet.abolition();
    if (abolition != null) {
      chips.add(FacilityChips.abolitionWaits(abolition.on()));
    }
    return chips;
  }

  private Div content(FacilitySheet sheet) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    RegisteredFacts.addTo(facts, sheet.content());
    Div actions = new Div();
    actions.addClassNames("row", "card-actions");
    Div card = card(new H2(Texts.get("facility.content")), facts, actions);
    boolean cityMustDecideFirst = city && sheet.wanted() != null;
    if (!sheet.abolished() && !cityMustDecideFirst) {
      actions.add(
          new Button(
              Texts.get("facility.change"),
              click -> new ChangeFacilityDialog(gateways, sheet, city, this::refreshed).open()));
    }
    if (city) {
      actions.add(
          new Anchor("/staff?facility=" + sheet.facilityId().value(), Texts.get("facility.users")));
    }
    return card;
  }

  private Div waitingChange(FacilitySheet sheet, RegisteredContent wanted) {
    Div card =
        card(
            new H2(Texts.get("facility.waiting")),
            new Paragraph(Texts.get(city ? "facility.waiting.city" : "facility.waiting.own")),
            RegisteredFacts.changes(sheet.content(), wanted));
    card.addClassName("waiting-card");
    Div buttons = new Div();
    buttons.addClassNames("row", "card-actions");
    if (city) {
      Button confirm =
          new Button(
              Texts.get("facility.confirm"),
              click ->
                  gateways.send(
                      new ConfirmFacilityChange(sheet.facilityId(), sheet.version()),
                      () -> done("facility.confirm.done"),
                      this::refused));
      confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      confirm.setDisableOnClick(true);
      Button decline =
          new Button(
              Texts.get("facility.decline"),
              click ->
                  ReasonDialog.ask(
                      gateways,
                      "facility.decline",
                      false,
                      DeclineFacilityChange.LONGEST_REASON,
                      reason ->
                          new DeclineFacilityChange(sheet.facilityId(), sheet.version(), reason),
                      this::refreshed));
      buttons.add(confirm, decline);
    } else {
      buttons.add(
          new Button(
              Texts.get("facility.takeBack"),
              click ->
                  ask(
                      "facility.takeBack",
                      new TakeBackFacilityChange(sheet.facilityId(), sheet.version()))));
    }
    card.add(buttons);
    return card;
  }

  private Div waitingAbolition(FacilitySheet sheet, FacilitySheet.Abolition abolition) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    facts.add(
        new DescriptionList.Term(Texts.get("abolition.on")),
        new DescriptionList.Description(DateTexts.date(abolition.on())),
        new DescriptionList.Term(Texts.get("field.reason")),
        new DescriptionList.Description(abolition.reason()));
    Div card = card(new H2(Texts.get("abolition.waiting")), facts);
    card.addClassName("waiting-card");
    if (!city) {
      card.add(
          new Paragraph(Texts.get("abolition.waiting.own")),
          new Button(
              Texts.get("abolition.takeBack"),
              click ->
                  ask(
                      "abolition.takeBack",
                      new TakeBackAbolitionRequest(sheet.facilityId(), sheet.version()))));
    } else if (LocalDate.now(clock).isBefore(abolition.on())) {
      card.add(new Paragraph(Texts.get("abolition.early", DateTexts.date(abolition.on()))));
    } else {
      Button abolish =
          new Button(
              Texts.get("abolition.abolish"),
              click -> AbolishDialog.ask(gateways, sheet, this::refreshed));
      abolish.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
      card.add(abolish);
    }
    return card;
  }

  private Div responsible(FacilitySheet sheet) {
    FacilitySheet.Administrator administrator = sheet.administrator();
    return card(
        new H2(Texts.get("facility.responsible")),
        new Paragraph(
            administrator == null
                ? Texts.get("facility.responsible.unknown")
                : Texts.get("facility.responsible.text", administrator.name())),
        new Button(
            Texts.get("facility.handOver"),
            click -> HandOverDialog.ask(gateways, sheet, this::refreshed)));
  }

  private Div leaving(FacilitySheet sheet, boolean own) {
    Div card =
        card(new H2(Texts.get("abolition.title")), new Paragraph(Texts.get("abolition.explained")));
    Div buttons = new Div();
    buttons.addClassNames("row", "card-actions");
    buttons.add(
        new Button(
            Texts.get("leaving.button"),
            click -> LeavingDialog.show(gateways, sheet.facilityId())));
    if (own && sheet.abolition() == null) {
      buttons.add(
          new Button(
              Texts.get("abolition.request"),
              click -> AbolitionRequestDialog.ask(gateways, sheet, this::refreshed)));
    }
    card.add(buttons);
    return card;
  }

  private static Div history(FacilitySheet sheet) {
    Div list = new Div();
    list.addClassName("versions");
    sheet.steps().forEach(step -> list.add(step(step)));
    return card(new H2(Texts.get("facility.history")), list);
  }

  private static Component step(FacilitySheet.Step step) {
    Span by =
        new Span(
            step.by().isEmpty()
                ? DateTexts.moment(step.at())
                : Texts.get("facility.history.by", step.by(), DateTexts.moment(step.at())));
    by.addClassNames("small", "muted");
    Div row = new Div(new H3(Texts.of("facilityStep", step.kind())), by);
    row.addClassName("version");
    RegisteredContent before = step.before();
    RegisteredContent after = step.after();
    if (before != null && after != null) {
      row.add(RegisteredFacts.changes(before, after));
    }
    if (!step.appointed().isEmpty()) {
      row.add(new Div(new Span(Texts.get("facility.handOver.appointed", step.appointed()))));
    }
    LocalDate on = step.on();
    if (on != null) {
      row.add(new Div(new Span(Texts.get("abolition.on.is", DateTexts.date(on)))));
    }
    if (step.patientsLeft() > 0) {
      row.add(new Div(new Span(Texts.get("abolition.left", step.patientsLeft()))));
    }
    if (!step.note().isEmpty()) {
      row.add(new Div(new Span(step.note())));
    }
    return row;
  }

  private void ask(String key, Object command) {
    ConfirmDialog dialog =
        new ConfirmDialog(
            Texts.get(key),
            Texts.get(key + ".text"),
            Texts.get(key),
            confirmed -> gateways.send(command, () -> done(key + ".done"), this::refused));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.open();
  }

  private void done(String key) {
    Refusals.done(Texts.get(key));
    refreshed();
  }

  /** Nearly always because the other side was quicker: its step is shown. */
  private void refused(Throwable failure) {
    Refusals.show(failure);
    load();
  }

  private void refreshed() {
    Later.refresh(this, this::load);
  }

  private static Div card(Component... parts) {
    Div card = new Div(parts);
    card.addClassName("card");
    return card;
  }
}
