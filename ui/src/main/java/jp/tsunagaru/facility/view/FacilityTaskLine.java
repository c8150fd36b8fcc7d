package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.facility.query.FacilityTasks;
import jp.tsunagaru.facility.query.FindFacilityTasks;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** On the city's desk: what waits of 第9条 and 第10条; nothing while nothing waits. */
final class FacilityTaskLine extends Div {
  FacilityTaskLine(Gateways gateways) {
    addClassName("log-review-line");
    gateways.ask(new FindFacilityTasks(), FacilityTasks.class, this::show);
  }

  private void show(FacilityTasks tasks) {
    if (tasks.changes() > 0) {
      add(new Span(Texts.get("facility.tasks.changes", tasks.changes())));
    }
    if (tasks.abolitions() > 0) {
      add(new Span(Texts.get("facility.tasks.abolitions", tasks.abolitions())));
    }
    if (getComponentCount() > 0) {
      addClassName("attention-box");
      add(new Anchor("/facilities", Texts.get("facility.tasks.open")));
    }
  }
}
