package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.query.FindLogReviewTasks;
import jp.tsunagaru.audit.query.LogReviewTasks;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/**
 * On the start page: reviews that are late or wait, and questions to the own facility (C-09).
 * Nothing for who has no part in it, and nothing while nothing waits.
 */
public final class LogReviewLine extends Div {
  public LogReviewLine(Gateways gateways) {
    addClassName("log-review-line");
    SignedInUser user = SignedInUser.require();
    if (user.has(Role.FACILITY_ADMIN)
        || user.has(Role.CITY_OPERATOR)
        || user.has(Role.CITY_AUDITOR)) {
      gateways.ask(new FindLogReviewTasks(), LogReviewTasks.class, this::show);
    }
  }

  private void show(LogReviewTasks tasks) {
    boolean late = tasks.overdue() > 0 || tasks.lateQuestions() > 0;
    if (tasks.overdue() > 0) {
      add(new Span(Texts.get("logReview.line.overdue", tasks.overdue())));
    }
    if (tasks.due() > 0) {
      add(new Span(Texts.get("logReview.line.due", tasks.due())));
    }
    if (tasks.unsettled() > 0) {
      add(new Span(Texts.get("logReview.line.unsettled", tasks.unsettled())));
    }
    if (tasks.questions() > 0) {
      add(
          new Span(
              tasks.lateQuestions() > 0
                  ? Texts.get(
                      "logReview.line.lateQuestions", tasks.questions(), tasks.lateQuestions())
                  : Texts.get("logReview.line.questions", tasks.questions())));
    }
    if (getComponentCount() > 0) {
      addClassName("attention-box");
      getElement().getClassList().set("danger", late);
      add(new Anchor("/log-review", Texts.get("logReview.line.open")));
    }
  }
}
