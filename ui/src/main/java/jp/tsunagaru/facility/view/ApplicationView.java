package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.facility.command.RejectApplication;
import jp.tsunagaru.facility.command.ReturnApplication;
import jp.tsunagaru.facility.query.ApplicationRow;
import jp.tsunagaru.facility.query.ApplicationSheet;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.facility.query.Applications;
import jp.tsunagaru.facility.query.ListApplications;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.Later;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** One application with every field of 様式第1 and what the city can do with it now. */
@Route(value = "applications", layout = MainLayout.class)
@RolesAllowed("CITY_OPERATOR")
public class ApplicationView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private static final int LONGEST_REASON = 1000;

  private final transient Gateways gateways;
  private final transient CityProperties city;
  private final transient Clock clock;
  private String applicationId = "";

  public ApplicationView(Gateways gateways, CityProperties city, Clock clock) {
    this.gateways = gateways;
    this.city = city;
    this.clock = clock;
    addClassNames("page", "narrow");
  }

  @Override
  public String getPageTitle() {
    return Texts.get("application.title");
  }

  @Override
  public void setParameter(BeforeEvent event, String id) {
    applicationId = id;
    load();
  }

  private void load() {
    gateways.ask(
        new ListApplications(),
        Applications.class,
        answer -> {
          Optional<ApplicationRow> row =
              answer.applications().stream()
                  .filter(one -> one.applicationId().value().equals(applicationId))
                  .findFirst();
          removeAll();
          row.ifPresentOrElse(this::show, () -> Refusals.show(new Refused(RefusalCode.NOT_FOUND)));
        });
  }

  private void show(ApplicationRow row) {
    Anchor back = new Anchor("/applications", Texts.get("application.back"));
    Div head = new Div(new H1(row.profile().name()), ApplicationStates.chip(row.state()));
    head.addClassName("page-head");
    Div card = new Div(new H2(Texts.get("application.fields")), facts(row));
    card.addClassName("card");
    card.add(
        new Button(
            Texts.get("print.application.print"), VaadinIcon.PRINT.create(), click -> print(row)));
    add(back, head);
    if (ApplicationsView.waits(row)) {
      add(steps(row));
    }
    add(card);
  }

  private void print(ApplicationRow row) {
    PrintDialog.give(
        Texts.get("print.application"),
        () ->
            ApplicationPaper.of(
                new ApplicationSheet(row.appliedOn(), row.profile(), row.people()),
                city,
                clock.instant()));
  }

  private Div steps(ApplicationRow row) {
    Div card = new Div(new H2(Texts.get("application.next")));
    card.addClassName("card");
    Paragraph hint =
        new Paragraph(
            Texts.get(
                switch (row.state()) {
                  case WAITING_FOR_PAPER -> "application.hint.paper";
                  case RETURNED -> "application.hint.returned";
                  default -> "application.hint.review";
                }));
    Div buttons = new Div();
    buttons.addClassName("row");
    Button paper = new Button(Texts.get("application.paper"), click -> receivePaper(row));
    Button approve = new Button(Texts.get("application.approve"), click -> approve(row));
    Button giveBack =
        new Button(
            Texts.get("application.return"),
            click ->
                ReasonDialog.ask(
                    gateways,
                    "application.return",
                    false,
                    LONGEST_REASON,
                    text -> new ReturnApplication(row.applicationId(), text),
                    () -> Later.refresh(this, this::load)));
    Button reject =
        new Button(
            Texts.get("application.reject"),
            click ->
                ReasonDialog.ask(
                    gateways,
                    "application.reject",
                    true,
                    LONGEST_REASON,
                    text -> new RejectApplication(row.applicationId(), text),
                    () -> Later.refresh(this, this::load)));
    reject.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
    if (row.paperReceivedOn() == null) {
      paper.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      buttons.add(paper);
    } else if (row.state() == ApplicationState.UNDER_REVIEW) {
      approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      buttons.add(approve);
    }
    if (row.state() != ApplicationState.RETURNED) {
      buttons.add(giveBack);
    }
    buttons.add(reject);
    card.add(hint, buttons);
    return card;
  }

  private void approve(ApplicationRow row) {
    new ApproveDialog(gateways, row, clock.millis(), () -> Later.refresh(this, this::load)).open();
  }

  private static DescriptionList facts(ApplicationRow row) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    fact(facts, "application.id", row.applicationId().value());
    fact(facts, "applications.appliedOn", DateTexts.date(row.appliedOn()));
    fact(facts, "application.receivedAt", DateTexts.moment(row.receivedAt()));
    LocalDate paper = row.paperReceivedOn();
    fact(
        facts,
        "application.paperReceivedOn",
        paper == null ? Texts.get("application.notYet") : DateTexts.date(paper));
    RegisteredFacts.addTo(facts, new RegisteredContent(row.profile(), row.people()));
    fact(
        facts,
        "application.agreement",
        Texts.get(
            "application.agreement.versions",
            row.agreement().termsVersion(),
            row.agreement().policyVersion()));
    return facts;
  }

  private static void fact(DescriptionList facts, String term, String value) {
    facts.add(new DescriptionList.Term(Texts.get(term)), new DescriptionList.Description(value));
  }

  private void receivePaper(ApplicationRow row) {
    Dialog dialog = new Dialog(Texts.get("application.paper"));
    dialog.addClassName("sheet");
    JapaneseDatePicker date = new JapaneseDatePicker(Texts.get("application.paperReceivedOn"));
    date.setMax(LocalDate.now(clock));
    date.setValue(LocalDate.now(clock));
    Button submit =
        new Button(
            Texts.get("application.paper.submit"),
            click -> {
              if (date.isEmpty() || date.isInvalid()) {
                return;
              }
              gateways.send(
                  new ReceivePaperForm(row.applicationId(), date.getValue()),
                  () -> {
                    dialog.close();
                    Refusals.done(Texts.get("application.paper.done"));
                    Later.refresh(this, this::load);
                  });
            });
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.add(new Paragraph(Texts.get("application.paper.text")), date);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), submit);
    dialog.open();
  }
}
