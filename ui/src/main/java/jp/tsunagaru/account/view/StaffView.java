package jp.tsunagaru.account.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.ReissueCredential;
import jp.tsunagaru.account.query.AccountRow;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.audit.view.AttestationLine;
import jp.tsunagaru.audit.view.LogReviewLine;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.patient.view.LawfulNoticeBox;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Later;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Secrets;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WideOnly;

/** 新規担当者の登録 and the users of a facility, for its administrator (第7条3, 第8条2, 第11条1). */
@Route(value = "staff", layout = MainLayout.class)
@StyleSheet("context://patient.css")
@RolesAllowed({"FACILITY_ADMIN", "CITY_OPERATOR"})
public class StaffView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Gateways gateways;
  private final transient Clock clock;
  private final Grid<AccountRow> grid = new Grid<>();
  private final TextField filter = new TextField();
  private final Span count = new Span();
  private transient List<AccountRow> accounts = List.of();
  private String facility = "";

  public StaffView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassNames("page", "fill-height");
    Button issue = new Button(Texts.get("staff.issue"), VaadinIcon.PLUS.create(), click -> issue());
    issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    filter.setPlaceholder(Texts.get("staff.filter"));
    filter.setAriaLabel(Texts.get("staff.filter"));
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(change -> showFiltered());
    count.addClassName("muted");
    arrangeGrid();
    Div head = new Div(new H1(Texts.get("staff.title")), count, issue);
    head.addClassName("page-head");
    Paragraph hint = new Paragraph(Texts.get("staff.hint"));
    hint.addClassNames("muted", "small");
    add(head, new LogReviewLine(gateways), new AttestationLine(gateways), hint);
    if (SignedInUser.require().has(Role.FACILITY_ADMIN)) {
      add(new OwnFacilityLine(gateways, SignedInUser.require().facilityId()));
      LawfulNoticeBox lawful = new LawfulNoticeBox(gateways);
      lawful.load();
      add(lawful);
    }
    add(filter, grid);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("staff.title");
  }

  /** The city may help out at another facility (第11条2): {@code ?facility=fac_…}. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    facility =
        parameters
            .getSingleParameter("facility")
            .orElseGet(() -> SignedInUser.require().facilityId().value());
    load();
  }

  private void arrangeGrid() {
    grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addClassName("fill");
    grid.setEmptyStateText(Texts.get("staff.empty"));
    grid.addComponentColumn(StaffView::person).setHeader(Texts.get("staff.person")).setFlexGrow(3);
    Grid.Column<AccountRow> login =
        grid.addColumn(row -> row.loginId().value()).setHeader(Texts.get("staff.loginId"));
    Grid.Column<AccountRow> roles =
        grid.addColumn(row -> Names.roles(row.roles())).setHeader(Texts.get("staff.roles"));
    grid.addComponentColumn(StaffView::state).setHeader(Texts.get("staff.state"));
    Grid.Column<AccountRow> last =
        grid.addColumn(this::lastSignIn).setHeader(Texts.get("staff.lastSignIn"));
    WideOnly.columns(grid, List.of(login, roles, last));
    grid.addComponentColumn(this::menu).setHeader("").setWidth("7rem").setFlexGrow(0);
  }

  private static Div person(AccountRow row) {
    Span kana = new Span(row.name().kana());
    kana.addClassName("muted");
    Div lines = new Div(new Span(row.name().full()), kana);
    lines.addClassName("two-lines");
    Span profession = new Span(Names.of(row.profession()));
    profession.addClassNames("muted", "small");
    Div person = new Div(new ProfessionBadge(row.profession()), lines, profession);
    person.addClassName("row");
    return person;
  }

  private static Span state(AccountRow row) {
    Span chip = new Span(Texts.of("accountState", row.state()));
    chip.addClassNames(
        "state-chip",
        switch (row.state()) {
          case ISSUED -> "state-wait";
          case ACTIVE -> "state-good";
          case DEACTIVATED -> "state-quiet";
        });
    return chip;
  }

  private String lastSignIn(AccountRow row) {
    return row.lastSignIn() == null
        ? Texts.get("staff.never")
        : DateTexts.ago(row.lastSignIn(), clock.instant());
  }

  private Div menu(AccountRow row) {
    if (row.state() == AccountState.DEACTIVATED) {
      return new Div();
    }
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    var more = bar.addItem(Texts.get("staff.menu"));
    more.setAriaLabel(Texts.get("staff.menu.of", row.name().full()));
    more.getSubMenu().addItem(Texts.get("staff.reissue"), click -> confirmReissue(row));
    if (!row.accountId().equals(SignedInUser.require().accountId())) {
      more.getSubMenu().addItem(Texts.get("staff.deactivate"), click -> askDeactivation(row));
    }
    return new Div(bar);
  }

  private void load() {
    gateways.ask(
        new ListAccounts(new FacilityId(facility)),
        Accounts.class,
        answer -> {
          accounts = answer.accounts();
          showFiltered();
        });
  }

  private void showFiltered() {
    String key = SearchKey.of(filter.getValue());
    List<AccountRow> shown =
        accounts.stream()
            .filter(row ->
                key.isEmpty()
                    || SearchKey.of(row.name().full()).contains(key)
                    || SearchKey.kana(row.name().kana()).contains(SearchKey.kana(filter.getValue()))
                    || row.loginId().value().contains(filter.getValue().strip()))
            .toList();
    grid.setItems(shown);
    count.setText(Texts.get("staff.count", shown.size()));
  }

  private void issue() {
    new IssueAccountDialog(
            gateways,
            new FacilityId(facility),
            clock.millis(),
            () -> Later.refresh(this, this::load))
        .open();
  }

  private void confirmReissue(AccountRow row) {
    ConfirmDialog dialog =
        new ConfirmDialog(
            Texts.get("staff.reissue.title", row.name().full()),
            Texts.get("staff.reissue.text"),
            Texts.get("staff.reissue.confirm"),
            confirmed -> reissue(row));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.open();
  }

  private void reissue(AccountRow row) {
    Secret secret = Secrets.oneTimePassword();
    gateways.send(
        new ReissueCredential(row.accountId(), row.facilityId(), secret),
        () -> {
          new OneTimePasswordDialog(row.name().full(), row.loginId().value(), secret).open();
          Later.refresh(this, this::load);
        });
  }

  private void askDeactivation(AccountRow row) {
    DeactivationDialog.ask(
        gateways,
        row.facilityId(),
        row.accountId(),
        row.name().full(),
        () -> Later.refresh(this, this::load));
  }
}
