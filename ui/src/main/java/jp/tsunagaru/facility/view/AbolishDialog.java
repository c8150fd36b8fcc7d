package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetFacilityLeavingEffect;
import jp.tsunagaru.facility.command.AbolishFacility;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** 廃止の手続き of the city (第10条): what ends, for how many, and that it cannot be undone. */
final class AbolishDialog extends Dialog {
  private final transient Gateways gateways;
  private final transient FacilitySheet sheet;
  private final transient Runnable abolished;
  private final TextArea arrangement = new TextArea(Texts.get("abolition.arrangement"));
  private final Button submit = new Button(Texts.get("abolition.abolish"), click -> submit());

  private AbolishDialog(
      Gateways gateways,
      FacilitySheet sheet,
      FacilityLeavingEffect effect,
      long users,
      Runnable abolished) {
    this.gateways = gateways;
    this.sheet = sheet;
    this.abolished = abolished;
    setHeaderTitle(Texts.get("abolition.abolish.title", sheet.content().profile().name()));
    setWidth("min(680px, 98vw)");
    addClassName("sheet");
    setCloseOnOutsideClick(false);
    Paragraph forGood = new Paragraph(Texts.get("abolition.abolish.forGood"));
    forGood.addClassName("attention-box");
    arrangement.setWidthFull();
    arrangement.setMinRows(3);
    arrangement.setMaxLength(AbolishFacility.LONGEST_ARRANGEMENT);
    arrangement.setHelperText(Texts.get("abolition.arrangement.help"));
    needArrangement(effect.last() + effect.stopped() > 0);
    add(
        new Paragraph(Texts.get("abolition.abolish.users", users)),
        new LeavingFacts(effect),
        arrangement,
        forGood);
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    submit.setDisableOnClick(true);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), submit);
  }

  static void ask(Gateways gateways, FacilitySheet sheet, Runnable abolished) {
    gateways.ask(
        new GetFacilityLeavingEffect(sheet.facilityId()),
        FacilityLeavingEffect.class,
        effect ->
            gateways.ask(
                new ListAccounts(sheet.facilityId()),
                Accounts.class,
                accounts ->
                    new AbolishDialog(
                            gateways,
                            sheet,
                            effect,
                            accounts.accounts().stream()
                                .filter(row -> row.state() != AccountState.DEACTIVATED)
                                .count(),
                            abolished)
                        .open()));
  }

  private void needArrangement(boolean needed) {
    arrangement.setVisible(needed);
    arrangement.setRequiredIndicatorVisible(needed);
  }

  private void submit() {
    submit.setEnabled(true);
    if (arrangement.isVisible() && arrangement.getValue().isBlank()) {
      arrangement.setErrorMessage(Texts.get("abolition.arrangement.missing"));
      arrangement.setInvalid(true);
      arrangement.focus();
      return;
    }
    gateways.send(
        new AbolishFacility(sheet.facilityId(), sheet.version(), arrangement.getValue()),
        () -> {
          close();
          Refusals.done(Texts.get("abolition.abolish.done", sheet.content().profile().name()));
          abolished.run();
        },
        this::refused);
  }

  /** Somebody may have left a team after this dialog was opened. */
  private void refused(Throwable failure) {
    if (Refusals.is(failure, RefusalCode.PATIENTS_LEFT)) {
      needArrangement(true);
      arrangement.setErrorMessage(Refusals.find(failure).map(Refusals::sentence).orElse(""));
      arrangement.setInvalid(true);
    } else {
      Refusals.show(failure);
    }
  }
}
