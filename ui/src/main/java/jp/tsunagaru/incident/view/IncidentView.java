package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.Component;
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
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.query.Breach;
import jp.tsunagaru.incident.query.GetIncident;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.incident.query.IncidentStep;
import jp.tsunagaru.incident.query.LegState;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Later;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** One incident: what is known, whose turn it is, and everything that was done (第28条). */
@Route(value = "incidents", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://patient.css")
class IncidentView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private final Gateways gateways;
  private final Clock clock;
  private String id = "";

  IncidentView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassName("page");
  }

  @Override
  public String getPageTitle() {
    return Texts.get("incident.title");
  }

  @Override
  public void setParameter(BeforeEvent event, String parameter) {
    id = parameter;
    load();
  }

  private void load() {
    IncidentId incidentId;
    try {
      incidentId = new IncidentId(id);
    } catch (IllegalArgumentException unknown) {
      Refusals.show(new Refused(RefusalCode.NOT_FOUND));
      return;
    }
    gateways.ask(new GetIncident(incidentId), IncidentDetail.class, this::show);
  }

  private void changed() {
    Refusals.done(Texts.get("incident.recorded"));
    Later.run(this, 600, this::load);
  }

  private void show(IncidentDetail detail) {
    removeAll();
    Anchor back = new Anchor("/incidents", Texts.get("incident.back"));
    Div head =
        new Div(
            new H1(
                Texts.get(
                    "incident.card",
                    Texts.of("incident.kind", detail.row().kind()),
                    IncidentsView.number(detail.row()))),
            IncidentTexts.state(detail.row()));
    head.addClassName("page-head");
    add(back, head, legs(detail));
    Div actions = new IncidentActions(gateways, clock, detail, this::changed);
    if (actions.getComponentCount() > 0) {
      Div card = new Div(new H2(Texts.get("incident.actions")), actions);
      card.addClassName("card");
      add(card);
    }
    add(facts(detail));
    Breach breach = detail.breach();
    if (breach != null) {
      add(breach(breach));
    }
    if (SignedInUser.require().has(Role.CITY_OPERATOR)
        || SignedInUser.require().has(Role.CITY_AUDITOR)) {
      add(new EvidencePanel(gateways, clock, detail));
    }
    add(new H2(Texts.get("incident.steps")), steps(detail));
  }

  private Component legs(IncidentDetail detail) {
    Div card = new Div(new H2(Texts.get("incident.legs")));
    card.addClassNames("card", "incident-legs");
    DescriptionList list = new DescriptionList();
    list.addClassName("facts");
    for (LegState leg : detail.row().legs()) {
      list.add(new DescriptionList.Term(Texts.of("incident.leg", leg.leg())));
      Div value = new Div();
      value.addClassName("row");
      Instant done = leg.done();
      if (done != null) {
        Span chip =
            new Span(Texts.get(leg.overdue() ? "incident.leg.doneLate" : "incident.leg.done"));
        chip.addClassNames("state-chip", leg.overdue() ? "state-bad" : "state-good");
        value.add(chip, new Span(IncidentTexts.moment(done)));
      } else {
        value.add(
            IncidentTexts.due(leg, clock),
            new Span(Texts.get("incident.leg.due", IncidentTexts.moment(leg.due()))),
            new Span(Texts.of("incident.waiting", leg.leg().waiting())));
      }
      list.add(new DescriptionList.Description(value));
    }
    card.add(list);
    return card;
  }

  private Component facts(IncidentDetail detail) {
    DescriptionList list = new DescriptionList();
    list.addClassName("facts");
    fact(
        list,
        "incident.reporter",
        IncidentTexts.who(detail.row().reporter(), detail.row().facility()));
    if (!detail.content().caller().isEmpty()) {
      fact(list, "incident.caller", detail.content().caller());
    }
    fact(list, "incident.reportedAt", IncidentTexts.moment(detail.row().reportedAt()));
    fact(list, "incident.foundAt", IncidentTexts.moment(detail.foundAt()));
    fact(
        list,
        "incident.occurredAt",
        Optional.ofNullable(detail.occurredAt())
            .map(IncidentTexts::moment)
            .orElse(Texts.get("incident.unknown")));
    fact(
        list,
        "incident.description",
        detail.content().description().isEmpty()
            ? Texts.get("incident.erased")
            : detail.content().description());
    fact(
        list,
        "incident.action",
        detail.content().immediateAction().isEmpty()
            ? Texts.get("incident.none")
            : detail.content().immediateAction());
    fact(list, "incident.place", Texts.get("incident.place.path", detail.content().place()));
    fact(
        list,
        "incident.affected",
        detail.affected().isEmpty()
            ? Texts.get("incident.none")
            : detail.affected().stream()
                .map(IncidentView::affected)
                .collect(Collectors.joining("\n")));
    Div card = new Div(new H2(Texts.get("incident.facts")), list);
    card.addClassName("card");
    return card;
  }

  private static String affected(IncidentDetail.Affected affected) {
    String patient =
        affected.patient().isEmpty()
            ? Texts.get("incident.affected.number", affected.record().patientId().value())
            : Texts.get(
                "incident.affected.name",
                affected.patient(),
                affected.record().patientId().value());
    return affected
        .record()
        .document()
        .map(DocumentId::value)
        .map(document -> Texts.get("incident.affected.document", patient, document))
        .orElse(patient);
  }

  private static Component breach(Breach breach) {
    DescriptionList list = new DescriptionList();
    list.addClassName("facts");
    fact(list, "incident.breach.awareAt", IncidentTexts.moment(breach.awareAt()));
    fact(
        list,
        "incident.breach.result",
        Texts.get(
            breach.reportable() ? "incident.breach.REPORTABLE" : "incident.breach.NOT_REPORTABLE"));
    fact(
        list,
        "incident.breach.reasons",
        breach.reasons().isEmpty()
            ? Texts.get("incident.none")
            : breach.reasons().stream()
                .sorted()
                .map(reason -> Texts.of("incident.breach.reason", reason))
                .collect(Collectors.joining("\n")));
    if (breach.encrypted()) {
      fact(list, "incident.breach.encrypted", Texts.get("incident.breach.encrypted.yes"));
    }
    fact(list, "incident.breach.persons", Texts.get("incident.persons", breach.persons()));
    LocalDate from = breach.preliminaryFrom();
    LocalDate to = breach.preliminaryTo();
    LocalDate last = breach.finalTo();
    if (from != null && to != null && last != null) {
      fact(
          list,
          "incident.breach.preliminary",
          Texts.get("incident.breach.between", DateTexts.date(from), DateTexts.date(to)));
      fact(
          list,
          "incident.breach.final",
          Texts.get("incident.breach.until", DateTexts.date(last), DateTexts.weekday(last)));
    }
    Div card = new Div(new H2(Texts.get("incident.breach")), list);
    card.addClassNames("card", "incident-breach");
    return card;
  }

  private static Component steps(IncidentDetail detail) {
    Div steps = new Div();
    steps.addClassName("cards");
    detail.steps().forEach(step -> steps.add(step(step)));
    return steps;
  }

  private static Component step(IncidentStep step) {
    H3 title = new H3(title(step));
    Span when =
        new Span(
            Texts.get(
                "incident.step.by",
                IncidentTexts.moment(step.at()),
                IncidentTexts.who(step.actor(), step.facility())));
    when.addClassName("muted");
    Div card = new Div(title, when);
    LocalDate on = step.on();
    if (on != null) {
      card.add(new Paragraph(Texts.get("incident.step.on", DateTexts.date(on))));
    }
    if (!step.text().isEmpty()) {
      Paragraph text = new Paragraph(step.text());
      text.addClassName("live-text");
      card.add(text);
    }
    Instant linkedAt = step.linkedAt();
    if (!step.linked().isEmpty()) {
      Paragraph linked =
          new Paragraph(
              linkedAt == null
                  ? Texts.get("incident.step.linkedOnly", step.linked())
                  : Texts.get(
                      "incident.step.linked",
                      DateTexts.exact(linkedAt),
                      step.linkedWho(),
                      step.linked()));
      linked.addClassName("step-link");
      card.add(linked);
    }
    card.addClassNames("card", "deleted-card", "incident-step");
    return card;
  }

  private static String title(IncidentStep step) {
    String key = "incident.step." + step.kind().name();
    return switch (step.kind()) {
      case MEASURE -> Texts.get(key, Texts.get("incident.measure." + step.code()));
      case ESTIMATE_OFFERED, PERSONS_NOTIFIED -> Texts.get(key, step.amount());
      case BREACH_ASSESSED -> Texts.get(key, Texts.get("incident.breach." + step.code()));
      case PREVENTION -> Texts.get(key, Texts.get("incident.prevention." + step.code()));
      default -> Texts.get(key);
    };
  }

  private static void fact(DescriptionList list, String key, String value) {
    DescriptionList.Description description = new DescriptionList.Description(value);
    description.addClassName("extended-value");
    list.add(new DescriptionList.Term(Texts.get(key)), description);
  }
}
