package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.view.TeamDraft;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.view.ConsentForm;
import jp.tsunagaru.consent.view.ConsentPrinting;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.FindSimilarPatients;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SimilarPatients;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * 新規登録: 同意の確認 → 基本情報 → 担当者 → 確認 (第16条1). All ids exist from the start, so whatever failed half way
 * is sent again without registering anybody twice.
 */
@Route(value = PatientNavigation.NEW, layout = MainLayout.class)
@RolesAllowed("CARE_USER")
@StyleSheet("context://patient.css")
class NewPatientView extends Div implements BeforeLeaveObserver, HasDynamicTitle {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId = PatientId.next();
  private final GrantId grantId = GrantId.next();
  private final RadioButtonGroup<Signed> signed =
      new RadioButtonGroup<>(Texts.get("patient.consent.question"));
  private final ConsentForm consent;
  private final Paragraph provisional = new Paragraph(Texts.get("patient.consent.provisional"));
  private final Div consentStep;
  private final BasicInfoForm basic;
  private final TeamDraft team;
  private final Div teamStep = new Div();
  private final OrderedList steps = new OrderedList();
  private final Div place = new Div();
  private final Button back = new Button(Texts.get("action.back"), click -> go(-1));
  private final Button next = new Button(Texts.get("patient.step.next"), click -> next());
  private final Deque<Object> toSend = new ArrayDeque<>();
  private @Nullable BasicInfo info;
  private Step step = Step.CONSENT;
  private boolean sending;
  private boolean finished;

  NewPatientView(
      Gateways gateways,
      QueryGateway queries,
      TermsInForce terms,
      ConsentPrinting printing,
      CityProperties city,
      Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    consent = new ConsentForm(terms, queries, clock);
    basic = new BasicInfoForm(clock, city.name(), true);
    team = new TeamDraft(gateways, queries);
    consentStep = new Div(printing.blankButton(), signed, provisional, consent);

    signed.setItems(Signed.values());
    signed.setItemLabelGenerator(each -> Texts.of("patient.consent", each));
    signed.addValueChangeListener(event -> showConsent());
    signed.setValue(Signed.YES);
    consentStep.addClassName("form");
    provisional.addClassName("attention-box");
    teamStep.addClassName("form");
    next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

    steps.addClassName("steps");
    steps.getElement().setAttribute("aria-label", Texts.get("patient.steps"));
    Div actions = new Div(back, next);
    actions.addClassNames("row", "end", "form-actions");
    place.addClassName("card");
    addClassNames("page", "narrow");
    add(new H1(getPageTitle()), steps, place, actions);
    show();
  }

  private enum Signed {
    YES,
    LATER
  }

  private enum Step {
    CONSENT,
    BASIC,
    TEAM,
    CHECK
  }

  @Override
  public String getPageTitle() {
    return Texts.get("patient.new");
  }

  /** What was typed is not thrown away without a question. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    boolean typed = !basic.fullName().isBlank();
    if (finished || !typed) {
      return;
    }
    BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
    var dialog = new com.vaadin.flow.component.confirmdialog.ConfirmDialog();
    dialog.setHeader(Texts.get("patient.leave.question"));
    dialog.setText(Texts.get("patient.leave.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("patient.leave.stay"));
    dialog.setConfirmText(Texts.get("patient.leave.go"));
    dialog.addConfirmListener(confirmed -> leave.proceed());
    dialog.addCancelListener(cancelled -> leave.cancel());
    dialog.open();
  }

  private boolean isSigned() {
    return signed.getValue() == Signed.YES;
  }

  private void showConsent() {
    consent.setVisible(isSigned());
    provisional.setVisible(!isSigned());
  }

  private void go(int by) {
    step = Step.values()[Math.max(0, Math.min(Step.values().length - 1, step.ordinal() + by))];
    show();
  }

  private void next() {
    switch (step) {
      case CONSENT -> {
        if (!isSigned() || consent.check(true)) {
          go(1);
        }
      }
      case BASIC ->
          basic
              .read()
              .ifPresent(read -> {
                info = read;
                consent.propose(read.fullName());
                // Who may sign is known only now.
                go(isSigned() && !consent.fits(read.birthDate()) ? -1 : 1);
              });
      case TEAM -> {
        if (!isSigned() || team.check()) {
          go(1);
        }
      }
      case CHECK -> register();
    }
  }

  private void show() {
    steps.removeAll();
    for (Step each : Step.values()) {
      ListItem item = new ListItem(Texts.of("patient.step", each));
      if (each == step) {
        item.getElement().setAttribute("aria-current", "step");
      } else if (each.compareTo(step) < 0) {
        item.addClassName("step-done");
      }
      steps.add(item);
    }
    place.removeAll();
    place.add(
        switch (step) {
          case CONSENT -> consentStep;
          case BASIC -> basic;
          case TEAM -> teamStep();
          case CHECK -> check();
        });
    back.setVisible(step != Step.CONSENT);
    next.setText(
        Texts.get(
            step == Step.CHECK
                ? isSigned() ? "patient.register" : "patient.registerProvisionally"
                : "patient.step.next"));
    getElement().executeJs("this.scrollIntoView({ block: 'start' })");
  }

  private Component teamStep() {
    teamStep.removeAll();
    if (!isSigned()) {
      Paragraph later = new Paragraph(Texts.get("patient.team.later"));
      later.addClassName("attention-box");
      teamStep.add(later);
    }
    teamStep.add(team);
    return teamStep;
  }

  /** PT-09, within one's own list only. */
  private Component similar(BasicInfo read) {
    Div box = new Div();
    box.addClassName("attention-box");
    box.getElement().setAttribute("role", "alert");
    box.setVisible(false);
    gateways.ask(
        new FindSimilarPatients(read.kana(), read.birthDate(), read.insuredNumber()),
        SimilarPatients.class,
        found -> {
          if (found.patients().isEmpty()) {
            return;
          }
          UnorderedList list = new UnorderedList();
          found
              .patients()
              .forEach(each ->
                  list.add(
                      new ListItem(
                          Texts.get(
                              each.sameNumber()
                                  ? "patient.similar.sameNumber"
                                  : "patient.similar.samePerson",
                              each.name(),
                              each.kana(),
                              DateTexts.date(each.birthDate())))));
          box.add(new Paragraph(Texts.get("patient.similar")), list);
          box.setVisible(true);
        });
    return box;
  }

  private Component check() {
    Div page = new Div();
    page.addClassName("form");
    if (info != null && toSend.isEmpty()) {
      page.add(similar(info));
    }
    page.add(
        new H2(Texts.of("patient.step", Step.CONSENT)),
        new Paragraph(isSigned() ? consent.summary() : Texts.get("patient.consent.provisional")));
    BasicInfo read = info;
    if (read != null) {
      page.add(
          new H2(Texts.of("patient.step", Step.BASIC)),
          new BasicInfoFacts(read, LocalDate.now(clock)));
    }
    page.add(new H2(Texts.of("patient.step", Step.TEAM)));
    List<String> names = isSigned() ? team.names() : List.of();
    if (names.isEmpty()) {
      page.add(new Paragraph(Texts.get("patient.team.onlyMe")));
    } else {
      UnorderedList list = new UnorderedList();
      names.forEach(name -> list.add(new ListItem(name)));
      page.add(list);
    }
    return page;
  }

  private void register() {
    BasicInfo read = info;
    if (sending || read == null) {
      return;
    }
    if (toSend.isEmpty()) {
      toSend.add(new RegisterPatient(patientId, read, grantId, team.ownRole()));
      if (isSigned()) {
        Optional<RecordConsent> sheet = consent.read(patientId);
        if (sheet.isEmpty()) {
          toSend.clear();
          step = Step.CONSENT;
          show();
          return;
        }
        toSend.add(sheet.get());
        toSend.addAll(team.commands(patientId));
      }
    }
    sending = true;
    next.setEnabled(false);
    sendNext();
  }

  private void sendNext() {
    Object command = toSend.peek();
    if (command == null) {
      finished = true;
      Refusals.done(Texts.get("patient.registered"));
      Soon.ask(
          gateways,
          new FindPatient(patientId),
          PatientDetails.class,
          found -> !isSigned() || found.consent() != null,
          found -> PatientNavigation.open(patientId),
          failure -> PatientNavigation.openList());
      return;
    }
    gateways.send(
        command,
        () -> {
          toSend.poll();
          sendNext();
        },
        failure -> stopped(command, failure));
  }

  private void stopped(Object command, Throwable failure) {
    boolean done =
        Refusals.is(failure, RefusalCode.ALREADY_MEMBER)
            || Refusals.is(failure, RefusalCode.CONSENT_ALREADY_GIVEN);
    if (done) {
      toSend.poll();
      sendNext();
      return;
    }
    sending = false;
    next.setEnabled(true);
    if (command instanceof RegisterPatient) {
      toSend.clear();
      step = Step.BASIC;
      show();
      Refusals.find(failure).ifPresentOrElse(basic::refused, () -> Refusals.show(failure));
      return;
    }
    back.setVisible(false);
    Refusals.show(failure);
    Refusals.warn(Texts.get("patient.register.rest", toSend.size()));
  }
}
