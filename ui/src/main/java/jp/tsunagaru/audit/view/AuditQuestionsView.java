package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Texts;

/** The nine questions of an auditor; each leads to the screen that answers it. */
@Route(value = "audit-questions", layout = MainLayout.class)
@RolesAllowed("CITY_AUDITOR")
@StyleSheet("context://patient.css")
class AuditQuestionsView extends Div implements HasDynamicTitle {
  AuditQuestionsView() {
    addClassName("page");
    Div cards = new Div();
    cards.addClassName("question-cards");
    for (AuditQuestion question : AuditQuestion.values()) {
      Anchor open =
          new Anchor(
              "/" + question.path(),
              Texts.get(
                  "auditQuestion.numbered",
                  question.ordinal() + 1,
                  Texts.of("auditQuestion", question)));
      Paragraph how = new Paragraph(Texts.of("auditQuestion.how", question));
      how.addClassNames("muted", "small");
      Div card = new Div(new H3(open), how);
      card.addClassName("card");
      cards.add(card);
    }
    add(
        AuditView.watched(),
        new H1(getPageTitle()),
        new Paragraph(Texts.get("auditQuestions.explained")),
        cards);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("auditQuestions.title");
  }
}
