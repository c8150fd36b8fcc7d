package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a screen, who finds things by the words that stand there. */
final class Person implements AutoCloseable {
  private static final Path SHOTS =
      Path.of(System.getProperty("basedir", "."), "target", "screenshots");

  /** With {@code -Dscreenshots=true}; a picture costs as much as some of what is tested. */
  private static final boolean SHOTS_WANTED = Boolean.getBoolean("screenshots");

  private static final String FOLLOW =
      """
      address => {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
        link.remove();
      }
      """;

  final BrowserContext context;
  final Page page;
  private static final List<Person> PRESENT = new ArrayList<>();

  private final List<String> complaints = new ArrayList<>();

  private Person(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onPageError(complaints::add);
    PRESENT.add(this);
  }

  static Person atDesk() {
    return new Person(Chromium.context(1280, 800));
  }

  /** At another installation than the one of all tests. */
  static Person atDeskOf(String url) {
    return new Person(Chromium.context(url, 1280, 800));
  }

  static Person withTablet() {
    return new Person(Chromium.context(1024, 768));
  }

  static Person withPhone() {
    return new Person(Chromium.context(390, 844));
  }

  Person signsIn(String loginId, String password) {
    page.navigate("/login");
    page.getByLabel("ユーザーID").fill(loginId);
    page.getByLabel("パスワード").fill(password);
    press("ログイン");
    return this;
  }

  /** The first sign-in with a one-time password: a password of one's own, then the pledge. */
  Person startsWith(String loginId, String oneTimePassword, String ownPassword) {
    signsIn(loginId, oneTimePassword);
    type("初期パスワード", oneTimePassword);
    type("新しいパスワード", ownPassword);
    type("新しいパスワード（確認）", ownPassword);
    press("パスワードを変更する");
    tick("利用規約を読み、守ることを誓約します");
    tick("セキュリティポリシーを読み、守ることを誓約します");
    shot("welcome-pledge");
    press("誓約して始める");
    assertThat(page.getByText("はじめての利用の準備")).hasCount(0);
    return this;
  }

  /**
   * Follows a link of this application to a screen, once the page has done what it was asked
   * before; opens the address where no screen is shown yet. Who is there already has it shown anew.
   */
  Person goes(String address) {
    waits();
    boolean atScreen = page.locator("#outlet").count() > 0;
    if (atScreen && !page.url().endsWith(address)) {
      page.waitForResponse(Person::ofNavigation, () -> page.evaluate(FOLLOW, address));
      waits();
    } else {
      page.navigate(address);
    }
    return this;
  }

  private static boolean ofNavigation(Response response) {
    String sent = response.request().postData();
    return sent != null && sent.contains("\"ui-navigate\"");
  }

  /** Until the page is there, if it is one of the application, and has done what it was asked. */
  void waits() {
    page.waitForFunction(
        """
        () => !document.getElementById('outlet')
          || [...document.querySelectorAll('#outlet *')].some(
              node => node.localName.startsWith('flow-container-') && node.childElementCount)
            && Object.values(window.Vaadin?.Flow?.clients ?? {})
              .every(client => !client.isActive || !client.isActive())
        """);
  }

  Locator sees(String text) {
    Locator found = page.getByText(text).first();
    assertThat(found).isVisible();
    return found;
  }

  void doesNotSee(String text) {
    assertThat(page.getByText(text)).hasCount(0);
  }

  void press(String name) {
    button(name).last().click();
  }

  /** Presses a button of the dialog on top. */
  void confirm(String name) {
    page.locator("vaadin-confirm-dialog[opened], vaadin-dialog[opened]")
        .last()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(named(name)))
        .last()
        .click();
  }

  /** An open tooltip adds its words to the name of its button. */
  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named(name)));
  }

  private static Pattern named(String name) {
    return Pattern.compile("^" + name + "(?: |$)");
  }

  void link(String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  void tab(String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .and(page.locator("input, textarea"))
        .last();
  }

  void type(String label, String text) {
    Locator field = field(label);
    field.fill(text);
    field.dispatchEvent("change");
  }

  /** Writes into the text area on top, letter by letter, over what stands there. */
  void writes(String text) {
    field("連絡帳の本文").click();
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  /** Writes with an input method, which shows each part before it is taken. */
  void composes(String... parts) {
    CDPSession keyboard = context.newCDPSession(page);
    for (String part : parts) {
      JsonObject shown = new JsonObject();
      shown.addProperty("text", part);
      shown.addProperty("selectionStart", part.length());
      shown.addProperty("selectionEnd", part.length());
      keyboard.send("Input.imeSetComposition", shown);
      JsonObject taken = new JsonObject();
      taken.addProperty("text", part);
      keyboard.send("Input.insertText", taken);
    }
    keyboard.detach();
  }

  /** The server no longer knows the session that the browser names. */
  void losesSession() {
    Cookie former = context.cookies().getFirst();
    context.clearCookies();
    context.addCookies(
        List.of(
            new Cookie(former.name, "0".repeat(former.value.length()))
                .setDomain(former.domain)
                .setPath(former.path)
                .setHttpOnly(true)));
  }

  void tick(String label) {
    field(label).check();
  }

  /** Types into a box that offers what fits, and takes the first that is offered. */
  void pick(String label, String typed) {
    pick(label, typed, typed);
  }

  /** The option that says what tells it from others of that name. */
  void pick(String label, String typed, String said) {
    Locator box = field(label);
    box.click();
    box.pressSequentially(typed);
    page.getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(typed))
        .filter(new Locator.FilterOptions().setHasText(said))
        .first()
        .click();
  }

  /** Opens the list again when something above it moved under the click. */
  void choose(String label, String option) {
    Locator select =
        page.locator("vaadin-select")
            .filter(new Locator.FilterOptions().setHas(page.locator("label", hasText(label))))
            .last();
    Locator wanted =
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true));
    select.click();
    try {
      wanted.click(new Locator.ClickOptions().setTimeout(5_000));
    } catch (TimeoutError closed) {
      select.click();
      wanted.click();
    }
  }

  /** Of those that a search of the auditor found, the one of this name: others may read alike. */
  void choosesSubject(String name) {
    page.locator(".subject-choice", hasText(name)).click();
  }

  /** Until it keeps size and place for a while: a dialog that opens is smaller at first. */
  void rests(Locator element) {
    element.evaluate(
        """
        async seen => {
          const pause = () => new Promise(done => setTimeout(done, 100));
          let before = '';
          for (let same = 0; same < 4; ) {
            const box = seen.getBoundingClientRect();
            const now = [box.x, box.y, box.width, box.height].join();
            same = now === before ? same + 1 : 0;
            before = now;
            await pause();
          }
        }\
        """);
  }

  /** Also what is drawn anew in the meantime. */
  void scrollsTo(Locator element) {
    page.waitForCondition(() ->
        (Boolean)
            element.evaluate(
                "seen => { seen.scrollIntoView({block: 'nearest'}); return seen.isConnected }"));
  }

  void search(String text) {
    page.getByLabel("患者を探す").and(page.locator("input")).fill(text);
  }

  void attach(FilePayload... files) {
    page.locator("vaadin-upload input[type=file]").last().setInputFiles(files);
  }

  Locator entry(String text) {
    return page.locator("article.entry", hasText(text)).first();
  }

  void fromMenuOf(Locator entry, String item) {
    entry.getByLabel("この記事の操作").click();
    // Menus that were open before stay behind, hidden.
    page.locator("vaadin-menu-bar-item", hasText(item))
        .filter(new Locator.FilterOptions().setVisible(true))
        .last()
        .click();
  }

  Locator rowOf(String patient) {
    return page.locator(".patient-row", hasText(patient));
  }

  byte[] downloads(Runnable action) {
    Download download = page.waitForDownload(action::run);
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture of the screen as it stands, for the eye, where pictures are wanted. */
  void shot(String name) {
    if (SHOTS_WANTED) {
      takesPicture(name);
    }
  }

  /**
   * What moves is shown at its end. A browser that is too busy to draw is asked again; a picture
   * that cannot be had is said and fails no test.
   */
  private void takesPicture(String name) {
    Page.ScreenshotOptions picture =
        new Page.ScreenshotOptions()
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(SHOTS.resolve(name + "-" + page.viewportSize().width + ".png"));
    for (int attempt = 1; attempt <= 3; attempt++) {
      try {
        page.screenshot(picture);
        return;
      } catch (PlaywrightException busy) {
        System.err.printf("No picture %s (attempt %d): %s%n", name, attempt, busy.getMessage());
      }
      page.waitForTimeout(500);
    }
  }

  /** Errors that scripts of the page threw. */
  List<String> complaints() {
    return complaints;
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** What everybody who is still there sees, for the search after a failure. */
  static void picturesOfAll(String name) {
    for (int i = 0; i < PRESENT.size(); i++) {
      PRESENT.get(i).takesPicture(name + "-" + (i + 1));
    }
  }

  static void everybodyLeaves(String lastPicture) {
    if (SHOTS_WANTED) {
      picturesOfAll(lastPicture);
    }
    List.copyOf(PRESENT).forEach(Person::close);
  }

  @Override
  public void close() {
    PRESENT.remove(this);
    page.close();
    Chromium.takesBack(context);
  }
}
