package jp.tsunagaru;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The installed Chromium, started once; every person gets a context of its own. */
final class Chromium {
  /** The shell is the same browser without windows of its own, which cost more than the pages. */
  private static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/bin/chromium-headless-shell"),
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"));

  private static final int PATIENCE = 30_000;

  private static @Nullable Browser browser;

  /** By address and size; what a former person left behind is gone, but for scripts and styles. */
  private static final Map<List<?>, Deque<BrowserContext>> FREE = new HashMap<>();

  private static final Map<BrowserContext, List<?>> KINDS = new HashMap<>();

  private Chromium() {}

  static BrowserContext context(int width, int height) {
    return context(RunningApplication.get().url(), width, height);
  }

  static synchronized BrowserContext context(String url, int width, int height) {
    List<?> kind = List.of(url, width, height);
    BrowserContext free = FREE.getOrDefault(kind, new ArrayDeque<>()).poll();
    if (free != null) {
      return free;
    }
    BrowserContext context = fresh(url, width, height);
    KINDS.put(context, kind);
    return context;
  }

  /** The next person gets it without cookies, pages and anything stored. */
  static synchronized void takesBack(BrowserContext context) {
    context.pages().forEach(Page::close);
    context.clearCookies();
    FREE.computeIfAbsent(KINDS.get(context), kind -> new ArrayDeque<>()).add(context);
  }

  private static BrowserContext fresh(String url, int width, int height) {
    boolean phone = width < 500;
    BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(url)
                    .setViewportSize(width, height)
                    .setHasTouch(phone)
                    .setIsMobile(phone)
                    .setLocale("ja-JP")
                    .setTimezoneId("Asia/Tokyo")
                    // What moves is drawn again and again, which costs more than what is tested.
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setAcceptDownloads(true));
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  private static synchronized Browser browser() {
    Browser started = browser;
    if (started == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      started =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(
                          USUAL_PLACES.stream()
                              .filter(Files::isExecutable)
                              .findFirst()
                              .orElseThrow(
                                  () -> new IllegalStateException("Chromium is not installed")))
                      .setArgs(
                          List.of(
                              "--headless",
                              "--no-sandbox",
                              "--disable-gpu",
                              // A page lives for seconds here: what makes scripts faster in the
                              // long run takes a fifth more time than it saves.
                              "--js-flags=--no-opt --no-maglev",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      browser = started;
      // A busy machine is no failure.
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return started;
  }
}
