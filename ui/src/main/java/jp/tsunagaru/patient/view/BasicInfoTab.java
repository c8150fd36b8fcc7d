package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.view.ClosingDialog;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.query.BasicInfoHistory;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.GetBasicInfoHistory;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/** 基本情報: to read, and to correct. A faster colleague's values are shown beside the form. */
final class BasicInfoTab extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final String cityName;
  private final Runnable corrected;
  private final Div beside = new Div();
  private final List<MergedBasicInfo> others;
  private PatientDetails patient;
  private boolean editing;

  /**
   * @param cityName as it stands in an address of the city
   */
  BasicInfoTab(
      Gateways gateways, Clock clock, String cityName, PatientDetails patient, Runnable corrected) {
    this.cityName = cityName;
    this.gateways = gateways;
    this.clock = clock;
    this.patient = patient;
    this.corrected = corrected;
    others =
        patient.linked().stream()
            .map(other -> new MergedBasicInfo(gateways, other, this::save))
            .toList();
    addClassName("tab-page");
    showFacts();
  }

  /**
   * Somebody changed something: what is being typed here stays, and what says the same, so that a
   * press on its way is not lost.
   */
  void show(PatientDetails newer) {
    if (!editing && !newer.equals(patient)) {
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
    actions.add(
        new Button(
            Texts.get("print.summary.action"),
            VaadinIcon.PRINT.create(),
            click -> SummaryPrinting.ask(gateways, clock, patient)));
    if (patient.rights().contains(Right.MANAGE_TEAM)
        && patient.sharing() == SharingState.SHARED
        && patient.linked().stream().noneMatch(LinkedRecord::main)) {
      actions.add(
          new Button(
              Texts.get("patient.merge"),
              click -> new MergeDialog(gateways, patient, corrected).open()));
    }
    add(actions);
    others.forEach(other -> {
      other.load(patient);
      add(other);
    });
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
    BasicInfoForm form = new BasicInfoForm(clock, cityName, false);
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

  /** A value of another record of the same person, taken over. */
  private void save(BasicInfo info) {
    gateways.send(
        new CorrectBasicInfo(patient.patientId(), patient.version(), info),
        this::saved,
        failure -> {
          Refusals.show(failure);
          corrected.run();
        });
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
          boolean movedOut = livesHere(patient.basicInfo()) && !livesHere(found.basicInfo());
          patient = found;
          showFacts();
          corrected.run();
          if (movedOut && found.sharing() == SharingState.SHARED) {
            askWhetherUseEnds(found);
          }
        },
        Refusals::show);
  }

  private boolean livesHere(BasicInfo info) {
    return BasicInfoForm.livesIn(cityName, info.address());
  }

  /** 第6条, PT-06: moving out ends use; the person at the screen decides. */
  private void askWhetherUseEnds(PatientDetails found) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("consent.closing.moved", cityName));
    dialog.setText(Texts.get("consent.closing.moved.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("consent.closing.moved.later"));
    dialog.setConfirmText(Texts.get("consent.closing.moved.go"));
    dialog.addConfirmListener(
        confirmed -> ClosingDialog.movedOut(gateways, clock, found, corrected).open());
    dialog.open();
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
