package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.tsunagaru.patient.query.ConsentTasks;
import jp.tsunagaru.patient.query.ListConsentTasks;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** Above the list: patients who came of age and are to be asked themselves (PT-03). */
final class ConsentTaskBox extends Div {
  private final Gateways gateways;
  private List<ConsentTasks.Task> shown = List.of();

  ConsentTaskBox(Gateways gateways) {
    this.gateways = gateways;
    addClassName("consent-tasks");
  }

  void load() {
    gateways.ask(
        new ListConsentTasks(),
        ConsentTasks.class,
        found -> {
          if (!found.tasks().equals(shown)) {
            show(found.tasks());
          }
        });
  }

  private void show(List<ConsentTasks.Task> tasks) {
    shown = tasks;
    removeAll();
    setClassName("attention-box", !tasks.isEmpty());
    if (tasks.isEmpty()) {
      return;
    }
    add(new Span(Texts.get("patient.ofAge.title", tasks.size())));
    for (ConsentTasks.Task task : tasks) {
      Anchor link =
          new Anchor(
              PatientNavigation.address(task.patientId()) + "/" + PatientTab.CONSENT.path(),
              Texts.get("patient.ofAge.row", task.name(), DateTexts.date(task.since())));
      link.addClassName("linked-open");
      add(link);
    }
  }
}
