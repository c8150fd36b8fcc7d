package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.query.ListLogReviews;
import jp.tsunagaru.audit.query.LogReviewList;
import jp.tsunagaru.audit.query.LogReviewRow;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** 閲覧記録の点検 (C-09): for the city every period with its review, for a facility what it is asked. */
@Route(value = "log-review", layout = MainLayout.class)
@RolesAllowed({"FACILITY_ADMIN", "CITY_OPERATOR", "CITY_AUDITOR"})
@StyleSheet("context://patient.css")
class LogReviewsView extends Div implements HasDynamicTitle {
  private final Div list = new Div();
  private final boolean auditor = SignedInUser.require().has(Role.CITY_AUDITOR);

  LogReviewsView(Gateways gateways) {
    SignedInUser user = SignedInUser.require();
    list.addClassName("cards");
    addClassName("page");
    add(new H1(getPageTitle()));
    if (user.has(Role.FACILITY_ADMIN) || user.has(Role.CITY_OPERATOR)) {
      add(new FacilityQuestionList(gateways));
    }
    if (auditor || user.has(Role.CITY_OPERATOR)) {
      add(
          new H2(Texts.get("logReview.periods")),
          new Paragraph(
              Texts.get(auditor ? "logReview.explained" : "logReview.explained.operator")),
          list);
      gateways.ask(new ListLogReviews(), LogReviewList.class, this::show);
    }
  }

  @Override
  public String getPageTitle() {
    return Texts.get("logReview.title");
  }

  private void show(LogReviewList found) {
    list.removeAll();
    found.rows().forEach(row -> list.add(card(row)));
    if (found.rows().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("logReview.empty")));
      empty.addClassName("empty");
      list.add(empty);
    }
  }

  private Component card(LogReviewRow row) {
    String name = LogReviewTexts.period(row.period());
    H3 title = auditor ? new H3(new Anchor("/log-review/" + row.reviewId(), name)) : new H3(name);
    Div head = new Div(title, LogReviewTexts.state(row.state()));
    head.addClassName("row");
    Div card = new Div(head, new Paragraph(standing(row)));
    card.addClassNames("card", "deleted-card");
    if (row.questions() > 0) {
      Paragraph questions =
          new Paragraph(
              Texts.get(
                  "logReview.card.questions",
                  row.questions(),
                  row.unanswered(),
                  row.unsettled(),
                  row.improvements(),
                  row.incidents()));
      questions.addClassNames("muted", "small");
      card.add(questions);
    }
    return card;
  }

  private static String standing(LogReviewRow row) {
    Instant signedAt = row.signedAt();
    if (signedAt != null) {
      return Texts.get("logReview.card.signed", LogReviewTexts.by(row.signedBy(), signedAt));
    }
    Instant begunAt = row.begunAt();
    String due =
        Texts.get(
            row.state() == LogReviewState.OVERDUE ? "logReview.card.late" : "logReview.card.due",
            LogReviewTexts.day(row.due()));
    return begunAt == null
        ? Texts.get("logReview.card.notBegun", due)
        : Texts.get("logReview.card.begun", due, LogReviewTexts.by(row.begunBy(), begunAt));
  }
}
