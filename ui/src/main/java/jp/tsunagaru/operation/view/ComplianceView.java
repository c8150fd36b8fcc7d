package jp.tsunagaru.operation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.IntStream;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.GetCompliance;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.operation.query.PrintCompliance;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.Texts;

/** 点検表: every control that software can answer, and those that it cannot (M11). */
@Route(value = "compliance", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR", "COUNCIL"})
@StyleSheet("context://patient.css")
class ComplianceView extends Div implements HasDynamicTitle, BeforeEnterObserver {
  private final Gateways gateways;
  private final Clock clock;
  private final Select<YearMonth> month = new Select<>();
  private final Div board = new Div();
  private boolean arriving;
  private int question;

  ComplianceView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    YearMonth now = BoardMonth.now(clock);
    month.setLabel(Texts.get("operation.month"));
    month.setItems(IntStream.range(0, BoardMonth.MONTHS).mapToObj(now::minusMonths).toList());
    month.setItemLabelGenerator(BoardMonth::text);
    month.addValueChangeListener(change -> {
      if (!arriving) {
        getUI()
            .ifPresent(
                ui -> ui.navigate(ComplianceView.class, BoardMonth.parameters(change.getValue())));
      }
    });
    Button print =
        new Button(Texts.get("operation.print"), VaadinIcon.PRINT.create(), click -> print());
    print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div head = new Div(new H1(getPageTitle()), month, print);
    head.addClassName("page-head");
    board.addClassName("compliance-board");
    addClassName("page");
    add(head, new Paragraph(Texts.get("operation.explained")), board);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("operation.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    arriving = true;
    month.setValue(BoardMonth.of(event.getLocation().getQueryParameters(), clock));
    arriving = false;
    load();
  }

  static String address(YearMonth month) {
    return "/compliance?" + BoardMonth.parameters(month).getQueryString();
  }

  private void load() {
    int number = ++question;
    YearMonth wanted = month.getValue();
    gateways.ask(
        new GetCompliance(BoardMonth.from(wanted), BoardMonth.to(wanted)),
        Compliance.class,
        found -> {
          if (number == question) {
            show(found);
          }
        });
  }

  private void show(Compliance found) {
    board.removeAll();
    Div counts = new Div();
    counts.addClassNames("row", "compliance-counts");
    for (Light light : Light.values()) {
      long many = found.controls().stream().filter(one -> one.light() == light).count();
      counts.add(
          ComplianceTexts.chip(
              light, Texts.get("operation.count", Texts.of("operation.light", light), many)));
    }
    board.add(counts, new Paragraph(Texts.get("operation.at", DateTexts.moment(found.at()))));
    YearMonth wanted = month.getValue();
    if (BoardMonth.hasJustBegun(wanted, clock)) {
      YearMonth before = wanted.minusMonths(1);
      board.add(
          new Paragraph(
              new Text(Texts.get("operation.justBegun")),
              new Anchor(
                  address(before),
                  Texts.get("operation.justBegun.before", BoardMonth.text(before)))));
    }
    board.add(new H2(Texts.get("operation.measured")));
    found.controls().stream()
        .filter(control -> control.light() != Light.UNKNOWN)
        .forEach(control -> board.add(row(control)));
    board.add(
        new H2(Texts.get("operation.unknown")),
        new Paragraph(Texts.get("operation.unknown.explained")));
    found.controls().stream()
        .filter(control -> control.light() == Light.UNKNOWN)
        .forEach(control -> board.add(row(control)));
  }

  private Component row(Control control) {
    Span id = new Span(control.id());
    id.addClassNames("muted", "control-id");
    Span name = new Span(ComplianceTexts.name(control));
    name.addClassName("control-name");
    Span finding = new Span(ComplianceTexts.finding(control));
    finding.addClassName("control-finding");
    Div row =
        new Div(
            ComplianceTexts.chip(control.light(), ComplianceTexts.light(control)),
            id,
            name,
            finding);
    if (control.light() != Light.UNKNOWN) {
      Anchor more =
          new Anchor(
              ControlEvidenceView.address(control.id(), month.getValue()),
              Texts.get("operation.evidence"));
      more.getElement()
          .setAttribute(
              "aria-label",
              Texts.get("operation.evidence.of", control.id(), ComplianceTexts.name(control)));
      more.addClassName("control-evidence");
      row.add(more);
    }
    row.addClassName("control-row");
    return row;
  }

  private void print() {
    YearMonth wanted = month.getValue();
    PrintDialog.ask(
        CompliancePaper.title(),
        Texts.get("operation.print.explained"),
        PrintPurpose.MEETING,
        (reason, dialog) ->
            gateways.ask(
                new PrintCompliance(
                    BoardMonth.from(wanted), BoardMonth.to(wanted), reason.purpose()),
                Compliance.class,
                found ->
                    dialog.show(() ->
                        CompliancePaper.of(
                            found,
                            wanted,
                            Imprints.plain(CompliancePaper.title(), clock.instant(), reason)))));
  }
}
