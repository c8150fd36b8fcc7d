package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.audit.view.AttestationLine;
import jp.tsunagaru.audit.view.LogReviewLine;
import jp.tsunagaru.facility.query.ApplicationRow;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.facility.query.Applications;
import jp.tsunagaru.facility.query.ListApplications;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WideOnly;

/** The city's desk: what waits, oldest first (第8条). */
@Route(value = "applications", layout = MainLayout.class)
@RolesAllowed("CITY_OPERATOR")
public class ApplicationsView extends Div implements HasDynamicTitle {
  private static final int LONG_DAYS = 14;

  private final transient Gateways gateways;
  private final transient Clock clock;
  private final Grid<ApplicationRow> grid = new Grid<>();
  private final Checkbox decided = new Checkbox(Texts.get("applications.decided"));
  private final Span waiting = new Span();
  private transient List<ApplicationRow> all = List.of();

  public ApplicationsView(Gateways gateways, FileIntake intake, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassNames("page", "fill-height");
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_ROW_STRIPES);
    grid.addClassName("fill");
    grid.setEmptyStateText(Texts.get("applications.empty"));
    grid.addComponentColumn(ApplicationsView::facility)
        .setHeader(Texts.get("applications.facility"))
        .setFlexGrow(3);
    grid.addComponentColumn(row -> ApplicationStates.chip(row.state()))
        .setHeader(Texts.get("applications.state"));
    Grid.Column<ApplicationRow> appliedOn =
        grid.addColumn(row -> DateTexts.shortDate(row.appliedOn()))
            .setHeader(Texts.get("applications.appliedOn"));
    grid.addComponentColumn(this::waitingDays).setHeader(Texts.get("applications.waiting"));
    WideOnly.columns(grid, List.of(appliedOn));
    grid.addItemClickListener(click ->
        UI.getCurrent().navigate(ApplicationView.class, click.getItem().applicationId().value()));
    decided.addValueChangeListener(change -> show());
    waiting.addClassName("muted");
    Div head = new Div(new H1(Texts.get("applications.title")), waiting, decided);
    head.addClassName("page-head");
    add(
        head,
        new FacilityTaskLine(gateways),
        new LogReviewLine(gateways),
        new AttestationLine(gateways));
    if (!intake.scansForViruses()) {
      Span unscanned = new Span(Texts.get("applications.noVirusScan"));
      unscanned.addClassName("operator-notice");
      add(unscanned);
    }
    add(grid);
    gateways.ask(
        new ListApplications(),
        Applications.class,
        answer -> {
          all = answer.applications();
          show();
        });
  }

  @Override
  public String getPageTitle() {
    return Texts.get("applications.title");
  }

  private void show() {
    grid.setItems(all.stream().filter(row -> decided.getValue() || waits(row)).toList());
    waiting.setText(
        Texts.get("applications.count", all.stream().filter(ApplicationsView::waits).count()));
  }

  static boolean waits(ApplicationRow row) {
    return row.state() != ApplicationState.APPROVED && row.state() != ApplicationState.REJECTED;
  }

  private static Div facility(ApplicationRow row) {
    Span kind = new Span(Names.of(row.profile().affiliation()));
    kind.addClassName("muted");
    Anchor link = new Anchor("/applications/" + row.applicationId().value(), row.profile().name());
    Div lines = new Div(link, kind);
    lines.addClassName("two-lines");
    return lines;
  }

  private Span waitingDays(ApplicationRow row) {
    if (!waits(row)) {
      return new Span("");
    }
    long days = ChronoUnit.DAYS.between(DateTexts.day(row.receivedAt()), LocalDate.now(clock));
    Span text = new Span(Texts.get("applications.days", days));
    if (days >= LONG_DAYS) {
      text.addClassNames("state-chip", "state-wait");
    }
    return text;
  }
}
