package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagaru.access.query.ExplainedAccess;
import jp.tsunagaru.access.query.ReplayAccessReasons;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.ReplayAccess;
import jp.tsunagaru.careteam.view.AccessChain;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** The history step by step from the event store, each step with its ground. */
class ReplayPanel extends Div {
  private static final int PAGE = 500;
  private static final int MOST_PAGES_AT_ONCE = 20;

  private final transient Gateways gateways;
  private final Span total = new Span();
  private final DensityBar density = new DensityBar(this::jump);
  private final Player player = new Player(this::goTo, this::nextMark);
  private final Grid<AccessStep> grid = new Grid<>();
  private final StepDetail detail;
  private final StatePanel then;
  private final Button more = new Button(Texts.get("action.more"), click -> loadMore(() -> {}));
  private final transient List<AccessStep> steps = new ArrayList<>();
  private AuditState state;
  private boolean hasMore;
  private int selected = -1;

  ReplayPanel(Gateways gateways, AuditState state) {
    this.gateways = gateways;
    this.state = state;
    this.detail = new StepDetail(gateways, this::why);
    this.then = new StatePanel(gateways);
    total.addClassName("muted");
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT);
    grid.setEmptyStateText(Texts.get("audit.empty"));
    grid.addColumn(step -> DateTexts.exact(step.at()))
        .setHeader(Texts.get("audit.when"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(ReplayPanel::actor).setHeader(Texts.get("audit.actor")).setFlexGrow(2);
    grid.addComponentColumn(ReplayPanel::action)
        .setHeader(Texts.get("audit.action"))
        .setFlexGrow(3);
    grid.asSingleSelect()
        .addValueChangeListener(change -> {
          if (change.isFromClient() && change.getValue() != null) {
            player.pause();
            goTo(steps.indexOf(change.getValue()));
          }
        });
    Div list = new Div(grid, more);
    list.addClassName("audit-list");
    Div side = new Div(detail, then);
    side.addClassName("audit-side");
    Div columns = new Div(list, side);
    columns.addClassName("audit-columns");
    addClassName("audit-replay");
    add(total, density, player, columns);
    start();
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

  private void start() {
    String wanted = state.step();
    load(answer -> {
      total.setText(Texts.get("audit.total", answer.total()));
      density.show(state.period(), answer.density());
      if (!steps.isEmpty()) {
        find(
            step -> wanted.isEmpty() || step.eventId().equals(wanted),
            0,
            MOST_PAGES_AT_ONCE,
            () -> goTo(0));
      }
    });
  }

  private void load(Consumer<AccessReplay> then) {
    gateways.ask(
        new ReplayAccess(state.filter(), steps.isEmpty() ? null : steps.getLast().cursor(), PAGE),
        AccessReplay.class,
        answer -> {
          steps.addAll(answer.steps());
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
    // Each look is recorded: while it plays it would fill the history with itself.
    if (player.plays()) {
      then.waitFor(step);
    } else {
      then.show(step);
    }
    density.point(step.at());
    player.show(index, steps.size());
    if (index + 1 < steps.size()) {
      player.waitFor(Duration.between(step.at(), steps.get(index + 1).at()));
    } else {
      player.waitFor(Duration.ZERO);
    }
    state = state.at(step.eventId());
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

  private void jump(Instant at) {
    player.pause();
    find(step -> !step.at().isBefore(at), 0, MOST_PAGES_AT_ONCE, () -> {});
  }

  private void nextMark() {
    player.pause();
    find(
        step -> !step.marks().isEmpty(),
        selected + 1,
        MOST_PAGES_AT_ONCE,
        () -> Refusals.done(Texts.get("audit.noNextMark")));
  }

  private void find(Predicate<AccessStep> wanted, int from, int pagesLeft, Runnable otherwise) {
    for (int i = Math.max(0, from); i < steps.size(); i++) {
      if (wanted.test(steps.get(i))) {
        goTo(i);
        return;
      }
    }
    int searched = steps.size();
    if (hasMore && pagesLeft > 0) {
      loadMore(() -> find(wanted, searched, pagesLeft - 1, otherwise));
    } else {
      otherwise.run();
    }
  }
}
