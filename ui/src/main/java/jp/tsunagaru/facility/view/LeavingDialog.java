package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetFacilityLeavingEffect;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** Looks before anything is decided (PF-13). */
final class LeavingDialog {
  private LeavingDialog() {}

  static void show(Gateways gateways, FacilityId facilityId) {
    gateways.ask(
        new GetFacilityLeavingEffect(facilityId),
        FacilityLeavingEffect.class,
        effect -> {
          Dialog dialog = new Dialog(Texts.get("leaving.title"));
          dialog.setWidth("min(640px, 98vw)");
          dialog.addClassName("sheet");
          dialog.add(new LeavingFacts(effect));
          dialog.getFooter().add(new Button(Texts.get("action.close"), click -> dialog.close()));
          dialog.open();
        });
  }
}
