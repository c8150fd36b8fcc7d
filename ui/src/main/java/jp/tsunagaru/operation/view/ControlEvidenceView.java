package jp.tsunagaru.operation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.operation.query.ControlEvidence;
import jp.tsunagaru.operation.query.GetControlEvidence;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** 根拠: how one control is measured, what was found, and the records behind it. */
@Route(value = "compliance", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR", "COUNCIL"})
@StyleSheet("context://patient.css")
class ControlEvidenceView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private final Gateways gateways;
  private final Clock clock;
  private String title = Texts.get("operation.title");
  private int question;

  ControlEvidenceView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassNames("page", "audit");
  }

  /** Of the evidence of a control in a month. */
  static String address(String controlId, YearMonth month) {
    return "/compliance/" + controlId + "?" + BoardMonth.parameters(month).getQueryString();
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  @Override
  public void setParameter(BeforeEvent event, String controlId) {
    YearMonth month = BoardMonth.of(event.getLocation().getQueryParameters(), clock);
    int number = ++question;
    removeAll();
    add(new Anchor(ComplianceView.address(month), Texts.get("operation.back")));
    if (Texts.find("operation.how." + controlId).isEmpty()) {
      Refusals.show(new Refused(RefusalCode.NOT_FOUND));
      return;
    }
    title =
        Texts.get(
            "operation.control.title", controlId, Texts.get("operation.control." + controlId));
    add(new H1(title));
    gateways.ask(
        new GetControlEvidence(controlId, BoardMonth.from(month), BoardMonth.to(month)),
        ControlEvidence.class,
        found -> {
          if (number == question) {
            show(found, month);
          }
        });
  }

  private void show(ControlEvidence found, YearMonth month) {
    Div answer =
        new Div(
            ComplianceTexts.chip(found.control().light(), ComplianceTexts.light(found.control())),
            new Span(ComplianceTexts.finding(found.control())));
    answer.addClassNames("card", "answer-sentence");
    add(answer, how(found, month));
    new EvidenceTables(found, month).all().forEach(this::add);
    List<Anchor> screens =
        found.control().evidence().stream()
            .filter(ControlEvidenceView::mayOpen)
            .map(path -> screen(path, month))
            .toList();
    if (!screens.isEmpty()) {
      Div links = new Div(screens.toArray(Component[]::new));
      links.addClassNames("row", "evidence-screens");
      add(new H2(Texts.get("operation.screens")), links);
    }
  }

  private static Component how(ControlEvidence found, YearMonth month) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("attested-facts");
    facts.add(
        fact(
            "operation.about",
            switch (found.measured()) {
              case NOW -> Texts.get("operation.about.now");
              case PERIOD -> BoardMonth.text(month);
              case BOTH -> Texts.get("operation.about.both", BoardMonth.text(month));
            }),
        fact("operation.about.at", DateTexts.moment(found.at())));
    Div how =
        new Div(
            new H2(Texts.get("operation.how")),
            new Paragraph(Texts.get("operation.how." + found.control().id())),
            facts);
    how.addClassNames("card", "evidence-how");
    return how;
  }

  private static Div fact(String term, String words) {
    return new Div(
        new DescriptionList.Term(Texts.get(term)), new DescriptionList.Description(words));
  }

  private static Anchor screen(String path, YearMonth month) {
    Anchor link =
        new Anchor(
            path.startsWith("/audit?")
                ? path + "&from=" + month.atDay(1) + "&to=" + month.atEndOfMonth()
                : path,
            Texts.get("operation.screen." + screen(path)));
    link.addClassName("control-evidence");
    return link;
  }

  private static String screen(String path) {
    return path.substring(1).replaceFirst("[?/].*", "");
  }

  private static boolean mayOpen(String path) {
    SignedInUser user = SignedInUser.require();
    return switch (screen(path)) {
      case "audit", "audit-questions" -> user.has(Role.CITY_AUDITOR);
      case "disposal", "deletion-requests", "duplicates" -> user.has(Role.CITY_OPERATOR);
      case "facilities", "break-glass", "log-review", "attestation" ->
          user.has(Role.CITY_OPERATOR) || user.has(Role.CITY_AUDITOR);
      case "incidents" -> user.has(Role.CITY_OPERATOR) || user.has(Role.COUNCIL);
      default -> false;
    };
  }
}
