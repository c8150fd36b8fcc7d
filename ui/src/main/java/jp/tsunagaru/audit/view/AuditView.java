package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.AuditSubject;
import jp.tsunagaru.audit.query.AuditSubjects;
import jp.tsunagaru.audit.query.FindAuditSubjects;
import jp.tsunagaru.audit.query.GetProofState;
import jp.tsunagaru.audit.query.ProofState;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** 監査: who saw and did what, as a list and step by step, each with its ground (C-08). */
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed("CITY_AUDITOR")
public class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Gateways gateways;
  private final LocalDate today;
  private final SubjectSearch search;
  private final JapaneseDatePicker from = new JapaneseDatePicker(Texts.get("audit.from"));
  private final JapaneseDatePicker to = new JapaneseDatePicker(Texts.get("audit.to"));
  private final FilterBar filters =
      new FilterBar(
          (kind, action, result, mark) -> visit(this.state.with(kind, action, result, mark)));
  private final Div chips = new Div();
  private final Tab listTab = new Tab(Texts.get("audit.tab.list"));
  private final Tab replayTab = new Tab(Texts.get("audit.tab.replay"));
  private final Tabs tabs = new Tabs(listTab, replayTab);
  private final Div content = new Div();
  private final Button file;
  private final HistoryList list;
  private final ProofLine proof = new ProofLine();
  private final transient Map<String, AuditSubject> named = new HashMap<>();
  private AuditState state;

  AuditView(Gateways gateways, Clock clock, AccessFiles files) {
    this.gateways = gateways;
    this.today = LocalDate.now(clock);
    this.state = AuditState.usual(today);
    this.search = new SubjectSearch(gateways, this::choose);
    this.list =
        new HistoryList(
            gateways, cursor -> visit(state.page(cursor)), step -> visit(state.at(step.eventId())));
    this.file = files.button(() -> this.state.filter());
    addClassNames("page", "audit");
    chips.addClassName("row");
    tabs.addSelectedChangeListener(change -> {
      if (change.isFromClient()) {
        visit(change.getSelectedTab() == replayTab ? state.at("") : state.list());
      }
    });
    add(
        watched(),
        proof,
        new LogReviewLine(gateways),
        new AttestationLine(gateways),
        new H1(Texts.get("audit.title")),
        scopeCard(),
        chips,
        tabs,
        content);
    gateways.ask(new GetProofState(), ProofState.class, proof::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("audit.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state = AuditState.of(event.getLocation().getQueryParameters(), today);
    search.show(state.searching());
    from.setValue(state.period().from());
    to.setValue(state.period().to());
    filters.show(state);
    showChips();
    tabs.setSelectedTab(state.replay() ? replayTab : listTab);
    tabs.setVisible(state.asks());
    content.removeAll();
    if (!state.asks()) {
      Div empty =
          new Div(
              new Span(Texts.get("audit.start")),
              new Button(Texts.get("audit.wholeCity"), click -> visit(state.wholeCity())));
      empty.addClassName("empty");
      content.add(empty);
    } else if (state.replay()) {
      content.add(new ReplayPanel(gateways, state));
    } else {
      content.add(new Div(file), list);
      list.load(state);
    }
  }

  /** Whoever looks here is recorded too, and is told so. */
  static Div watched() {
    SignedInUser user = SignedInUser.require();
    Div line =
        new Div(
            Texts.get(
                "audit.watched",
                user.displayName(),
                user.facilityName(),
                Names.roles(user.roles())));
    line.addClassNames("attention-box", "small");
    return line;
  }

  private Div scopeCard() {
    Div presets = new Div();
    presets.addClassName("row");
    for (int days : List.of(1, 7, 30, 90, 365)) {
      Button preset =
          new Button(
              Texts.get("audit.preset." + days),
              click -> visit(state.with(AuditPeriod.lastDays(today, days))));
      preset.addThemeVariants(ButtonVariant.LUMO_SMALL);
      presets.add(preset);
    }
    from.setMax(today);
    to.setMax(today);
    from.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        periodChanged();
      }
    });
    to.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        periodChanged();
      }
    });
    Div period = new Div(from, to, presets);
    period.addClassNames("row", "baseline");
    Div card = new Div(search, period, filters);
    card.addClassNames("card", "audit-scope");
    return card;
  }

  /** Each subject that narrows, with its name; a click lets it go. */
  private void showChips() {
    chips.removeAll();
    state
        .subjects()
        .forEach((scope, id) -> {
          Button chip = new Button(VaadinIcon.CLOSE_SMALL.create());
          chip.setIconAfterText(true);
          chip.addClassName("subject-chip");
          chip.addClickListener(click -> visit(state.with(scope, "")));
          chip.setTooltipText(Texts.get("audit.subject.release"));
          AuditSubject known = named.get(id);
          chip.setText(known == null ? label(scope, id) : label(known));
          chips.add(chip);
          if (known == null && scope != AuditScope.DOCUMENT) {
            name(scope, id, chip);
          }
        });
  }

  private void name(AuditScope scope, String id, Button chip) {
    gateways.ask(
        new FindAuditSubjects(scope, id),
        AuditSubjects.class,
        answer ->
            answer.subjects().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .ifPresent(found -> {
                  named.put(id, found);
                  chip.setText(label(found));
                }));
  }

  private static String label(AuditScope scope, String id) {
    return Texts.get("audit.subject.id", Texts.of("auditScope", scope), id);
  }

  private static String label(AuditSubject found) {
    return Texts.get(
        "audit.subject.shown", Texts.of("auditScope", found.scope()), found.name(), found.detail());
  }

  private void choose(AuditSubject chosen) {
    search.clearResults();
    named.put(chosen.id(), chosen);
    visit(state.with(chosen.scope(), chosen.id()));
  }

  private void periodChanged() {
    LocalDate first = from.getValue();
    LocalDate end = to.getValue();
    if (first != null && end != null && !end.isBefore(first)) {
      visit(state.with(new AuditPeriod(first, end)));
    }
  }

  private static void visit(AuditState next) {
    UI.getCurrent().navigate(next.location().getPath(), next.location().getQueryParameters());
  }
}
