package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;

/** Leaves out the columns that a phone has no room for. */
public final class WideOnly {
  private static final int NARROW = 768;

  private WideOnly() {}

  public static void columns(Grid<?> grid, List<? extends Grid.Column<?>> columns) {
    grid.addAttachListener(attached -> {
      var page = attached.getUI().getPage();
      show(columns, page.getExtendedClientDetails().getWindowInnerWidth());
      var listening =
          page.addBrowserWindowResizeListener(resized -> show(columns, resized.getWidth()));
      grid.addDetachListener(detached -> {
        listening.remove();
        detached.unregisterListener();
      });
    });
  }

  private static void show(List<? extends Grid.Column<?>> columns, int width) {
    // A negative width is one that the browser has not told yet.
    columns.forEach(column -> column.setVisible(width < 0 || width >= NARROW));
  }
}
