package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** 困ったとき: whom to call, and whether somebody answers now (第13条2). */
class HelpDialog extends Dialog {
  HelpDialog(CityProperties city, Instant now, Runnable report) {
    setHeaderTitle(Texts.get("help.title"));
    addClassName("sheet");
    HelpDeskState state = HelpDeskState.at(now);
    Span open = new Span(state.word());
    open.addClassNames("state-chip", state.open() ? "state-good" : "state-quiet");
    Anchor phone = new Anchor("tel:" + city.helpDeskPhone(), city.helpDeskPhone());
    phone.addClassName("help-phone");
    Anchor mail = new Anchor("mailto:" + city.helpDeskEmail(), city.helpDeskEmail());
    add(
        new Paragraph(open, new Span(" " + state.sentence())),
        new Paragraph(phone),
        new Paragraph(mail),
        new Paragraph(Texts.get("help.hours")),
        new Paragraph(Texts.get("help.city", city.department(), city.departmentPhone())),
        new Paragraph(Texts.get("help.incident")));
    if (SignedInUser.current().filter(SignedInUser::ready).isPresent()) {
      Button incident =
          new Button(
              Texts.get("nav.reportIncident"),
              click -> {
                close();
                report.run();
              });
      incident.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      add(incident);
    }
    getFooter().add(new Button(Texts.get("action.close"), click -> close()));
  }
}
