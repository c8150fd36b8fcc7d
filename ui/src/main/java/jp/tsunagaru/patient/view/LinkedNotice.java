package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.UnmergePatients;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** Says that this page shows two records of one person, and takes that back (PT-09). */
final class LinkedNotice extends Div {
  private final Gateways gateways;
  private final Runnable changed;

  LinkedNotice(Gateways gateways, Runnable changed) {
    this.gateways = gateways;
    this.changed = changed;
  }

  void show(PatientDetails patient) {
    removeAll();
    patient.linked().forEach(other -> add(notice(patient, other)));
  }

  private Div notice(PatientDetails patient, LinkedRecord other) {
    Span text =
        new Span(
            Texts.get(
                other.main() ? "patient.merged.under" : "patient.merged.above",
                other.facility(),
                DateTexts.date(DateTexts.day(other.registeredAt()))));
    Anchor open =
        new Anchor(
            PatientNavigation.address(other.patientId()),
            Texts.get(other.main() ? "patient.merged.openMain" : "patient.merged.openOther"));
    open.addClassName("linked-open");
    Div notice = new Div(VaadinIcon.CONNECT_O.create(), text, open);
    if (patient.rights().contains(Right.MANAGE_TEAM)) {
      Button apart = new Button(Texts.get("patient.unmerge"), click -> ask(patient, other));
      apart.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      notice.add(apart);
    }
    notice.addClassName("linked-notice");
    return notice;
  }

  private void ask(PatientDetails patient, LinkedRecord other) {
    PatientId under = other.main() ? patient.patientId() : other.patientId();
    PatientId main = other.main() ? other.patientId() : patient.patientId();
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("patient.unmerge.question", patient.basicInfo().fullName()));
    dialog.add(
        new Paragraph(Texts.get("patient.unmerge.explained")),
        new Paragraph(Texts.get("patient.unmerge.needs")));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("patient.unmerge"));
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new UnmergePatients(under, main, "TAKEN_BACK"),
            () -> {
              Refusals.done(Texts.get("patient.unmerged"));
              changed.run();
            }));
    dialog.open();
  }
}
