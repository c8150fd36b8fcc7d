package jp.tsunagaru.access.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.ReviewVerdict;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.command.CloseBreakGlass;
import jp.tsunagaru.access.command.DisableBreakGlass;
import jp.tsunagaru.access.command.EnableBreakGlass;
import jp.tsunagaru.access.command.ReviewBreakGlass;
import jp.tsunagaru.access.query.BreakGlassState;
import jp.tsunagaru.access.query.FindBreakGlassSwitch;
import jp.tsunagaru.access.query.ListOpenings;
import jp.tsunagaru.access.query.Opening;
import jp.tsunagaru.access.query.Openings;
import jp.tsunagaru.access.query.WatchOpenings;
import jp.tsunagaru.patient.view.Watch;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;

/** The city's desk for 緊急閲覧: the switch, what is open, and the reviews that are due (C-24). */
@Route(value = "break-glass", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR"})
@StyleSheet("context://patient.css")
class BreakGlassView extends Div implements HasDynamicTitle {
  private static final Duration SHOWN = Duration.ofDays(365);

  private final Gateways gateways;
  private final QueryGateway queries;
  private final Clock clock;
  private final boolean operator = SignedInUser.require().has(Role.CITY_OPERATOR);
  private final Div state = new Div();
  private final Div list = new Div();
  private int question;

  BreakGlassView(Gateways gateways, QueryGateway queries, Clock clock) {
    this.gateways = gateways;
    this.queries = queries;
    this.clock = clock;

    state.addClassName("card");
    list.addClassName("cards");
    addClassName("page");
    add(new H1(getPageTitle()), new Paragraph(Texts.get("breakGlass.explained")), state, list);
    loadState();
    load();
  }

  @Override
  public String getPageTitle() {
    return Texts.get("breakGlass.title");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    Watch.of(this, queries, new WatchOpenings(), changes -> load(), Refusals::show);
  }

  private void loadState() {
    gateways.ask(new FindBreakGlassSwitch(), BreakGlassState.class, this::show);
  }

  private void show(BreakGlassState found) {
    state.removeAll();
    Span word =
        new Span(
            found.enabled()
                ? Texts.get("breakGlass.on", found.minutes())
                : Texts.get("breakGlass.off"));
    word.addClassNames("state-chip", found.enabled() ? "state-wait" : "state-good");
    Div row = new Div(word);
    row.addClassNames("row", "baseline");
    state.add(row);
    if (!operator) {
      return;
    }
    if (found.enabled()) {
      Button off = new Button(Texts.get("breakGlass.disable"), click -> disable());
      off.addThemeVariants(ButtonVariant.LUMO_ERROR);
      row.add(off);
    } else {
      IntegerField minutes = new IntegerField(Texts.get("breakGlass.minutes"));
      minutes.setValue(EnableBreakGlass.USUAL_MINUTES);
      minutes.setMin(5);
      minutes.setMax(240);
      minutes.setStepButtonsVisible(true);
      minutes.setStep(5);
      Button on = new Button(Texts.get("breakGlass.enable"));
      on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      on.addClickListener(click -> {
        Integer wanted = minutes.getValue();
        if (wanted != null && !minutes.isInvalid()) {
          gateways.send(
              new EnableBreakGlass(BreakGlassSwitchId.CITY, wanted),
              () -> {
                Refusals.done(Texts.get("breakGlass.enabled"));
                loadState();
              });
        }
      });
      row.add(minutes, on);
    }
  }

  private void disable() {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("breakGlass.disable.question"));
    dialog.setText(Texts.get("breakGlass.disable.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("breakGlass.disable"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(new DisableBreakGlass(BreakGlassSwitchId.CITY), this::loadState));
    dialog.open();
  }

  private void load() {
    int number = ++question;
    Instant now = clock.instant();
    gateways.ask(
        new ListOpenings(now.minus(SHOWN), now.plusSeconds(1)),
        Openings.class,
        found -> {
          if (number == question) {
            show(found);
          }
        });
  }

  private void show(Openings found) {
    list.removeAll();
    found.openings().forEach(opening -> list.add(card(opening)));
    if (found.openings().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("breakGlass.empty")));
      empty.addClassName("empty");
      list.add(empty);
    }
  }

  private Component card(Opening opening) {
    Span chip = new Span(Texts.get(stateOf(opening)));
    chip.addClassNames(
        "state-chip",
        opening.verdict() == ReviewVerdict.JUSTIFIED
            ? "state-good"
            : opening.overdue() || opening.verdict() != null ? "state-bad" : "state-wait");
    H3 title = new H3(Texts.get("breakGlass.who", opening.name(), opening.facility()));
    DescriptionList facts = new DescriptionList();
    fact(
        facts,
        "breakGlass.patient",
        opening.patient().isEmpty() ? Texts.get("breakGlass.erased") : opening.patient());
    fact(
        facts,
        "breakGlass.when",
        Texts.get(
            "breakGlass.fromTo",
            DateTexts.moment(opening.openedAt()),
            DateTexts.time(opening.end())));
    fact(facts, "emergency.reason", Texts.of("emergency.reason", opening.reason()));
    fact(facts, "emergency.explanation", opening.explanation());
    ReviewVerdict verdict = opening.verdict();
    Instant reviewedAt = opening.reviewedAt();
    if (verdict != null && reviewedAt != null) {
      fact(facts, "breakGlass.findings", opening.findings());
      fact(
          facts,
          "breakGlass.reviewer",
          Texts.get("breakGlass.reviewedBy", opening.reviewer(), DateTexts.moment(reviewedAt)));
    }
    facts.addClassName("facts");
    Div actions = new Div();
    actions.addClassName("row");
    if (opening.inForce() && operator) {
      Button close =
          new Button(
              Texts.get("emergency.close"),
              click -> gateways.send(new CloseBreakGlass(opening.breakGlassId()), () -> {}));
      close.addThemeVariants(ButtonVariant.LUMO_ERROR);
      actions.add(close);
    } else if (!opening.inForce() && verdict == null) {
      Button review = new Button(Texts.get("breakGlass.review"), click -> review(opening));
      review.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      actions.add(review);
    }
    Div head = new Div(title, chip);
    head.addClassName("row");
    Div card = new Div(head, facts, actions);
    card.addClassNames("card", "deleted-card");
    return card;
  }

  private static String stateOf(Opening opening) {
    if (opening.verdict() != null) {
      return "breakGlass.verdict." + opening.verdict().name();
    }
    return opening.inForce()
        ? "breakGlass.open"
        : opening.overdue() ? "breakGlass.overdue" : "breakGlass.due";
  }

  private static void fact(DescriptionList facts, String key, String value) {
    facts.add(new DescriptionList.Term(Texts.get(key)));
    facts.add(new DescriptionList.Description(value));
  }

  private void review(Opening opening) {
    Dialog dialog = new Dialog();
    RadioButtonGroup<ReviewVerdict> verdict =
        new RadioButtonGroup<>(Texts.get("breakGlass.verdict"));
    verdict.setItems(ReviewVerdict.values());
    verdict.setItemLabelGenerator(each -> Texts.of("breakGlass.verdict", each));
    verdict.setValue(ReviewVerdict.JUSTIFIED);
    TextArea findings = new TextArea(Texts.get("breakGlass.findings"));
    findings.setHelperText(Texts.get("breakGlass.findings.help"));
    findings.setMaxLength(1000);
    findings.setWidthFull();
    Button sign =
        new Button(
            Texts.get("breakGlass.sign"),
            click -> {
              findings.setInvalid(findings.isEmpty());
              findings.setErrorMessage(Texts.get("breakGlass.findings.missing"));
              if (!findings.isEmpty()) {
                gateways.send(
                    new ReviewBreakGlass(
                        opening.breakGlassId(), verdict.getValue(), findings.getValue()),
                    () -> {
                      dialog.close();
                      Refusals.done(Texts.get("breakGlass.signed"));
                    });
              }
            });
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());

    sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.setHeaderTitle(Texts.get("breakGlass.review"));
    dialog.setWidth("min(640px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new Paragraph(Texts.get("breakGlass.review.explained", opening.name())), verdict, findings);
    dialog.getFooter().add(cancel, sign);
    dialog.open();
  }
}
