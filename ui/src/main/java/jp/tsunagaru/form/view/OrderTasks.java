package jp.tsunagaru.form.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.tsunagaru.form.query.EndingOrder;
import jp.tsunagaru.form.query.EndingOrders;
import jp.tsunagaru.form.query.ListEndingOrders;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** FM-08: a line for each order that ends soon, above the list of patients. */
public final class OrderTasks extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private @Nullable EndingOrders shown;

  public OrderTasks(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    addClassName("order-tasks");
  }

  public void load() {
    gateways.ask(new ListEndingOrders(), EndingOrders.class, this::show, failure -> {});
  }

  private void show(EndingOrders found) {
    if (found.equals(shown)) {
      return;
    }
    shown = found;
    removeAll();
    LocalDate today = LocalDate.now(clock);
    found.orders().forEach(order -> add(line(order, today)));
  }

  private static Anchor line(EndingOrder order, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, order.validTo());
    Span words =
        new Span(
            Texts.get(
                order.prepared() ? "form.task.prepared" : "form.task",
                order.patientName(),
                DateTexts.era(order.validTo()),
                days == 0 ? Texts.get("form.task.today") : Texts.get("form.task.days", days)));
    Anchor line = new Anchor("/patients/" + order.patientId().value() + "/forms", "");
    line.add(VaadinIcon.CLOCK.create(), words);
    line.addClassNames("attention-box", "order-task");
    return line;
  }
}
