package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** How busy each part of the period was; a part is a button that jumps there. */
class DensityBar extends Div {
  private final Div bars = new Div();
  private final Span from = new Span();
  private final Span to = new Span();
  private final transient Consumer<Instant> jump;
  private Instant start = Instant.EPOCH;
  private Instant end = Instant.EPOCH;

  DensityBar(Consumer<Instant> jump) {
    this.jump = jump;
    addClassName("density");
    bars.addClassName("density-bars");
    Div axis = new Div(from, to);
    axis.addClassNames("density-axis", "muted", "small");
    add(bars, axis);
  }

  void show(AuditPeriod period, List<Integer> density) {
    start = period.start();
    end = period.end();
    from.setText(DateTexts.shortDate(period.from()));
    to.setText(DateTexts.shortDate(period.to()));
    int most = density.stream().mapToInt(Integer::intValue).max().orElse(0);
    bars.removeAll();
    for (int part = 0; part < density.size(); part++) {
      int steps = density.get(part);
      Instant at = startOf(part, density.size());
      NativeButton bar = new NativeButton("", click -> jump.accept(at));
      bar.addClassName("density-bar");
      bar.setEnabled(steps > 0);
      int height = steps == 0 || most == 0 ? 0 : Math.max(6, steps * 100 / most);
      bar.getStyle().set("--height", height + "%");
      String title = Texts.get("audit.density.part", DateTexts.moment(at), steps);
      bar.getElement().setAttribute("title", title);
      bar.getElement().setAttribute("aria-label", title);
      bars.add(bar);
    }
  }

  /** Marks the part in which the current step lies. */
  void point(Instant at) {
    int parts = (int) bars.getChildren().count();
    long whole = Duration.between(start, end).toMillis();
    if (parts == 0 || whole <= 0) {
      return;
    }
    long done = Duration.between(start, at).toMillis();
    int here = (int) Math.clamp(done * parts / whole, 0L, parts - 1L);
    List<Component> all = bars.getChildren().toList();
    for (int part = 0; part < all.size(); part++) {
      all.get(part).getElement().getClassList().set("here", part == here);
    }
  }

  private Instant startOf(int part, int parts) {
    return start.plusMillis(Duration.between(start, end).toMillis() * part / parts);
  }
}
