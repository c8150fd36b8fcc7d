package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor gets who is not signed in (第21条, 第22条; PF-02, PF-04). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPortalTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)\"");
  private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsHan}]");

  /** Nobody outside shall meet any of these. */
  private static final List<String> INSIDE =
      List.of(
          "秘密田",
          "ひみつだ",
          "口外",
          "内緒木",
          "naisho-kango",
          "naisho-admin",
          "acc_",
          "pat_",
          "doc_",
          "grt_",
          "ses_",
          "naisho-admin@example.jp",
          "代表 太郎");

  /** How software talks when nobody looks after it. */
  private static final List<String> ENTRAILS =
      List.of(
          "Exception",
          "\tat ",
          "org.springframework",
          "jp.tsunagaru",
          "Whitelabel",
          "stackTrace",
          "Internal Server Error",
          "Not Found",
          "Forbidden",
          "Bad Request");

  private final String base = RunningApplication.get().url();
  private final HttpClient visitor =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @BeforeAll
  void there_is_something_to_hide() {
    Preparation preparation = Preparation.ofRunningApplication();
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "公開診療所", Affiliation.MEDICAL_ASSOCIATION, "naisho-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "naisho-kango",
            new PersonName("内緒木", "看", "ないしょぎ", "かん"),
            Profession.NURSE,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(nurse, Preparation.person("秘密田", "口外", "ひみつだ", "こうがい", "0568-55-5555"));
    assertThat(patient.value()).startsWith("pat_");
  }

  @Test
  void no_page_that_a_visitor_can_reach_shows_anything_from_inside() throws Exception {
    Map<String, HttpResponse<String>> pages = crawled();

    assertThat(pages.keySet()).contains("/", "/terms", "/policy", "/consent-form", "/apply");
    assertThat(pages.get("/").body()).contains("公開診療所");
    assertThat(pages)
        .allSatisfy((address, page) -> {
          assertThat(page.statusCode()).as(address).isEqualTo(200);
          assertThat(page.body()).as(address).doesNotContain(INSIDE);
        });
  }

  @Test
  void no_page_before_sign_in_sets_a_cookie_and_all_are_protected() throws Exception {
    assertThat(crawled())
        .allSatisfy((address, page) -> {
          assertThat(page.headers().map()).as(address).doesNotContainKey("set-cookie");
          assertThat(header(page, "X-Content-Type-Options")).as(address).isEqualTo("nosniff");
          assertThat(header(page, "X-Frame-Options")).as(address).isNotEmpty();
          assertThat(header(page, "Referrer-Policy")).as(address).isEqualTo("same-origin");
          assertThat(header(page, "Server")).as(address).isEmpty();
        });
    for (String page : List.of("/", "/apply", "/login")) {
      assertThat(header(get(page), "Content-Security-Policy"))
          .as(page)
          .contains("default-src", "frame-ancestors");
      assertThat(get(page).body()).as(page).contains("lang=\"ja\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing-here",
        "/patients",
        "/patients/pat_00000000000000000000000001",
        "/audit",
        "/staff",
        "/deleted",
        "/files/a/b/c",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/apply/app_00000000000000000000000001",
        "/apply/nonsense",
        "/terms/nonsense",
        "/error",
        "/VAADIN/nonsense.js",
        "/api/patients",
        "/%2e%2e/etc/passwd",
        "/login?refused=<script>"
      })
  void a_wrong_address_is_answered_in_japanese_without_entrails(String address) throws Exception {
    HttpResponse<String> answer = get(address);

    assertThat(answer.statusCode()).isBetween(200, 499);
    assertThat(answer.body()).doesNotContain(ENTRAILS).doesNotContain(INSIDE);
    assertThat(answer.body()).doesNotContain("<script>");
    boolean somewhereElse = answer.statusCode() / 100 == 3;
    if (somewhereElse) {
      assertThat(header(answer, "Location")).endsWith("/login");
    } else if (!answer.body().isBlank()) {
      assertThat(JAPANESE.matcher(answer.body()).find()).isTrue();
    }
  }

  @Test
  void a_forged_form_is_refused_without_entrails() throws Exception {
    HttpResponse<String> answer =
        visitor.send(
            HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html,*/*;q=0.8")
                .POST(HttpRequest.BodyPublishers.ofString("username=%FF&password=x"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isBetween(300, 499);
    assertThat(answer.body()).doesNotContain(ENTRAILS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example", "null"})
  void nobody_can_be_signed_in_by_the_page_of_another_site(String origin) throws Exception {
    HttpResponse<String> answer = signIn("Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).endsWith("/login?refused=SIGN_IN_FAILED");
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    assertThat(signIn("Sec-Fetch-Site", "cross-site").headers().map())
        .doesNotContainKey("set-cookie");
    assertThat(signIn("Origin", base).headers().map()).containsKey("set-cookie");
  }

  private HttpResponse<String> signIn(String header, String value) throws Exception {
    return visitor.send(
        HttpRequest.newBuilder(URI.create(base + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(header, value)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=naisho-kango&password=" + Preparation.PASSWORD))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void health_answers_everybody_and_says_no_more() throws Exception {
    HttpResponse<String> health = get("/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UP").doesNotContain("components", "details");
  }

  /** Everything that can be reached from the first page by following links. */
  private Map<String, HttpResponse<String>> crawled() throws Exception {
    Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
    Deque<String> toVisit = new ArrayDeque<>(List.of("/", "/login"));
    while (!toVisit.isEmpty()) {
      String address = toVisit.remove();
      if (!pages.containsKey(address)) {
        HttpResponse<String> page = get(address);
        pages.put(address, page);
        Matcher link = LINK.matcher(page.body());
        while (link.find()) {
          toVisit.add(link.group(1).replace("&amp;", "&"));
        }
      }
    }
    assertThat(pages).hasSizeGreaterThan(6);
    return pages;
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return visitor.send(
        HttpRequest.newBuilder(URI.create(base + address.replace("<", "%3C").replace(">", "%3E")))
            .header("Accept", "text/html,*/*;q=0.8")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
