package jp.tsunagaru.form.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.query.FindPrefill;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.Forms;
import jp.tsunagaru.form.query.GetForm;
import jp.tsunagaru.form.query.ListForms;
import jp.tsunagaru.form.query.Prefill;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Soon;
import org.jspecify.annotations.Nullable;

/**
 * 文書・様式: the list, one form to read, or one to fill in; the address says which (別紙1⑤, FM-01 …
 * FM-08).
 */
@StyleSheet("context://form.css")
public final class FormsTab extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final Consumer<QueryParameters> open;
  private final Consumer<Throwable> lost;
  private final List<OtherForms> others;
  private FormAddress shown = FormAddress.LIST;
  private @Nullable Forms listed;
  private int question;

  /**
   * @param linked other records of the same person, whose forms are listed too
   * @param open goes to another address of this tab
   * @param openOther goes to an address of this tab of another record
   * @param lost what to do when an answer does not come
   */
  public FormsTab(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      List<LinkedRecord> linked,
      QueryParameters address,
      Consumer<QueryParameters> open,
      BiConsumer<PatientId, QueryParameters> openOther,
      Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.open = open;
    this.lost = lost;
    LocalDate today = LocalDate.now(clock);
    this.others =
        linked.stream()
            .map(other ->
                new OtherForms(
                    gateways,
                    other,
                    today,
                    form -> openOther.accept(other.patientId(), form.write())))
            .toList();
    shown = FormAddress.read(address);
    load();
  }

  public void show(QueryParameters address) {
    FormAddress wanted = FormAddress.read(address);
    if (!wanted.equals(shown)) {
      shown = wanted;
      load();
    }
  }

  /** An open editor is left alone: who saves into a newer version is told so then. */
  public void changed(List<PatientChange> changes) {
    boolean concerned =
        changes.stream().anyMatch(change -> change.kind() == PatientChange.Kind.FORM);
    if (concerned && shown.equals(FormAddress.LIST)) {
      load();
    }
  }

  private void load() {
    int number = ++question;
    DocumentId form = shown.form();
    FormKind kind = shown.kind();
    if (kind != null) {
      gateways.ask(
          new FindPrefill(patientId, kind, LocalDate.now(clock), shown.copy()),
          Prefill.class,
          begun -> {
            if (number == question) {
              replace(
                  FormEditor.of(
                      gateways,
                      patientId,
                      begun,
                      shown.replaces(),
                      this::go,
                      this::kept,
                      this::leave));
            }
          },
          lost);
    } else if (form != null) {
      Soon.ask(
          gateways,
          new GetForm(patientId, form),
          FormSheet.class,
          sheet -> true,
          sheet -> {
            if (number == question) {
              replace(sheet(sheet));
            }
          },
          lost);
    } else {
      gateways.ask(
          new ListForms(patientId),
          Forms.class,
          forms -> {
            // What is there already stays: a click on its way would meet nothing any more.
            if (number == question && !forms.equals(listed)) {
              replace(new FormList(forms, LocalDate.now(clock), this::go));
              others.forEach(this::add);
              listed = forms;
            }
            if (number == question) {
              others.forEach(OtherForms::load);
            }
          },
          lost);
    }
  }

  private Div sheet(FormSheet sheet) {
    boolean isOpen = sheet.state() == FormState.DRAFT || sheet.state() == FormState.SUBMITTED;
    return isOpen && sheet.mayChange()
        ? FormEditor.of(gateways, patientId, sheet, this::leave)
        : new FormReader(gateways, patientId, sheet, this::go, this::leave);
  }

  private void replace(Div content) {
    listed = null;
    removeAll();
    add(content);
  }

  /** A reload opens what was saved, not another new form. */
  private void kept(DocumentId form) {
    shown = new FormAddress(form, null, false, null);
    UI ui = UI.getCurrent();
    Location here = ui.getInternals().getActiveViewLocation();
    ui.getPage().getHistory().replaceState(null, new Location(here.getPath(), shown.write()));
  }

  private void leave() {
    go(FormAddress.LIST);
  }

  private void go(FormAddress address) {
    open.accept(address.write());
  }
}
