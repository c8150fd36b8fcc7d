package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.account.query.AccountRow;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.FacilityAccess;
import jp.tsunagaru.audit.query.ListFacilityAccess;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/**
 * 自施設の利用記録 (domain.md §8.2): what the people of one's own facility did and when. Patients are
 * numbers here; nothing of what was shown stands in it.
 */
@Route(value = "facility-access", layout = MainLayout.class)
@RolesAllowed("FACILITY_ADMIN")
public class FacilityAccessView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final List<String> COLUMNS =
      List.of("audit.when", "audit.actor", "audit.action", "audit.result", "audit.connection");

  private final transient Gateways gateways;
  private final LocalDate today;
  private final ComboBox<AccountRow> person = new ComboBox<>(Texts.get("facilityAccess.person"));
  private final JapaneseDatePicker from = new JapaneseDatePicker(Texts.get("audit.from"));
  private final JapaneseDatePicker to = new JapaneseDatePicker(Texts.get("audit.to"));
  private final Div list = new Div();
  private AuditState state;
  private int question;

  public FacilityAccessView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.today = LocalDate.now(clock);
    this.state = AuditState.usual(today);
    addClassNames("page", "audit");
    list.addClassName("access-list");
    add(
        new H1(getPageTitle()),
        new Paragraph(Texts.get("facilityAccess.explained")),
        chooser(),
        list);
    gateways.ask(
        new ListAccounts(SignedInUser.require().facilityId()),
        Accounts.class,
        found -> {
          person.setItems(found.accounts());
          choosePerson();
        });
  }

  @Override
  public String getPageTitle() {
    return Texts.get("facilityAccess.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state = AuditState.of(event.getLocation().getQueryParameters(), today);
    from.setValue(state.period().from());
    to.setValue(state.period().to());
    choosePerson();
    load();
  }

  private void choosePerson() {
    String wanted = state.subject(AuditScope.ACCOUNT);
    person.setValue(
        person
            .getListDataView()
            .getItems()
            .filter(row -> row.accountId().value().equals(wanted))
            .findFirst()
            .orElse(null));
  }

  private Div chooser() {
    person.setItems(List.of());
    person.setItemLabelGenerator(
        row -> Texts.get("facilityAccess.person.of", row.name().full(), row.loginId().value()));
    person.setPlaceholder(Texts.get("facilityAccess.everybody"));
    person.setClearButtonVisible(true);
    person.addClassName("audit-action");
    person.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        AccountRow one = change.getValue();
        visit(state.with(AuditScope.ACCOUNT, one == null ? "" : one.accountId().value()));
      }
    });
    for (JapaneseDatePicker day : List.of(from, to)) {
      day.setMax(today);
      day.addValueChangeListener(change -> {
        if (change.isFromClient()) {
          periodChanged();
        }
      });
    }
    Div presets = new Div();
    presets.addClassName("row");
    for (int days : List.of(1, 7, 30, 90)) {
      Button preset =
          new Button(
              Texts.get("audit.preset." + days),
              click -> visit(state.with(AuditPeriod.lastDays(today, days))));
      preset.addThemeVariants(ButtonVariant.LUMO_SMALL);
      presets.add(preset);
    }
    Div fields = new Div(person, from, to, presets);
    fields.addClassNames("row", "baseline");
    Div card = new Div(fields);
    card.addClassNames("card", "audit-scope");
    return card;
  }

  private void periodChanged() {
    LocalDate first = from.getValue();
    LocalDate end = to.getValue();
    if (first != null && end != null && !end.isBefore(first)) {
      visit(state.with(new AuditPeriod(first, end)));
    }
  }

  private void load() {
    int number = ++question;
    AuditState asked = state;
    gateways.ask(
        new ListFacilityAccess(
            asked.subject(AuditScope.ACCOUNT),
            asked.period().start(),
            asked.period().end(),
            asked.before(),
            HistoryList.PAGE),
        FacilityAccess.class,
        page -> {
          if (number == question) {
            show(page, asked.before() != null);
          }
        });
  }

  private void show(FacilityAccess page, boolean further) {
    list.removeAll();
    if (page.rows().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("audit.empty")));
      empty.addClassName("empty");
      list.add(empty);
    } else {
      Div table = new Div();
      table.addClassNames("access-table", "of-facility");
      table.getElement().setAttribute("role", "table");
      Div head = new Div();
      COLUMNS.forEach(
          column -> head.add(cell(column, "columnheader", new Span(Texts.get(column)))));
      head.addClassNames("access-row", "access-head");
      head.getElement().setAttribute("role", "row");
      table.add(head);
      page.rows().forEach(row -> table.add(row(row)));
      list.add(table);
    }
    Div pages = new Div();
    pages.addClassName("row");
    if (further) {
      pages.add(new Button(Texts.get("audit.newest"), click -> visit(state.page(null))));
    }
    if (page.more()) {
      AccessCursor last = page.rows().getLast().cursor();
      pages.add(new Button(Texts.get("audit.older"), click -> visit(state.page(last))));
    }
    list.add(pages);
  }

  private static Div row(FacilityAccess.Row access) {
    Div result = new Div(StepTexts.resultChip(access.result()));
    if (access.emergency()) {
      Span emergency = new Span(Texts.get("audit.row.emergency"));
      emergency.addClassNames("state-chip", "state-wait");
      result.add(emergency);
    }
    result.addClassName("row");
    Div row =
        new Div(
            cell(COLUMNS.get(0), "cell", new Span(DateTexts.exact(access.at()))),
            cell(
                COLUMNS.get(1),
                "cell",
                lines(
                    access.actor().isEmpty() ? access.accountId() : access.actor(),
                    Names.profession(access.profession()))),
            cell(
                COLUMNS.get(2),
                "cell",
                lines(
                    StepTexts.action(access.action()),
                    access.patientId().isEmpty()
                        ? ""
                        : Texts.get("facilityAccess.patient", access.patientId()),
                    StepTexts.lookedAt(access.lookedAt()),
                    counts(access))),
            cell(COLUMNS.get(3), "cell", result),
            cell(COLUMNS.get(4), "cell", new Span(access.address())));
    row.addClassName("access-row");
    row.getElement().setAttribute("role", "row");
    return row;
  }

  private static String counts(FacilityAccess.Row access) {
    return Stream.of(
            access.documents() == 0 ? "" : Texts.get("audit.row.documents", access.documents()),
            access.results() < 0 ? "" : Texts.get("audit.row.results", access.results()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Component lines(String first, String... others) {
    Div lines = new Div(new Span(first));
    lines.addClassName("two-lines");
    for (String other : others) {
      if (!other.isEmpty()) {
        Span line = new Span(other);
        line.addClassNames("muted", "small");
        lines.add(line);
      }
    }
    return lines;
  }

  private static Div cell(String column, String role, Component content) {
    Div cell = new Div(content);
    cell.addClassName("access-cell");
    cell.getElement().setAttribute("role", role);
    cell.getElement().setAttribute("data-column", Texts.get(column));
    return cell;
  }

  private static void visit(AuditState next) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String account = next.subject(AuditScope.ACCOUNT);
    if (!account.isEmpty()) {
      parameters.put("user", List.of(account));
    }
    parameters.put("from", List.of(next.period().from().toString()));
    parameters.put("to", List.of(next.period().to().toString()));
    AccessCursor before = next.before();
    if (before != null) {
      parameters.put("before", List.of(before.text()));
    }
    UI.getCurrent().navigate("facility-access", new QueryParameters(parameters));
  }
}
