package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetFacilityLeavingEffect;
import jp.tsunagaru.facility.command.RequestAbolition;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 廃止の申請 (第10条), with what it will mean for the patients. */
final class AbolitionRequestDialog extends Dialog {
  private final transient Gateways gateways;
  private final transient FacilitySheet sheet;
  private final transient Runnable requested;
  private final WarekiField on = new WarekiField(Texts.get("abolition.on"));
  private final TextArea reason = new TextArea(Texts.get("field.reason"));
  private final Button submit = new Button(Texts.get("abolition.request"), click -> submit());

  private AbolitionRequestDialog(
      Gateways gateways, FacilitySheet sheet, FacilityLeavingEffect effect, Runnable requested) {
    this.gateways = gateways;
    this.sheet = sheet;
    this.requested = requested;
    setHeaderTitle(Texts.get("abolition.request.title"));
    setWidth("min(680px, 98vw)");
    addClassName("sheet");
    setCloseOnOutsideClick(false);
    on.setRequiredIndicatorVisible(true);
    reason.setWidthFull();
    reason.setMinRows(3);
    reason.setMaxLength(RequestAbolition.LONGEST_REASON);
    reason.setRequiredIndicatorVisible(true);
    reason.setErrorMessage(Texts.get("facility.reason.missing"));
    add(new Paragraph(Texts.get("abolition.request.text")), new LeavingFacts(effect), on, reason);
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), submit);
  }

  static void ask(Gateways gateways, FacilitySheet sheet, Runnable requested) {
    gateways.ask(
        new GetFacilityLeavingEffect(sheet.facilityId()),
        FacilityLeavingEffect.class,
        effect -> new AbolitionRequestDialog(gateways, sheet, effect, requested).open());
  }

  private void submit() {
    submit.setEnabled(true);
    on.setErrorMessage(Texts.get("abolition.on.missing"));
    on.setInvalid(on.isEmpty() || on.isUnreadable());
    reason.setInvalid(reason.getValue().isBlank());
    if (on.isInvalid() || reason.isInvalid()) {
      return;
    }
    gateways.send(
        new RequestAbolition(sheet.facilityId(), sheet.version(), on.getValue(), reason.getValue()),
        () -> {
          close();
          Refusals.done(Texts.get("abolition.request.done"));
          requested.run();
        },
        failure -> {
          if (Refusals.is(failure, RefusalCode.PAST_DATE)) {
            on.setErrorMessage(Refusals.find(failure).map(Refusals::sentence).orElse(""));
            on.setInvalid(true);
          } else {
            Refusals.show(failure);
          }
        });
  }
}
