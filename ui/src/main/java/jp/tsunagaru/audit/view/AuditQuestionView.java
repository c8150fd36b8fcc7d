package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.AuditSubject;
import jp.tsunagaru.audit.query.AuditSubjects;
import jp.tsunagaru.audit.query.FindAuditSubjects;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** One question of an auditor: what it is about, and its answer, on one screen. */
@Route(value = "audit-questions", layout = MainLayout.class)
@RolesAllowed("CITY_AUDITOR")
@StyleSheet("context://patient.css")
class AuditQuestionView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private static final int MONTHS = 36;

  private final Gateways gateways;
  private final LocalDate today;
  private final Div inputs = new Div();
  private final Answers answers;
  private AuditQuestion question = AuditQuestion.VIEWERS;
  private QuestionState state;

  AuditQuestionView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.today = DateTexts.day(clock.instant());
    this.answers = new Answers(gateways);
    this.state = new QuestionState("", AuditPeriod.lastDays(today, 30), 90, false);
    inputs.addClassNames("card", "question-inputs");
    addClassNames("page", "audit");
  }

  @Override
  public String getPageTitle() {
    return Texts.of("auditQuestion", question);
  }

  @Override
  public void setParameter(BeforeEvent event, String parameter) {
    Optional<AuditQuestion> known = AuditQuestion.of(parameter);
    if (known.isEmpty()) {
      Refusals.show(new Refused(RefusalCode.NOT_FOUND));
      return;
    }
    question = known.get();
    state = QuestionState.of(event.getLocation().getQueryParameters(), usual());
    removeAll();
    inputs.removeAll();
    answers.removeAll();
    add(
        new Anchor("/audit-questions", Texts.get("auditQuestions.back")),
        AuditView.watched(),
        new H1(getPageTitle()),
        new Paragraph(Texts.of("auditQuestion.how", question)));
    arrange();
    if (inputs.getComponentCount() > 0) {
      add(inputs);
    }
    add(answers);
    if (complete()) {
      answers.answer(question, state);
    }
  }

  private AuditPeriod usual() {
    YearMonth last = YearMonth.from(today).minusMonths(1);
    return switch (question) {
      case DEEDS -> new AuditPeriod(today, today);
      case EMERGENCY -> AuditPeriod.lastDays(today, 365);
      case PROOF -> month(last);
      default -> AuditPeriod.lastDays(today, 30);
    };
  }

  private static AuditPeriod month(YearMonth month) {
    return new AuditPeriod(month.atDay(1), month.atEndOfMonth());
  }

  /** What needs no choice is answered at once; a proof takes its time and is asked for. */
  private boolean complete() {
    return switch (question) {
      case VIEWERS, DEEDS, CONSENT, PURGE -> !state.id().isEmpty();
      case PROOF -> state.asked();
      case UNUSED, EDUCATION, EMERGENCY, REVIEW -> true;
    };
  }

  private void arrange() {
    switch (question) {
      case VIEWERS -> {
        subject(AuditScope.PATIENT);
        inputs.add(period());
      }
      case DEEDS -> {
        subject(AuditScope.ACCOUNT);
        inputs.add(day());
      }
      case CONSENT -> subject(AuditScope.PATIENT);
      case PURGE -> inputs.add(document());
      case UNUSED -> inputs.add(days());
      case EMERGENCY -> inputs.add(period());
      case PROOF -> inputs.add(month());
      case EDUCATION, REVIEW -> {}
    }
  }

  private void subject(AuditScope scope) {
    inputs.add(new SubjectSearch(gateways, scope, chosen -> visit(state.about(chosen.id()))));
    if (!state.id().isEmpty()) {
      Div chosen = new Div();
      chosen.addClassName("question-subject");
      chosen.setText(Texts.get("audit.subject.id", Texts.of("auditScope", scope), state.id()));
      inputs.add(chosen);
      gateways.ask(
          new FindAuditSubjects(scope, state.id()),
          AuditSubjects.class,
          found ->
              found.subjects().stream()
                  .filter(one -> one.id().equals(state.id()))
                  .findFirst()
                  .ifPresent(one -> chosen.setText(named(one))));
    }
  }

  private static String named(AuditSubject subject) {
    return Texts.get(
        "audit.subject.shown",
        Texts.of("auditScope", subject.scope()),
        subject.name(),
        subject.detail());
  }

  private Component period() {
    JapaneseDatePicker from = new JapaneseDatePicker(Texts.get("audit.from"));
    JapaneseDatePicker to = new JapaneseDatePicker(Texts.get("audit.to"));
    from.setValue(state.period().from());
    to.setValue(state.period().to());
    from.setMax(today);
    to.setMax(today);
    Button ask =
        ask(() -> {
          LocalDate first = from.getValue();
          LocalDate last = to.getValue();
          if (first == null || last == null || last.isBefore(first)) {
            Refusals.warn(Texts.get("auditQuestion.period.wrong"));
          } else {
            visit(state.during(new AuditPeriod(first, last)));
          }
        });
    return row(from, to, ask);
  }

  private Component day() {
    JapaneseDatePicker day = new JapaneseDatePicker(Texts.get("auditQuestion.day"));
    day.setValue(state.period().from());
    day.setMax(today);
    Button ask =
        ask(() -> {
          LocalDate chosen = day.getValue();
          if (chosen == null) {
            Refusals.warn(Texts.get("auditQuestion.period.wrong"));
          } else {
            visit(state.during(new AuditPeriod(chosen, chosen)));
          }
        });
    return row(day, ask);
  }

  private Component days() {
    IntegerField days = new IntegerField(Texts.get("auditQuestion.days"));
    days.setMin(1);
    days.setMax(999);
    days.setValue(state.days());
    Button ask =
        ask(() -> {
          Integer chosen = days.getValue();
          if (chosen == null || days.isInvalid()) {
            Refusals.warn(Texts.get("auditQuestion.days.wrong"));
          } else {
            visit(state.unusedFor(chosen));
          }
        });
    return row(days, ask);
  }

  private Component month() {
    Select<YearMonth> month = new Select<>();
    YearMonth now = YearMonth.from(today);
    month.setLabel(Texts.get("auditQuestion.month"));
    month.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
    month.setItemLabelGenerator(each ->
        Texts.get("operation.month.of", Integer.toString(each.getYear()), each.getMonthValue()));
    YearMonth asked = YearMonth.from(state.period().from());
    month.setValue(asked.isAfter(now) || asked.isBefore(now.minusMonths(MONTHS - 1)) ? now : asked);
    return row(month, ask(() -> visit(state.during(month(month.getValue())))));
  }

  private Component document() {
    TextField document = new TextField(Texts.get("auditQuestion.document"));
    document.setPlaceholder(Texts.get("auditQuestion.document.placeholder"));
    document.setValue(state.id());
    document.setMaxLength(40);
    document.addClassName("grow");
    Button ask =
        ask(() -> {
          String id = document.getValue().strip();
          if (id.matches("doc_[0-9a-z]{26}")) {
            visit(state.about(id));
          } else {
            document.setErrorMessage(Texts.get("auditQuestion.document.wrong"));
            document.setInvalid(true);
          }
        });
    return row(document, ask);
  }

  private static Button ask(Runnable action) {
    Button ask = new Button(Texts.get("auditQuestion.ask"), click -> action.run());
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return ask;
  }

  private static Div row(Component... fields) {
    Div row = new Div(fields);
    row.addClassNames("row", "baseline");
    return row;
  }

  /** Asked again with the same words it is asked again: that is a question too. */
  private void visit(QuestionState next) {
    if (next.equals(state)) {
      if (complete()) {
        answers.answer(question, state);
      }
      return;
    }
    UI.getCurrent().navigate(question.path(), next.parameters());
  }
}
