package jp.tsunagaru.account.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jp.tsunagaru.account.command.PledgeTerms;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.FirstSignIn;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Home;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import jp.tsunagaru.terms.TermsText;

/** First sign-in: a password of one's own (AC-03), then the pledge of 第8条3 (AC-02). */
@Route(Home.WELCOME)
@PermitAll
public class WelcomeView extends Div implements HasDynamicTitle {
  private final transient Gateways gateways;
  private final transient TermsInForce terms;

  public WelcomeView(Gateways gateways, TermsInForce terms) {
    this.gateways = gateways;
    this.terms = terms;
    addClassName("welcome");
    arrange();
  }

  @Override
  public String getPageTitle() {
    return Texts.get("welcome.title");
  }

  private void arrange() {
    SignedInUser user = SignedInUser.require();
    removeAll();
    add(new H1(Texts.get("welcome.greeting", user.displayName())));
    if (user.mustChangePassword()) {
      add(steps(1), passwordStep());
    } else if (user.mustPledge()) {
      add(steps(2), pledgeStep(user));
    } else {
      UI.getCurrent().getPage().setLocation("/" + Home.of(user));
    }
    Button leave = new Button(Texts.get("nav.signOut"), click -> FirstSignIn.leave());
    leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(leave);
  }

  private static Paragraph steps(int step) {
    Paragraph steps = new Paragraph(Texts.get("welcome.step", step));
    steps.addClassName("muted");
    return steps;
  }

  private Div passwordStep() {
    PasswordForm form =
        new PasswordForm(
            gateways,
            Texts.get("welcome.password.current"),
            () -> {
              FirstSignIn.passwordChanged();
              arrange();
            });
    Div card =
        new Div(
            new H2(Texts.get("welcome.password.title")),
            new Paragraph(Texts.get("welcome.password.text")),
            form);
    card.addClassName("card");
    return card;
  }

  private Div pledgeStep(SignedInUser user) {
    TermsText rules = terms.terms();
    TermsText policy = terms.policy();
    Checkbox readRules = new Checkbox(Texts.get("welcome.pledge.terms"));
    Checkbox readPolicy = new Checkbox(Texts.get("welcome.pledge.policy"));
    Button pledge = new Button(Texts.get("welcome.pledge.submit"));
    pledge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    pledge.setDisableOnClick(true);
    pledge.addClickListener(click -> {
      if (!readRules.getValue() || !readPolicy.getValue()) {
        Refusals.warn(Texts.get("welcome.pledge.both"));
        pledge.setEnabled(true);
        return;
      }
      gateways.send(
          new PledgeTerms(user.accountId(), terms.agreement()),
          () -> {
            FirstSignIn.pledged();
            arrange();
          },
          failure -> {
            Refusals.show(failure);
            pledge.setEnabled(true);
          });
    });
    Div card =
        new Div(
            new H2(Texts.get("welcome.pledge.title")),
            new Paragraph(Texts.get("welcome.pledge.text")),
            new H2(Texts.get("terms.title")),
            version(rules),
            text(rules),
            readRules,
            new H2(Texts.get("policy.title")),
            version(policy),
            text(policy),
            readPolicy,
            pledge);
    card.addClassNames("card", "pledge");
    return card;
  }

  private static Paragraph version(TermsText text) {
    Paragraph line =
        new Paragraph(
            Texts.get("terms.version", text.version(), DateTexts.era(text.effectiveFrom())));
    line.addClassNames("muted", "small");
    return line;
  }

  private static Div text(TermsText text) {
    Div body = new Div();
    body.setText(text.text());
    body.addClassName("terms-text");
    body.getElement().setAttribute("tabindex", "0");
    return body;
  }
}
