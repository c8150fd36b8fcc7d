package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import org.junit.jupiter.api.Test;

/** The bare address of the service: the portal for visitors, the own desk for who is signed in. */
class FirstAddressTest {
  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void whoever_is_signed_in_comes_to_the_own_desk_and_out_again() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "入口訪問看護", Affiliation.MEDICAL_ASSOCIATION, "iriguchi-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "iriguchi-kango",
            new PersonName("入口", "開", "いりぐち", "ひらく"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.issued(
        administrator,
        "iriguchi-shin",
        new PersonName("新人", "初", "しんじん", "はつ"),
        Profession.NURSE,
        Role.CARE_USER);

    Person desk = Person.atDesk();
    desk.page.navigate("/");
    assertThat(link(desk, "ログイン")).isVisible();
    assertThat(link(desk, "開始画面へ")).hasCount(0);
    desk.signsIn("iriguchi-kango", Preparation.PASSWORD);
    assertThat(desk.page).hasURL(Pattern.compile("/patients$"));
    desk.page.navigate("/");
    assertThat(desk.page).hasURL(Pattern.compile("/patients$"));

    // The portal itself stays in reach, and leads back.
    desk.page.navigate("/terms");
    assertThat(link(desk, "ログイン")).hasCount(0);
    link(desk, "参加している施設").click();
    desk.sees("医療と介護の担当者がつながる連絡帳");
    desk.sees("入口訪問看護");
    desk.shot("portal-signed-in");
    desk.page.setViewportSize(390, 844);
    desk.shot("portal-signed-in");
    desk.page.setViewportSize(1280, 800);
    link(desk, "開始画面へ").click();
    assertThat(desk.page).hasURL(Pattern.compile("/patients$"));

    // An administrator has another desk; who did not finish the first sign-in finishes it.
    Person office = Person.atDesk().signsIn("iriguchi-admin", Preparation.PASSWORD);
    assertThat(office.page).hasURL(Pattern.compile("/staff$"));
    office.page.navigate("/");
    assertThat(office.page).hasURL(Pattern.compile("/staff$"));
    Person beginner = Person.atDesk().signsIn("iriguchi-shin", Preparation.ONE_TIME);
    assertThat(beginner.page).hasURL(Pattern.compile("/welcome$"));
    beginner.page.navigate("/");
    assertThat(beginner.page).hasURL(Pattern.compile("/welcome$"));
    beginner.press("ログアウト");
    assertThat(beginner.page).hasURL(Pattern.compile("/login"));
    beginner.page.navigate("/");
    assertThat(link(beginner, "ログイン")).isVisible();

    office.page.locator(".own-menu vaadin-menu-bar-button").first().click();
    office.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("ログアウト")).click();
    assertThat(office.page).hasURL(Pattern.compile("/login"));
    office.page.navigate("/");
    assertThat(link(office, "ログイン")).isVisible();

    // A stopped account is out at the latest on the way to its desk; an open page leaves by itself.
    desk.page.navigate("about:blank");
    preparation.send(
        administrator.origin(),
        new DeactivateAccount(nurse.accountId(), nurse.facilityId(), "LEFT"));
    desk.page.navigate("/");
    assertThat(desk.page).hasURL(Pattern.compile("/login"));
    desk.page.navigate("/");
    assertThat(link(desk, "ログイン")).isVisible();
    assertThat(desk.complaints()).isEmpty();
    desk.close();
    office.close();
    beginner.close();
  }

  private static Locator link(Person person, String name) {
    return person.page.locator("header").getByText(name, exactly());
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
