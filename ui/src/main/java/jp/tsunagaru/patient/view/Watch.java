package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientChanges;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Sinks;

/**
 * Live changes for as long as a component is on the screen. Changes of a quarter of a second arrive
 * together, so that a burst costs one question.
 */
public final class Watch {
  private static final Duration QUIET = Duration.ofMillis(250);
  private static final int MOST = 500;

  private Watch() {}

  /**
   * @param refused told when watching is not allowed, which is decided like any other question
   */
  public static void of(
      Component component,
      QueryGateway queries,
      Object question,
      Consumer<List<PatientChange>> changed,
      Consumer<Throwable> refused) {
    UI ui = component.getUI().orElseGet(UI::getCurrent);
    SubscriptionQueryResult<PatientChanges, PatientChange> result =
        queries.subscriptionQuery(question, PatientChanges.class, PatientChange.class);
    Disposable.Composite running = Disposables.composite();
    running.add(
        result
            .updates()
            .bufferTimeout(MOST, QUIET)
            .subscribe(
                changes -> inside(ui, () -> changed.accept(changes)), failure -> end(result)));
    running.add(
        result
            .initialResult()
            .subscribe(
                nothing -> {},
                failure -> {
                  end(result);
                  inside(ui, () -> refused.accept(failure));
                }));
    component.addDetachListener(gone -> {
      gone.unregisterListener();
      running.dispose();
      end(result);
    });
  }

  private static void end(SubscriptionQueryResult<?, ?> result) {
    try {
      result.cancel();
    } catch (Sinks.EmissionException over) {
      // A refused watch was over already, and ending it twice is said to be a failure.
    }
  }

  private static void inside(UI ui, Runnable action) {
    try {
      ui.access(action::run);
    } catch (UIDetachedException closed) {
      // The page is gone; its detach listener ends the watch.
    }
  }
}
