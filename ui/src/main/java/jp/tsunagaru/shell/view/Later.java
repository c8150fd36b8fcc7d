package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.Component;

/** Does something a moment later without a waiting thread: the browser keeps the time. */
public final class Later {
  private static final int SOON = 400;
  private static final int SURELY = 1500;

  private Later() {}

  public static void run(Component component, int millis, Runnable action) {
    component
        .getElement()
        .executeJs("return new Promise(done => setTimeout(done, $0))", millis)
        .then(done -> action.run());
  }

  /**
   * Reads again after a command: lists follow their events within moments, and the person who
   * changed something wants to see it changed.
   */
  public static void refresh(Component component, Runnable load) {
    run(component, SOON, load);
    run(component, SURELY, load);
  }
}
