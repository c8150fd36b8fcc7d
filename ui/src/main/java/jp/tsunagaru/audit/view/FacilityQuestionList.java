package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.function.Predicate;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.command.AnswerReviewQuestion;
import jp.tsunagaru.audit.query.FacilityQuestion;
import jp.tsunagaru.audit.query.FacilityQuestions;
import jp.tsunagaru.audit.query.ListReviewQuestions;
import jp.tsunagaru.audit.query.ReviewStage;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/** What the auditor asks the own facility, and its answers. */
class FacilityQuestionList extends Div {
  private final transient Gateways gateways;

  FacilityQuestionList(Gateways gateways) {
    this.gateways = gateways;
    addClassName("cards");
    load(found -> true);
  }

  private void load(Predicate<FacilityQuestions> shown) {
    Soon.ask(
        gateways,
        new ListReviewQuestions(),
        FacilityQuestions.class,
        shown,
        this::show,
        Refusals::show);
  }

  private void show(FacilityQuestions found) {
    removeAll();
    if (found.questions().isEmpty() && !SignedInUser.require().has(Role.FACILITY_ADMIN)) {
      return;
    }
    add(
        new H2(Texts.get("logReview.asked")),
        new Paragraph(Texts.get("logReview.asked.explained")));
    found.questions().forEach(question -> add(card(question)));
    if (found.questions().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("logReview.asked.empty")));
      empty.addClassName("empty");
      add(empty);
    }
  }

  private Component card(FacilityQuestion question) {
    FacilityQuestion.Access access = question.access();
    H3 title =
        new H3(
            access == null
                ? Texts.get(
                    "logReview.asked.period", LogReviewTexts.period(question.reviewId().period()))
                : Texts.get(
                    "logReview.asked.access",
                    DateTexts.exact(access.at()),
                    access.actor(),
                    StepTexts.action(access.action())));
    Div head = new Div(title, LogReviewTexts.stage(question.stage()));
    if (question.late()) {
      head.add(LogReviewTexts.chip(Texts.get("logReview.late"), "state-bad"));
    }
    head.addClassName("row");
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    if (access != null) {
      LogReviewTexts.fact(facts, "staff.profession", Names.profession(access.profession()));
      LogReviewTexts.fact(facts, "audit.result", StepTexts.result(access.result()));
      LogReviewTexts.fact(
          facts,
          "audit.patient",
          access.patient().isEmpty() ? Texts.get("logReview.asked.patient") : access.patient());
      if (!access.marks().isEmpty()) {
        Div marks = new Div();
        access.marks().forEach(mark -> marks.add(StepTexts.mark(mark)));
        marks.addClassName("row");
        facts.add(
            new DescriptionList.Term(Texts.get("audit.mark")),
            new DescriptionList.Description(marks));
      }
    }
    LogReviewTexts.fact(facts, "logReview.question", LogReviewTexts.erasable(question.question()));
    LogReviewTexts.fact(facts, "logReview.askedAt", DateTexts.moment(question.askedAt()));
    Instant answeredAt = question.answeredAt();
    if (answeredAt != null) {
      LogReviewTexts.fact(facts, "logReview.answer", LogReviewTexts.erasable(question.answer()));
      LogReviewTexts.fact(
          facts, "logReview.answeredBy", LogReviewTexts.by(question.answeredBy(), answeredAt));
    } else {
      LogReviewTexts.fact(facts, "logReview.answerDue", LogReviewTexts.day(question.due()));
    }
    if (!question.note().isEmpty()) {
      LogReviewTexts.fact(facts, "logReview.note", question.note());
    }
    Div card = new Div(head, facts);
    card.addClassNames("card", "deleted-card");
    if (question.stage() == ReviewStage.ASKED) {
      Button answer = new Button(Texts.get("logReview.answer.do"), click -> answer(question));
      answer.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      Div actions = new Div(answer);
      actions.addClassName("row");
      card.add(actions);
    }
    return card;
  }

  private void answer(FacilityQuestion question) {
    new ReviewWords(
            gateways,
            "logReview.answer",
            2000,
            words -> new AnswerReviewQuestion(question.reviewId(), question.questionId(), words),
            () ->
                load(found ->
                    found.questions().stream()
                        .noneMatch(one ->
                            one.questionId().equals(question.questionId())
                                && one.stage() == ReviewStage.ASKED)))
        .open();
  }
}
