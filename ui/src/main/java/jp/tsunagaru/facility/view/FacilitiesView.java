package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.query.Facilities;
import jp.tsunagaru.facility.query.FacilityRow;
import jp.tsunagaru.facility.query.ListFacilities;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WideOnly;

/** Who takes part, for the city: counts only, nothing about patients (PF-14). */
@Route(value = "facilities", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR"})
public class FacilitiesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Gateways gateways;
  private final transient Clock clock;
  private final Grid<FacilityRow> grid = new Grid<>();
  private final TextField filter = new TextField();
  private final Span count = new Span();

  public FacilitiesView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassNames("page", "fill-height");
    filter.setPlaceholder(Texts.get("facilities.filter"));
    filter.setAriaLabel(Texts.get("facilities.filter"));
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        UI.getCurrent()
            .getPage()
            .getHistory()
            .replaceState(
                null, new Location("facilities", QueryParameters.of("q", change.getValue())));
        load();
      }
    });
    boolean operator = SignedInUser.require().has(Role.CITY_OPERATOR);
    grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addClassName("fill");
    grid.setEmptyStateText(Texts.get("facilities.empty"));
    grid.addComponentColumn(row -> name(row, operator))
        .setHeader(Texts.get("field.facilityName"))
        .setFlexGrow(3);
    Grid.Column<FacilityRow> affiliation =
        grid.addColumn(row -> Names.of(row.affiliation()))
            .setHeader(Texts.get("application.affiliation"))
            .setFlexGrow(2);
    grid.addComponentColumn(row -> users(row, operator)).setHeader(Texts.get("facilities.users"));
    Grid.Column<FacilityRow> last =
        grid.addColumn(this::lastSignIn).setHeader(Texts.get("staff.lastSignIn"));
    WideOnly.columns(grid, List.of(affiliation, last));
    count.addClassName("muted");
    Div head = new Div(new H1(Texts.get("facilities.title")), count);
    head.addClassName("page-head");
    add(head, filter, grid);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("facilities.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filter.setValue(event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
    load();
  }

  private void load() {
    gateways.ask(
        new ListFacilities(filter.getValue()),
        Facilities.class,
        answer -> {
          grid.setItems(answer.facilities());
          count.setText(
              Texts.get(
                  "facilities.count",
                  answer.facilities().stream().filter(row -> row.abolishedAt() == null).count()));
        });
  }

  private static Component name(FacilityRow row, boolean operator) {
    Component name =
        operator
            ? new Anchor("/facility/" + row.facilityId().value(), row.name())
            : new Span(row.name());
    Div lines = new Div(name);
    lines.addClassName("two-lines");
    if (row.waits() || row.abolishedAt() != null) {
      lines.add(state(row));
    }
    return lines;
  }

  private static Component users(FacilityRow row, boolean operator) {
    String users = Integer.toString(row.users());
    return operator
        ? new Anchor("/staff?facility=" + row.facilityId().value(), users)
        : new Span(users);
  }

  private static Div state(FacilityRow row) {
    Div chips = new Div();
    chips.addClassName("row");
    if (row.changeWaits()) {
      chips.add(FacilityChips.changeWaits());
    }
    LocalDate on = row.abolitionOn();
    if (on != null) {
      chips.add(FacilityChips.abolitionWaits(on));
    }
    if (row.abolishedAt() != null) {
      chips.add(FacilityChips.abolished());
    }
    return chips;
  }

  private String lastSignIn(FacilityRow row) {
    return row.lastSignIn() == null
        ? Texts.get("staff.never")
        : DateTexts.ago(row.lastSignIn(), clock.instant());
  }
}
