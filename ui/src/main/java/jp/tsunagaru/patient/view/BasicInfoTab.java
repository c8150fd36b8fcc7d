package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.query.BasicInfoHistory;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.GetBasicInfoHistory;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/** 基本情報: to read, and to correct. A faster colleague's values are shown beside the form. */
final class BasicInfoTab extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final Runnable corrected;
  private final Div beside = new Div();
  private PatientDetails patient;
  private boolean editing;

  BasicInfoTab(Gateways gateways, Clock clock, PatientDetails patient, Runnable corrected) {
    this.gateways = gateways;
    this.clock = clock;
    this.patient = patient;
    this.corrected = corrected;
    addClassName("tab-page");
    showFacts();
  }

  /** Somebody changed something: what is being typed here stays. */
  void show(PatientDetails newer) {
    if (!editing) {
      patient = newer;
      showFacts();
    }
  }

  private void showFacts() {
    editing = false;
    removeAll();
    Div actions = new Div();
    actions.addClassName("actions");
    if (patient.rights().contains(Right.EDIT_BASIC)) {
      Button edit = new Button(Texts.get("patient.basic.edit"), click -> edit());
      edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      actions.add(edit);
    }
    actions.add(new Button(Texts.get("patient.history"), click -> showHistory()));
    add(actions);
    add(new BasicInfoFacts(patient.basicInfo(), LocalDate.now(clock)));
  }

  private void showHistory() {
    gateways.ask(
        new GetBasicInfoHistory(patient.patientId()),
        BasicInfoHistory.class,
        history -> new BasicInfoHistoryDialog(history.versions()).open());
  }

  private void edit() {
    editing = true;
    BasicInfoForm form = new BasicInfoForm(clock);
    Button save = new Button(Texts.get("action.save"), click -> save(form));
    Button cancel = new Button(Texts.get("action.cancel"), click -> cancel());
    form.setValue(patient.basicInfo());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    beside.removeAll();
    Div actions = new Div(cancel, save);
    actions.addClassNames("row", "end", "form-actions");
    removeAll();
    add(beside, form, actions);
  }

  private void cancel() {
    showFacts();
    corrected.run();
  }

  private void save(BasicInfoForm form) {
    form.read()
        .ifPresent(info ->
            gateways.send(
                new CorrectBasicInfo(patient.patientId(), patient.version(), info),
                this::saved,
                failure -> notSaved(form, failure)));
  }

  private void saved() {
    long former = patient.version();
    Refusals.done(Texts.get("patient.basic.saved"));
    Soon.ask(
        gateways,
        new FindPatient(patient.patientId()),
        PatientDetails.class,
        found -> found.version() > former,
        found -> {
          patient = found;
          showFacts();
          corrected.run();
        },
        Refusals::show);
  }

  private void notSaved(BasicInfoForm form, Throwable failure) {
    if (Refusals.is(failure, RefusalCode.CONFLICT)) {
      gateways.ask(new FindPatient(patient.patientId()), PatientDetails.class, this::showBoth);
    } else {
      Refusals.find(failure).ifPresentOrElse(form::refused, () -> Refusals.show(failure));
    }
  }

  private void showBoth(PatientDetails newer) {
    patient = newer;
    BasicInfo theirs = newer.basicInfo();
    Div box =
        new Div(
            new H3(Texts.get("patient.basic.conflict")),
            new Paragraph(Texts.get("patient.basic.conflict.explained")),
            new BasicInfoFacts(theirs, LocalDate.now(clock)));
    box.addClassName("attention-box");
    beside.removeAll();
    beside.add(box);
    beside.getElement().callJsFunction("scrollIntoView");
  }
}
