package jp.tsunagaru.form.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.tsunagaru.form.query.Forms;
import jp.tsunagaru.form.query.ListForms;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The forms of another record of the same person, to be opened there (PT-09). Asked for by
 * themselves: that record's own team decides, and its own history keeps who looked.
 */
final class OtherForms extends Div {
  private final Gateways gateways;
  private final LinkedRecord record;
  private final LocalDate today;
  private final Consumer<FormAddress> open;
  private @Nullable Forms shown;

  OtherForms(Gateways gateways, LinkedRecord record, LocalDate today, Consumer<FormAddress> open) {
    this.gateways = gateways;
    this.record = record;
    this.today = today;
    this.open = open;
    addClassName("other-forms");
  }

  void load() {
    gateways.ask(
        new ListForms(record.patientId()),
        Forms.class,
        this::show,
        // Who lost sight of that record goes on with this one.
        failure -> removeAll());
  }

  private void show(Forms found) {
    if (found.equals(shown)) {
      return;
    }
    shown = found;
    removeAll();
    add(new H3(Texts.get("form.list.other", record.facility())));
    if (found.forms().isEmpty()) {
      add(new Paragraph(Texts.get("form.list.other.none")));
    } else {
      add(new Paragraph(Texts.get("form.list.other.explained")));
      add(new FormList(new Forms(found.forms(), false, false), today, open));
    }
  }
}
