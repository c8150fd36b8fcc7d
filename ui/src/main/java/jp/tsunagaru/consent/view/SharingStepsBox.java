package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.GetSharingSteps;
import jp.tsunagaru.patient.query.SharingSteps;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** 共有の経過: when it was stopped, at whose wish, and how it went on (PT-10). */
final class SharingStepsBox extends Div {
  SharingStepsBox(Gateways gateways, PatientId patientId) {
    addClassName("sharing-steps");
    setVisible(false);
    gateways.ask(new GetSharingSteps(patientId), SharingSteps.class, this::show);
  }

  private void show(SharingSteps found) {
    UnorderedList list = new UnorderedList();
    found.steps().forEach(step -> list.add(new ListItem(line(step))));
    removeAll();
    add(new H3(Texts.get("consent.steps")), list);
    setVisible(!found.steps().isEmpty());
  }

  private static String line(SharingSteps.Step step) {
    List<String> parts = new ArrayList<>();
    parts.add(DateTexts.moment(step.at()));
    parts.add(Texts.of("consent.step", step.kind()));
    for (EndReason reason : EndReason.values()) {
      if (reason.name().equals(step.endReason())) {
        parts.add(Texts.of("consent.endReason", reason));
      }
    }
    if (!step.requester().isEmpty()) {
      parts.add(
          step.relationship().isEmpty()
              ? Texts.get("consent.step.asked", step.requester())
              : Texts.get("consent.step.askedBy", step.requester(), step.relationship()));
    }
    for (RequestChannel channel : RequestChannel.values()) {
      if (channel.name().equals(step.channel())) {
        parts.add(Texts.of("consent.channel", channel));
      }
    }
    parts.add(
        step.facility().isEmpty()
            ? Texts.get("consent.step.by", step.by())
            : Texts.get("consent.step.byAt", step.by(), step.facility()));
    return String.join("　", parts);
  }
}
