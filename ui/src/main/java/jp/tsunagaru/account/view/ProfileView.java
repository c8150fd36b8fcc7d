package jp.tsunagaru.account.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jp.tsunagaru.account.query.AccountRow;
import jp.tsunagaru.account.query.FindMyProfile;
import jp.tsunagaru.account.query.MyProfile;
import jp.tsunagaru.account.query.SignInRow;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** マイプロファイル (別紙1④). */
@Route(value = "profile", layout = MainLayout.class)
@PermitAll
public class ProfileView extends Div implements HasDynamicTitle {
  public ProfileView(Gateways gateways) {
    addClassNames("page", "narrow");
    add(new H1(Texts.get("profile.title")));
    Div facts = card("profile.own");
    Div signIns = card("profile.signIns");
    Div password = card("profile.password");
    password.add(new PasswordForm(gateways, Texts.get("password.current"), () -> {}));
    add(facts, signIns, password);
    gateways.ask(
        new FindMyProfile(SignedInUser.require().accountId()),
        MyProfile.class,
        profile -> {
          facts.add(facts(profile));
          signIns.add(signIns(profile));
        });
  }

  @Override
  public String getPageTitle() {
    return Texts.get("profile.title");
  }

  private static Div card(String title) {
    Div card = new Div(new H2(Texts.get(title)));
    card.addClassName("card");
    return card;
  }

  private static DescriptionList facts(MyProfile profile) {
    AccountRow account = profile.account();
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    fact(facts, "profile.name", account.name().full());
    fact(facts, "profile.kana", account.name().kana());
    fact(facts, "staff.loginId", account.loginId().value());
    fact(facts, "staff.profession", Names.of(account.profession()));
    fact(facts, "profile.facility", profile.facility());
    fact(facts, "staff.roles", Names.roles(account.roles()));
    fact(facts, "profile.since", DateTexts.date(DateTexts.day(account.issuedAt())));
    return facts;
  }

  private static void fact(DescriptionList facts, String term, String value) {
    facts.add(new DescriptionList.Term(Texts.get(term)), new DescriptionList.Description(value));
  }

  private static Div signIns(MyProfile profile) {
    UnorderedList list = new UnorderedList();
    list.addClassName("plain-list");
    for (SignInRow signIn : profile.recentSignIns()) {
      Span result =
          new Span(Texts.get(signIn.succeeded() ? "profile.signIn.good" : "profile.signIn.failed"));
      result.addClassNames("state-chip", signIn.succeeded() ? "state-good" : "state-bad");
      Span address = new Span(signIn.address());
      address.addClassName("muted");
      ListItem item = new ListItem(new Span(DateTexts.exact(signIn.at())), result, address);
      item.addClassName("row");
      list.add(item);
    }
    Paragraph hint = new Paragraph(Texts.get("profile.signIn.hint"));
    hint.addClassNames("muted", "small");
    return new Div(list, hint);
  }
}
