package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.List;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewFinding;
import jp.tsunagaru.audit.command.RecordReviewFinding;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.ReviewQuestion;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.command.ReportIncident;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** Concludes from an answer; an incident is reported first, by the same way as any other (第28条). */
class FindingDialog extends Dialog {
  private final transient Gateways gateways;
  private final transient Clock clock;
  private final transient LogReviewId reviewId;
  private final transient ReviewQuestion question;
  private final transient Runnable done;
  private final transient IncidentId incidentId = IncidentId.next();
  private final RadioButtonGroup<ReviewFinding> finding =
      new RadioButtonGroup<>(Texts.get("logReview.finding"));
  private final TextArea note = new TextArea(Texts.get("logReview.note"));
  private final Select<IncidentKind> kind = new Select<>();
  private final Div incident = new Div();

  FindingDialog(
      Gateways gateways,
      Clock clock,
      LogReviewId reviewId,
      ReviewQuestion question,
      Runnable done) {
    this.gateways = gateways;
    this.clock = clock;
    this.reviewId = reviewId;
    this.question = question;
    this.done = done;
    finding.setItems(ReviewFinding.values());
    finding.setItemLabelGenerator(each -> Texts.of("logReview.finding", each));
    finding.setValue(ReviewFinding.NO_PROBLEM);
    finding.addClassName("choices-down");
    finding.addValueChangeListener(change -> offerIncident());
    kind.setLabel(Texts.get("logReview.incident.kind"));
    kind.setItems(IncidentKind.values());
    kind.setItemLabelGenerator(each -> Texts.of("incident.kind", each));
    kind.setValue(IncidentKind.UNAUTHORISED_ACCESS);
    note.setMaxLength(1000);
    note.setRequired(true);
    note.setWidthFull();
    note.setMinHeight("7rem");
    note.setErrorMessage(Texts.get("logReview.words.missing"));
    Button record = new Button(Texts.get("logReview.finding.record"), click -> record());
    record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    setHeaderTitle(Texts.get("logReview.finding.do"));
    setWidth("min(640px, 98vw)");
    setCloseOnOutsideClick(false);
    addClassName("sheet");
    add(finding, incident, note);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), record);
  }

  private void offerIncident() {
    incident.removeAll();
    if (finding.getValue() == ReviewFinding.INCIDENT) {
      Paragraph explained = new Paragraph(Texts.get("logReview.incident.explained"));
      explained.addClassName("attention-box");
      incident.add(explained, kind);
    }
  }

  private void record() {
    note.setInvalid(note.getValue().isBlank());
    if (note.isInvalid()) {
      return;
    }
    try {
      if (finding.getValue() == ReviewFinding.INCIDENT) {
        gateways.send(report(), () -> conclude(incidentId));
      } else {
        conclude(null);
      }
    } catch (RuntimeException refused) {
      Refusals.show(refused);
    }
  }

  /** Sent again after a refusal of the finding it counts once. */
  private ReportIncident report() {
    AccessStep access = question.access();
    return new ReportIncident(
        incidentId,
        kind.getValue(),
        clock.instant(),
        access == null ? null : access.at(),
        List.of(),
        new IncidentContent(
            access == null
                ? Texts.get(
                    "logReview.incident.facility",
                    LogReviewTexts.period(reviewId.period()),
                    question.facility(),
                    note.getValue())
                : Texts.get(
                    "logReview.incident.access",
                    LogReviewTexts.period(reviewId.period()),
                    question.facility(),
                    access.eventId(),
                    note.getValue()),
            "",
            "",
            "log-review"));
  }

  private void conclude(@Nullable IncidentId reported) {
    gateways.send(
        new RecordReviewFinding(
            reviewId, question.questionId(), finding.getValue(), note.getValue(), reported),
        () -> {
          close();
          Refusals.done(Texts.get("logReview.finding.done"));
          done.run();
        });
  }
}
