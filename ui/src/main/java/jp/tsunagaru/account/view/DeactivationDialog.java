package jp.tsunagaru.account.view;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.careteam.query.GetLeavingEffect;
import jp.tsunagaru.careteam.query.LeavingEffect;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** Stops an account, after it was said whose last member leaves (第11条1, PF-13). */
final class DeactivationDialog {
  private DeactivationDialog() {}

  static void ask(
      Gateways gateways, FacilityId facilityId, AccountId accountId, String name, Runnable done) {
    gateways.ask(
        new GetLeavingEffect(facilityId, accountId),
        LeavingEffect.class,
        effect ->
            confirm(
                effect,
                name,
                () ->
                    gateways.send(
                        new DeactivateAccount(accountId, facilityId, "LEFT"),
                        () -> {
                          Refusals.done(Texts.get("staff.deactivated", name));
                          done.run();
                        })));
  }

  private static void confirm(LeavingEffect effect, String name, Runnable confirmed) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("staff.deactivate.title", name));
    dialog.add(new Paragraph(Texts.get("staff.deactivate.text")));
    if (effect.patients() > 0) {
      dialog.add(new Paragraph(Texts.get("staff.deactivate.patients", effect.patients())));
    }
    if (effect.lastOfFacility() > 0) {
      Paragraph last =
          new Paragraph(
              Texts.get(
                  effect.lastOfAll() > 0 ? "staff.deactivate.lastOfAll" : "staff.deactivate.last",
                  effect.lastOfFacility(),
                  effect.lastOfAll()));
      last.addClassName("attention-box");
      dialog.add(last, new Paragraph(Texts.get("staff.deactivate.before")));
    }
    dialog.setConfirmText(Texts.get("staff.deactivate.confirm"));
    dialog.addConfirmListener(click -> confirmed.run());
    dialog.setConfirmButtonTheme("error primary");
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.open();
  }
}
