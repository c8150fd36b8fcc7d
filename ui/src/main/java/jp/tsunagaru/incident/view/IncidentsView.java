package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.query.CouncilIncidents;
import jp.tsunagaru.incident.query.IncidentList;
import jp.tsunagaru.incident.query.IncidentRow;
import jp.tsunagaru.incident.query.ListCouncilIncidents;
import jp.tsunagaru.incident.query.ListIncidents;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.IncidentDoor;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** Incidents that concern whoever looks, what is due first; for the council what it was told. */
@Route(value = "incidents", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://patient.css")
class IncidentsView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final Clock clock;
  private final Div list = new Div();
  private final Div council = new Div();

  IncidentsView(Gateways gateways, Clock clock, IncidentDoor door) {
    this.gateways = gateways;
    this.clock = clock;
    Button report =
        new Button(
            Texts.get("incident.report"),
            click -> door.open(UI.getCurrent().getActiveViewLocation().getPath()));
    report.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button again = new Button(Texts.get("incident.reload"), click -> load());
    Div head = new Div(new H1(getPageTitle()), again, report);
    head.addClassName("page-head");
    list.addClassName("cards");
    council.addClassName("cards");
    addClassName("page");
    add(head, new Paragraph(Texts.get("incident.list.explained")));
    if (SignedInUser.require().has(Role.COUNCIL)) {
      add(new H2(Texts.get("incident.council")), council, new H2(Texts.get("incident.mine")));
    }
    add(list);
    load();
  }

  @Override
  public String getPageTitle() {
    return Texts.get("incident.title");
  }

  private void load() {
    gateways.ask(new ListIncidents(), IncidentList.class, this::show);
    if (SignedInUser.require().has(Role.COUNCIL)) {
      gateways.ask(new ListCouncilIncidents(), CouncilIncidents.class, this::show);
    }
  }

  private void show(IncidentList found) {
    list.removeAll();
    found.rows().forEach(row -> list.add(card(row)));
    if (found.rows().isEmpty()) {
      list.add(empty("incident.empty"));
    }
  }

  private void show(CouncilIncidents found) {
    council.removeAll();
    found.incidents().forEach(told -> council.add(card(told)));
    if (found.incidents().isEmpty()) {
      council.add(empty("incident.council.empty"));
    }
  }

  private static Component empty(String key) {
    Div empty = new Div(new Span(Texts.get(key)));
    empty.addClassName("empty");
    return empty;
  }

  private Component card(IncidentRow row) {
    Anchor open =
        new Anchor(
            "/incidents/" + row.incidentId(),
            Texts.get("incident.card", Texts.of("incident.kind", row.kind()), number(row)));
    H3 title = new H3(open);
    Div head = new Div(title, IncidentTexts.state(row));
    head.addClassName("row");
    Paragraph facts =
        new Paragraph(
            Texts.get(
                row.onBehalf() ? "incident.card.onBehalf" : "incident.card.by",
                IncidentTexts.moment(row.reportedAt()),
                IncidentTexts.who(row.reporter(), row.facility()),
                row.affected()));
    Div due = new Div();
    due.addClassName("row");
    row.legs().stream()
        .filter(leg -> leg.done() == null)
        .forEach(leg -> due.add(IncidentTexts.due(leg, clock)));
    Div card = new Div(head, facts, due);
    card.addClassNames("card", "deleted-card", "incident-card");
    return card;
  }

  /** Short enough for the telephone. */
  static String number(IncidentRow row) {
    String id = row.incidentId().value();
    return id.substring(id.length() - 8);
  }

  private static Component card(CouncilIncidents.Told told) {
    Span chip =
        new Span(Texts.get(told.closed() ? "incident.council.closed" : "incident.council.open"));
    chip.addClassNames("state-chip", told.closed() ? "state-good" : "state-wait");
    Div head = new Div(new H3(Texts.of("incident.kind", told.kind())), chip);
    head.addClassName("row");
    Paragraph summary = new Paragraph(told.summary());
    summary.addClassName("live-text");
    String measures =
        told.measures().stream()
            .sorted()
            .map(kind -> Texts.of("incident.measure", kind))
            .collect(Collectors.joining(Texts.get("list.separator")));
    Div card =
        new Div(
            head,
            new Paragraph(
                Texts.get(
                    "incident.council.facts",
                    DateTexts.date(told.reportedOn()),
                    DateTexts.date(told.toldOn()),
                    told.persons())),
            summary,
            new Paragraph(Texts.get("incident.council.measures", measures)));
    told.prevention()
        .forEach(text -> card.add(new Paragraph(Texts.get("incident.council.prevention", text))));
    card.addClassNames("card", "deleted-card", "council-card");
    return card;
  }
}
