package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** What becomes of the patients of a facility that leaves (PF-13): numbers, and who knows more. */
final class LeavingFacts extends Div {
  LeavingFacts(FacilityLeavingEffect effect) {
    add(new Paragraph(Texts.get("leaving.patients", effect.patients())));
    if (effect.last() + effect.stopped() + effect.retained() == 0) {
      Paragraph none = new Paragraph(Texts.get("leaving.none"));
      none.addClassName("good-box");
      add(none);
    }
    line("leaving.last", effect.last(), true);
    if (!effect.inCharge().isEmpty()) {
      UnorderedList people = new UnorderedList();
      effect
          .inCharge()
          .forEach(person ->
              people.add(
                  new ListItem(
                      Texts.get(
                          "leaving.inCharge",
                          person.name(),
                          Names.of(person.profession()),
                          person.patients()))));
      add(new Paragraph(Texts.get("leaving.names")), people);
    }
    line("leaving.stopped", effect.stopped(), true);
    line("leaving.retained", effect.retained(), false);
    line("leaving.others", effect.patients() - effect.last() - effect.stopped(), false);
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
