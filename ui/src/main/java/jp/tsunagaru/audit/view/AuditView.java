package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagaru.access.query.ExplainedAccess;
import jp.tsunagaru.access.query.ReplayAccessReasons;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.AuditSubject;
import jp.tsunagaru.audit.query.AuditSubjects;
import jp.tsunagaru.audit.query.FindAuditSubjects;
import jp.tsunagaru.audit.query.GetProofState;
import jp.tsunagaru.audit.query.ProofState;
import jp.tsunagaru.audit.query.ReplayAccess;
import jp.tsunagaru.careteam.view.AccessChain;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** 監査: replays who saw and did what, step by step, each with its ground. */
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed("CITY_AUDITOR")
public class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final int PAGE = 500;
  private static final int MOST_PAGES_AT_ONCE = 20;

  private final transient Gateways gateways;
  private final LocalDate today;
  private final SubjectSearch search;
  private final JapaneseDatePicker from = new JapaneseDatePicker(Texts.get("audit.from"));
  private final JapaneseDatePicker to = new JapaneseDatePicker(Texts.get("audit.to"));
  private final Div replay = new Div();
  private final H2 subject = new H2();
  private final Span total = new Span();
  private final DensityBar density = new DensityBar(this::jump);
  private final Player player = new Player(this::goTo);
  private final Grid<AccessStep> grid = new Grid<>();
  private final StepDetail detail;
  private final ProofLine proof = new ProofLine();
  private final Button more = new Button(Texts.get("action.more"), click -> loadMore(() -> {}));
  private final transient List<AccessStep> steps = new ArrayList<>();
  private AuditState state;
  private long last;
  private boolean hasMore;
  private int selected = -1;

  public AuditView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.detail = new StepDetail(gateways, this::why);
    this.today = LocalDate.now(clock);
    this.state = new AuditState(AuditScope.PATIENT, "", AuditPeriod.lastDays(today, 30), 0);
    this.search = new SubjectSearch(gateways, this::choose);
    addClassNames("page", "audit");
    add(watched(), proof, new H1(Texts.get("audit.title")), scopeCard(), replay);
    arrangeReplay();
    gateways.ask(new GetProofState(), ProofState.class, proof::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("audit.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state = AuditState.of(event.getLocation().getQueryParameters(), today);
    search.show(state.scope());
    from.setValue(state.period().from());
    to.setValue(state.period().to());
    replay.setVisible(!state.id().isEmpty());
    if (!state.id().isEmpty()) {
      nameSubject();
      start();
    }
  }

  private static Div watched() {
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
              click -> period(AuditPeriod.lastDays(today, days)));
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
    Div card = new Div(search, period);
    card.addClassNames("card", "audit-scope");
    return card;
  }

  private void arrangeReplay() {
    total.addClassName("muted");
    Div head = new Div(subject, total);
    head.addClassName("page-head");
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT);
    grid.setEmptyStateText(Texts.get("audit.empty"));
    grid.addColumn(step -> DateTexts.exact(step.at()))
        .setHeader(Texts.get("audit.when"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(AuditView::actor).setHeader(Texts.get("audit.actor")).setFlexGrow(2);
    grid.addComponentColumn(AuditView::action).setHeader(Texts.get("audit.action")).setFlexGrow(3);
    grid.asSingleSelect()
        .addValueChangeListener(change -> {
          if (change.isFromClient() && change.getValue() != null) {
            player.pause();
            goTo(steps.indexOf(change.getValue()));
          }
        });
    Div list = new Div(grid, more);
    list.addClassName("audit-list");
    Div columns = new Div(list, detail);
    columns.addClassName("audit-columns");
    replay.addClassName("audit-replay");
    replay.add(head, density, player, columns);
    replay.setVisible(false);
  }

  private static Div actor(AccessStep step) {
    Span hat = new Span(String.join(" ", step.facility(), Names.profession(step.profession())));
    hat.addClassName("muted");
    Div lines = new Div(new Span(StepTexts.actor(step)), hat);
    lines.addClassName("two-lines");
    return lines;
  }

  private static Div action(AccessStep step) {
    Div row = new Div(new Span(StepTexts.action(step)));
    if (!step.patientId().isEmpty()) {
      Span patient = new Span(StepTexts.patient(step));
      patient.addClassName("muted");
      row.add(patient);
    }
    step.marks().forEach(mark -> row.add(StepTexts.mark(mark)));
    row.addClassName("row");
    return row;
  }

  private void choose(AuditSubject chosen) {
    search.clearResults();
    visit(new AuditState(chosen.scope(), chosen.id(), state.period(), 0));
  }

  private void period(AuditPeriod period) {
    visit(new AuditState(state.scope(), state.id(), period, 0));
  }

  private void periodChanged() {
    LocalDate first = from.getValue();
    LocalDate end = to.getValue();
    if (first != null && end != null && !end.isBefore(first)) {
      period(new AuditPeriod(first, end));
    }
  }

  private static void visit(AuditState next) {
    UI.getCurrent().navigate(next.location().getPath(), next.location().getQueryParameters());
  }

  private void nameSubject() {
    subject.setText(state.id());
    gateways.ask(
        new FindAuditSubjects(state.scope(), state.id()),
        AuditSubjects.class,
        answer ->
            answer.subjects().stream()
                .filter(found -> found.id().equals(state.id()))
                .findFirst()
                .ifPresent(found ->
                    subject.setText(
                        Texts.get(
                            "audit.subject.shown",
                            Texts.of("auditScope", found.scope()),
                            found.name(),
                            found.detail()))));
  }

  private void start() {
    player.pause();
    steps.clear();
    selected = -1;
    last = 0;
    hasMore = false;
    detail.clear();
    long wanted = state.step();
    load(answer -> {
      total.setText(Texts.get("audit.total", answer.total()));
      density.show(state.period(), answer.density());
      if (!steps.isEmpty()) {
        goTo(wanted == 0 ? 0 : indexAt(wanted));
      }
    });
  }

  private void load(Consumer<AccessReplay> then) {
    gateways.ask(
        new ReplayAccess(
            state.scope(), state.id(), state.period().start(), state.period().end(), last, PAGE),
        AccessReplay.class,
        answer -> {
          steps.addAll(answer.steps());
          last = answer.last();
          hasMore = answer.more();
          grid.setItems(steps);
          more.setVisible(hasMore);
          player.show(selected, steps.size());
          then.accept(answer);
        });
  }

  private void loadMore(Runnable then) {
    if (hasMore) {
      load(answer -> then.run());
    }
  }

  private void goTo(int index) {
    if (index >= steps.size() && hasMore) {
      loadMore(() -> goTo(index));
      return;
    }
    if (index < 0 || index >= steps.size()) {
      player.pause();
      return;
    }
    selected = index;
    AccessStep step = steps.get(index);
    grid.select(step);
    grid.scrollToIndex(Math.max(0, index - 3));
    detail.show(step);
    density.point(step.at());
    player.show(index, steps.size());
    if (index + 1 < steps.size()) {
      player.waitFor(Duration.between(step.at(), steps.get(index + 1).at()));
    } else {
      player.waitFor(Duration.ZERO);
    }
    state = state.at(step.position());
    UI.getCurrent().getPage().getHistory().replaceState(null, state.location());
  }

  /** By the events up to that very moment; this question is recorded like any other. */
  private void why(AccessStep step) {
    DocumentId document =
        step.documents().size() == 1 ? step.documents().keySet().iterator().next() : null;
    gateways.ask(
        new ReplayAccessReasons(
            new PatientId(step.patientId()), new AccountId(step.accountId()), document, step.at()),
        ExplainedAccess.class,
        explained -> {
          Dialog dialog = new Dialog();
          dialog.setHeaderTitle(Texts.get("audit.why.at", DateTexts.exact(step.at())));
          dialog.setWidth("min(640px, 96vw)");
          dialog.addClassName("sheet");
          dialog.add(new AccessChain(explained, StepTexts.actor(step), document != null));
          dialog.getFooter().add(new Button(Texts.get("action.close"), click -> dialog.close()));
          dialog.open();
        });
  }

  private int indexAt(long position) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).position() >= position) {
        return i;
      }
    }
    return 0;
  }

  private void jump(Instant at) {
    player.pause();
    jump(at, MOST_PAGES_AT_ONCE);
  }

  private void jump(Instant at, int pagesLeft) {
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).at().isBefore(at)) {
        goTo(i);
        return;
      }
    }
    if (hasMore && pagesLeft > 0) {
      loadMore(() -> jump(at, pagesLeft - 1));
    }
  }
}
