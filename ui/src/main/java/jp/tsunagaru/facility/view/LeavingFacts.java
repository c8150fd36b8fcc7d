package jp.tsunagaru.account.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetFacilityLeavingEffect;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** What becomes of the patients of a facility that leaves (PF-13): numbers, and who knows more. */
final class FacilityLeavingDialog extends Dialog {
  private final transient Gateways gateways;
  private final FacilityId facilityId;

  FacilityLeavingDialog(Gateways gateways, FacilityId facilityId) {
    this.gateways = gateways;
    this.facilityId = facilityId;
    setHeaderTitle(Texts.get("staff.leaving.title"));
    setWidth("min(640px, 98vw)");
    addClassName("sheet");
    getFooter().add(new Button(Texts.get("action.close"), click -> close()));
  }

  void show() {
    gateways.ask(
        new GetFacilityLeavingEffect(facilityId),
        FacilityLeavingEffect.class,
        effect -> {
          fill(effect);
          open();
        });
  }

  private void fill(FacilityLeavingEffect effect) {
    add(new Paragraph(Texts.get("staff.leaving.patients", effect.patients())));
    if (effect.last() + effect.stopped() + effect.retained() == 0) {
      Paragraph none = new Paragraph(Texts.get("staff.leaving.none"));
      none.addClassName("good-box");
      add(none);
    }
    line("staff.leaving.last", effect.last(), true);
    if (!effect.inCharge().isEmpty()) {
      UnorderedList people = new UnorderedList();
      effect
          .inCharge()
          .forEach(person ->
              people.add(
                  new ListItem(
                      Texts.get(
                          "staff.leaving.inCharge",
                          person.name(),
                          Names.of(person.profession()),
                          person.patients()))));
      add(new Paragraph(Texts.get("staff.leaving.names")), people);
    }
    line("staff.leaving.stopped", effect.stopped(), true);
    line("staff.leaving.retained", effect.retained(), false);
    line("staff.leaving.others", effect.patients() - effect.last() - effect.stopped(), false);
  }

  private void line(String key, int patients, boolean needsSomething) {
    if (patients == 0) {
      return;
    }
    Div line = new Div(new H3(Texts.get(key, patients)), new Span(Texts.get(key + ".what")));
    line.addClassName("leaving-line");
    if (needsSomething) {
      line.addClassName("attention-box");
    }
    add(line);
  }
}
