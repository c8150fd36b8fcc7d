package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.audit.command.BeginLogReview;
import jp.tsunagaru.audit.command.QuestionAccess;
import jp.tsunagaru.audit.command.QuestionFacility;
import jp.tsunagaru.audit.command.SignLogReview;
import jp.tsunagaru.audit.command.WithdrawReviewQuestion;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.GetLogReview;
import jp.tsunagaru.audit.query.LogReviewDetail;
import jp.tsunagaru.audit.query.LogReviewRow;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.audit.query.ReviewQuestion;
import jp.tsunagaru.audit.query.ReviewStage;
import jp.tsunagaru.facility.query.Facilities;
import jp.tsunagaru.facility.query.FacilityRow;
import jp.tsunagaru.facility.query.ListFacilities;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The review of one period: what catches the eye, questions to facilities, findings and the
 * signature (C-09).
 */
@Route(value = "log-review", layout = MainLayout.class)
@RolesAllowed("CITY_AUDITOR")
@StyleSheet("context://patient.css")
class LogReviewView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private final Gateways gateways;
  private final Clock clock;
  private final Div head = new Div();
  private final Div looking = new Div();
  private final Div questions = new Div();
  private final Div signing = new Div();
  private @Nullable LogReviewId reviewId;
  private @Nullable ReviewAccessList accesses;

  LogReviewView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    questions.addClassName("cards");
    looking.addClassName("review-looking");
    addClassName("page");
    add(head, looking, questions, signing);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("logReview.title");
  }

  @Override
  public void setParameter(BeforeEvent event, String parameter) {
    try {
      reviewId = new LogReviewId(parameter);
    } catch (IllegalArgumentException | Refused unknown) {
      Refusals.show(new Refused(RefusalCode.NOT_FOUND));
      return;
    }
    looking.removeAll();
    accesses = null;
    load(found -> true);
  }

  private LogReviewId id() {
    return Objects.requireNonNull(reviewId);
  }

  private void load(Predicate<LogReviewDetail> shown) {
    Soon.ask(
        gateways, new GetLogReview(id()), LogReviewDetail.class, shown, this::show, Refusals::show);
  }

  private void loadUntil(ReviewQuestionId question, ReviewStage... stages) {
    Set<ReviewStage> wanted = Set.of(stages);
    load(found ->
        found.questions().stream()
            .anyMatch(one -> one.questionId().equals(question) && wanted.contains(one.stage())));
  }

  private void show(LogReviewDetail detail) {
    LogReviewRow row = detail.row();
    boolean begun = row.begunAt() != null;
    boolean open = begun && row.state() != LogReviewState.SIGNED;
    showHead(detail);
    questions.removeAll();
    signing.removeAll();
    if (!begun) {
      return;
    }
    showAccesses(detail, open);
    showQuestions(detail, open);
    if (open) {
      showSigning(row);
    }
  }

  private void showHead(LogReviewDetail detail) {
    LogReviewRow row = detail.row();
    head.removeAll();
    Div title =
        new Div(
            new H1(Texts.get("logReview.of", LogReviewTexts.period(row.period()))),
            LogReviewTexts.state(row.state()));
    title.addClassName("page-head");
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    LogReviewTexts.fact(
        facts,
        "logReview.period",
        Texts.get(
            "logReview.fromTo",
            DateTexts.date(row.period().from()),
            DateTexts.date(row.period().to())));
    LogReviewTexts.fact(facts, "logReview.due", LogReviewTexts.day(row.due()));
    Instant begunAt = row.begunAt();
    Instant signedAt = row.signedAt();
    LogReviewTexts.fact(
        facts,
        "logReview.begunBy",
        begunAt == null
            ? Texts.get("logReview.notBegun")
            : LogReviewTexts.by(row.begunBy(), begunAt));
    LogReviewTexts.fact(
        facts,
        "logReview.signedBy",
        signedAt == null
            ? Texts.get("logReview.notSigned")
            : LogReviewTexts.by(row.signedBy(), signedAt));
    if (signedAt != null) {
      LogReviewTexts.fact(facts, "logReview.sign", LogReviewTexts.erasable(detail.conclusion()));
    }
    Div card = new Div(facts);
    card.addClassName("card");
    if (begunAt == null) {
      Button begin =
          new Button(
              Texts.get("logReview.begin"),
              click ->
                  gateways.send(
                      new BeginLogReview(id()),
                      () -> load(found -> found.row().begunAt() != null)));
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      card.add(new Paragraph(Texts.get("logReview.begin.explained")), begin);
    }
    head.add(
        new Anchor("/log-review", Texts.get("logReview.back")), AuditView.watched(), title, card);
    head.addClassName("review-looking");
  }

  private void showAccesses(LogReviewDetail detail, boolean open) {
    ReviewAccessList list = accesses;
    if (list == null) {
      list = new ReviewAccessList(gateways, id(), this::ask);
      accesses = list;
      looking.add(new H2(Texts.get("logReview.look")), list);
    }
    list.questioned(
        detail.questions().stream()
            .filter(question -> question.stage() != ReviewStage.WITHDRAWN)
            .flatMap(question -> Stream.ofNullable(question.access()))
            .map(AccessStep::eventId)
            .collect(Collectors.toSet()),
        open);
  }

  private void showQuestions(LogReviewDetail detail, boolean open) {
    Div title = new Div(new H2(Texts.get("logReview.questions")));
    title.addClassName("page-head");
    if (open) {
      title.add(new Button(Texts.get("logReview.askFacility.do"), click -> chooseFacility()));
    }
    questions.add(title);
    detail.questions().forEach(question -> questions.add(card(question, open)));
    if (detail.questions().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("logReview.questions.empty")));
      empty.addClassName("empty");
      questions.add(empty);
    }
  }

  private Component card(ReviewQuestion question, boolean open) {
    AccessStep access = question.access();
    H3 title =
        new H3(
            access == null
                ? Texts.get("logReview.card.facility", question.facility())
                : Texts.get(
                    "logReview.asked.access",
                    DateTexts.exact(access.at()),
                    StepTexts.actor(access),
                    StepTexts.action(access)));
    Div top = new Div(title, LogReviewTexts.stage(question.stage()));
    if (question.late()) {
      top.add(LogReviewTexts.chip(Texts.get("logReview.late"), "state-bad"));
    }
    top.addClassName("row");
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    LogReviewTexts.fact(facts, "auditScope.FACILITY", question.facility());
    if (access != null && !access.patientId().isEmpty()) {
      LogReviewTexts.fact(facts, "audit.patient", StepTexts.patient(access));
    }
    LogReviewTexts.fact(facts, "logReview.question", LogReviewTexts.erasable(question.question()));
    LogReviewTexts.fact(
        facts, "logReview.askedBy", LogReviewTexts.by(question.askedBy(), question.askedAt()));
    Instant answeredAt = question.answeredAt();
    if (answeredAt != null) {
      LogReviewTexts.fact(facts, "logReview.answer", LogReviewTexts.erasable(question.answer()));
      LogReviewTexts.fact(
          facts,
          "logReview.answeredBy",
          Texts.get(
              question.ownAccess() ? "logReview.ownAccess" : "logReview.answeredBy.other",
              LogReviewTexts.by(question.answeredBy(), answeredAt)));
    } else if (question.stage() == ReviewStage.ASKED) {
      LogReviewTexts.fact(facts, "logReview.answerDue", LogReviewTexts.day(question.due()));
    }
    Instant settledAt = question.settledAt();
    if (settledAt != null) {
      LogReviewTexts.fact(facts, "logReview.note", LogReviewTexts.erasable(question.note()));
      LogReviewTexts.fact(
          facts, "logReview.settledBy", LogReviewTexts.by(question.settledBy(), settledAt));
    }
    Div card = new Div(top, facts);
    card.addClassNames("card", "deleted-card", "review-question");
    IncidentId incident = question.incidentId();
    if (incident != null) {
      card.add(new Anchor("/incidents/" + incident, Texts.get("logReview.incident.open")));
    }
    if (open && question.stage() == ReviewStage.ASKED) {
      card.add(actions(new Button(Texts.get("logReview.withdraw.do"), click -> back(question))));
    } else if (open && question.stage() == ReviewStage.ANSWERED) {
      Button conclude = new Button(Texts.get("logReview.finding.do"), click -> conclude(question));
      conclude.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      card.add(actions(conclude));
    }
    return card;
  }

  private static Div actions(Button button) {
    Div actions = new Div(button);
    actions.addClassName("row");
    return actions;
  }

  private void ask(AccessStep step) {
    ReviewQuestionId question = ReviewQuestionId.next();
    new ReviewWords(
            gateways,
            "logReview.ask",
            1000,
            words -> new QuestionAccess(id(), question, step.eventId(), words),
            () -> loadUntil(question, ReviewStage.ASKED))
        .with(
            Texts.get(
                "logReview.ask.proposal",
                DateTexts.exact(step.at()),
                StepTexts.actor(step),
                StepTexts.action(step)))
        .open();
  }

  private void chooseFacility() {
    gateways.ask(new ListFacilities(""), Facilities.class, this::askFacility);
  }

  private void askFacility(Facilities found) {
    ReviewQuestionId question = ReviewQuestionId.next();
    ComboBox<FacilityRow> facility = new ComboBox<>(Texts.get("auditScope.FACILITY"));
    facility.setItems(found.facilities());
    facility.setItemLabelGenerator(FacilityRow::name);
    facility.setRequired(true);
    facility.setWidthFull();
    ReviewWords dialog =
        new ReviewWords(
            gateways,
            "logReview.askFacility",
            1000,
            words -> {
              FacilityRow chosen = facility.getValue();
              if (chosen == null) {
                facility.setInvalid(true);
                throw Refused.field(RefusalCode.FIELD_REQUIRED, "facilityName");
              }
              return new QuestionFacility(id(), question, chosen.facilityId(), words);
            },
            () -> loadUntil(question, ReviewStage.ASKED));
    dialog.addComponentAtIndex(1, facility);
    dialog
        .with(Texts.get("logReview.askFacility.proposal", LogReviewTexts.period(id().period())))
        .open();
  }

  private void back(ReviewQuestion question) {
    new ReviewWords(
            gateways,
            "logReview.withdraw",
            500,
            words -> new WithdrawReviewQuestion(id(), question.questionId(), words),
            () -> loadUntil(question.questionId(), ReviewStage.WITHDRAWN))
        .open();
  }

  private void conclude(ReviewQuestion question) {
    new FindingDialog(
            gateways,
            clock,
            id(),
            question,
            () ->
                loadUntil(
                    question.questionId(),
                    ReviewStage.NO_PROBLEM,
                    ReviewStage.IMPROVE,
                    ReviewStage.INCIDENT))
        .open();
  }

  /** Says what is missing instead of a button that refuses. */
  private void showSigning(LogReviewRow row) {
    Div card = new Div(new H2(Texts.get("logReview.sign")));
    card.addClassName("card");
    int open = row.unanswered() + row.unsettled();
    if (row.state() == LogReviewState.RUNNING) {
      card.add(
          new Paragraph(Texts.get("logReview.sign.running", DateTexts.date(row.period().to()))));
    } else if (open > 0) {
      card.add(new Paragraph(Texts.get("logReview.sign.open", row.unanswered(), row.unsettled())));
    } else {
      Button sign = new Button(Texts.get("logReview.sign.do"), click -> sign());
      sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      card.add(new Paragraph(Texts.get("logReview.sign.ready")), sign);
    }
    signing.add(card);
  }

  private void sign() {
    new ReviewWords(
            gateways,
            "logReview.sign",
            2000,
            words -> new SignLogReview(id(), words),
            () -> load(found -> found.row().state() == LogReviewState.SIGNED))
        .open();
  }
}
