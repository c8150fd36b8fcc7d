package jp.tsunagaru.support.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.query.ListSupportTasks;
import jp.tsunagaru.support.query.SupportTask;
import jp.tsunagaru.support.query.SupportTasks;
import org.jspecify.annotations.Nullable;

/** TM-09: a line for each request that waits for the reader, above the list of patients. */
public final class SupportTaskBox extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private @Nullable SupportTasks shown;

  public SupportTaskBox(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassName("order-tasks");
  }

  /**
   * @param then told which patients have something waiting; nobody when that cannot be told
   */
  public void load(Consumer<Set<PatientId>> then) {
    gateways.ask(
        new ListSupportTasks(),
        SupportTasks.class,
        found -> {
          show(found);
          then.accept(
              found.tasks().stream()
                  .map(SupportTask::patientId)
                  .collect(Collectors.toUnmodifiableSet()));
        },
        failure -> then.accept(Set.of()));
  }

  private void show(SupportTasks found) {
    if (found.equals(shown)) {
      return;
    }
    shown = found;
    removeAll();
    LocalDate today = LocalDate.now(clock);
    found.tasks().forEach(task -> add(line(task, today)));
  }

  private static Anchor line(SupportTask task, LocalDate today) {
    Span words =
        new Span(
            Texts.get(
                task.toAnswer() ? "support.task.answer" : "support.task.decide",
                task.patientName(),
                Texts.of("support.kind", task.kind()),
                task.facility()));
    Anchor line = new Anchor("/patients/" + task.patientId().value() + "?kind=SUPPORT", "");
    line.add(VaadinIcon.COMMENTS_O.create(), words);
    LocalDate due = task.dueOn();
    if (due != null && task.toAnswer()) {
      boolean late = due.isBefore(today);
      Span by =
          new Span(
              Texts.get(late ? "support.task.late" : "support.task.due", DateTexts.shortDate(due)));
      by.addClassNames("state-chip", late ? "state-bad" : "state-wait");
      line.add(by);
    }
    line.addClassNames("attention-box", "order-task");
    return line;
  }
}
