package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** What every error view looks like: what happened, what was kept, where to go. */
abstract class ErrorPage extends Div {
  ErrorPage() {
    addClassName("error-page");
  }

  final void say(String title, String text) {
    removeAll();
    String home = SignedInUser.current().map(Home::of).orElse("");
    Anchor back = new Anchor("/" + home, Texts.get("error.home"));
    back.addClassName("button-link");
    add(new H1(title), new Paragraph(text), back);
  }
}
