package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import jp.tsunagaru.access.Role;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;

/**
 * Frame of every signed-in view: top bar, drawer on wide screens, bottom bar on narrow ones. Use as
 * {@code @Route(value = "patients", layout = MainLayout.class)}.
 */
@PermitAll
public class MainLayout extends AppLayout {
  private final transient CityProperties city;
  private final transient Clock clock;
  private final transient IncidentDoor incidents;
  private final transient QueryGateway queries;
  private final long idleSeconds;

  public MainLayout(
      CityProperties city,
      Clock clock,
      IncidentDoor incidents,
      QueryGateway queries,
      @Value("${server.servlet.session.timeout:15m}") Duration idle) {
    this.city = city;
    this.clock = clock;
    this.incidents = incidents;
    this.queries = queries;
    this.idleSeconds = idle.toSeconds();
    setPrimarySection(Section.NAVBAR);
    AppLayoutI18n i18n = new AppLayoutI18n();
    i18n.setDrawer(Texts.get("nav.menu"));
    setI18n(i18n);
    addClassName("main-layout");
    SignedInUser.current().ifPresent(this::arrange);
  }

  private void arrange(SignedInUser user) {
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(Texts.get("nav.menu"));
    toggle.addClassName("wide-only");
    addToNavbar(toggle, brand(user), hat(user));
    if (user.has(Role.CARE_USER)) {
      addToNavbar(search());
    }
    addToNavbar(help(), ownMenu(user));
    addToDrawer(drawer(user));
    getElement().appendChild(bottomBar(user).getElement());
  }

  private Anchor brand(SignedInUser user) {
    Span cityName = new Span(city.name());
    cityName.addClassName("brand-city");
    Span service = new Span(city.serviceName());
    service.addClassName("brand-service");
    Anchor brand = new Anchor("/" + Home.of(user), cityName, service);
    brand.addClassName("brand");
    return brand;
  }

  private static Span hat(SignedInUser user) {
    Span hat = new Span(Texts.get("nav.hat", user.facilityName(), Names.of(user.profession())));
    hat.addClassName("hat");
    hat.getElement().setAttribute("title", Names.roles(user.roles()));
    return hat;
  }

  private static TextField search() {
    TextField field = new TextField();
    field.addClassName("top-search");
    field.setPlaceholder(Texts.get("nav.search"));
    field.setAriaLabel(Texts.get("nav.search.label"));
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setMaxLength(60);
    field.getElement().setAttribute("data-search", true);
    field.addKeyPressListener(
        Key.ENTER,
        pressed ->
            UI.getCurrent()
                .navigate(
                    "patients",
                    field.getValue().isBlank()
                        ? QueryParameters.empty()
                        : QueryParameters.of(
                            "q", SearchTerms.ofSession().numberOf(field.getValue().strip()))));
    return field;
  }

  private Button help() {
    Button help =
        new Button(
            Texts.get("nav.help"),
            VaadinIcon.QUESTION_CIRCLE_O.create(),
            click -> new HelpDialog(city, clock.instant(), this::reportIncident).open());
    help.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    help.addClassName("help-button");
    return help;
  }

  private MenuBar ownMenu(SignedInUser user) {
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
    bar.addClassName("own-menu");
    Icon icon = VaadinIcon.USER.create();
    Span name = new Span(user.displayName());
    name.addClassName("own-name");
    var item = bar.addItem(new Div(icon, name));
    item.setAriaLabel(Texts.get("nav.own", user.displayName()));
    item.getSubMenu()
        .addItem(Texts.get("nav.profile"), click -> UI.getCurrent().navigate("profile"));
    item.getSubMenu()
        .addItem(
            Texts.get("nav.help"),
            click -> new HelpDialog(city, clock.instant(), this::reportIncident).open());
    if (user.ready()) {
      item.getSubMenu().addItem(Texts.get("nav.reportIncident"), click -> reportIncident());
    }
    item.getSubMenu().addItem(Texts.get("nav.signOut"), click -> SignOutHandler.endHere("LOGOUT"));
    return bar;
  }

  /**
   * Over the page that is shown: nobody has to leave it, and nothing of it goes into an address.
   */
  private void reportIncident() {
    incidents.open(UI.getCurrent().getActiveViewLocation().getPath());
  }

  private static Nav drawer(SignedInUser user) {
    SideNav nav = new SideNav();
    nav.addItem(Entry.of(user).stream().map(Entry::sideItem).toArray(SideNavItem[]::new));
    Nav drawer = new Nav(nav);
    drawer.addClassName("drawer");
    drawer.getElement().setAttribute("aria-label", Texts.get("nav.menu"));
    return drawer;
  }

  private Nav bottomBar(SignedInUser user) {
    Nav bar = new Nav();
    bar.addClassName("bottom-bar");
    bar.getElement().setAttribute("aria-label", Texts.get("nav.bottom"));
    if (user.has(Role.CARE_USER)) {
      bar.add(
          bottomLink("/patients", VaadinIcon.USERS, "nav.patients"),
          bottomLink("/patients?unread=true", VaadinIcon.BELL_O, "nav.news"),
          bottomLink("/patients?post=true", VaadinIcon.EDIT, "nav.post"));
    } else {
      Entry.of(user).stream()
          .limit(3)
          .forEach(entry -> bar.add(bottomLink("/" + entry.path(), entry.icon(), entry.text())));
    }
    Button menu =
        new Button(
            new Div(VaadinIcon.MENU.create(), new Span(Texts.get("nav.menu"))),
            click -> setDrawerOpened(!isDrawerOpened()));
    menu.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    menu.addClassName("bottom-menu");
    bar.add(menu);
    return bar;
  }

  private static Anchor bottomLink(String href, VaadinIcon icon, String text) {
    return new Anchor(href, icon.create(), new Span(Texts.get(text)));
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    SignedInUser.current()
        .ifPresent(user -> SessionWatch.of(this, attached.getUI(), queries, user));
    attached.getUI().getPage().addJavaScript("context://session.js");
    getElement()
        .executeJs(
            "window.tsunagaru && window.tsunagaru.watch(this, $0, $1, $2, $3)",
            idleSeconds,
            Texts.get("session.warning"),
            Texts.get("session.stay"),
            Texts.get("session.offline"));
  }

  /** A person is typing or pointing although nothing needed the server: the session goes on. */
  @ClientCallable
  void stillHere() {
    // The request itself is the message.
  }

  /** Nobody did anything for the whole time allowed. */
  @ClientCallable
  void idle() {
    SignOutHandler.endHere("TIMEOUT");
  }
}
