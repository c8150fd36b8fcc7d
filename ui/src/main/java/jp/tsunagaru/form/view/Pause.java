package jp.tsunagaru.form.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs something once nothing has happened for a while, as long as its component is on a page. */
final class Pause {
  private final Component component;
  private final Executor later;
  private final Runnable then;
  private int last;

  Pause(Component component, long milliseconds, Runnable then) {
    this.component = component;
    this.later = CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS);
    this.then = then;
  }

  /** Something happened: waiting begins anew. */
  void begin() {
    UI ui = UI.getCurrent();
    int number = ++last;
    later.execute(() -> {
      try {
        ui.access(() -> {
          if (number == last && component.isAttached()) {
            then.run();
          }
        });
      } catch (UIDetachedException closed) {
        // Nobody waits any more.
      }
    });
  }

  void end() {
    last++;
  }
}
