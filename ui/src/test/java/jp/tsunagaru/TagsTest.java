package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;

/** The lists of tags (DC-05), from the administrator's desk to the composer. */
class TagsTest {
  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void a_tag_of_a_facility_is_offered_renamed_and_still_finds_what_was_written() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "ふだ訪問看護", Affiliation.MEDICAL_ASSOCIATION, "fuda-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "fuda-kango",
            new PersonName("札", "文", "ふだ", "ふみ"),
            Profession.NURSE,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(nurse, Preparation.person("付箋", "キヌ", "ふせん", "きぬ", "0568-42-0003"));

    Person desk = Person.atDesk().signsIn("fuda-admin", Preparation.PASSWORD);
    desk.link("文書タグ");
    desk.sees("市のタグ");
    desk.press("タグを追加");
    desk.press("保存する");
    desk.sees("「タグの名前」");
    desk.type("タグの名前", "足浴");
    desk.press("保存する");
    assertThat(desk.page.locator(".card")).containsText("#足浴");
    desk.press("タグを追加");
    desk.type("タグの名前", "足浴");
    desk.press("保存する");
    desk.sees("同じ名前のタグがもう一覧にあります。");
    desk.shot("tags-taken");
    desk.press("キャンセル");

    Person person = Person.withTablet().signsIn("fuda-kango", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    person.writes("足浴を行い、気持ちよさそうでした。");
    tagOfComposer(person).click();
    person.page.keyboard().type("足浴");
    person.page.getByRole(AriaRole.OPTION).getByText("足浴").click();
    person.page.keyboard().press("Escape");
    person.press("投稿");
    assertThat(person.entry("気持ちよさそう")).containsText("#足浴");

    desk.press("タグ「足浴」の名前を変える");
    desk.type("タグの名前", "フットケア");
    desk.press("保存する");
    assertThat(desk.page.locator(".card")).containsText("以前の名前：足浴");
    desk.shot("tags");

    person.page.reload();
    assertThat(person.entry("気持ちよさそう")).containsText("#足浴");
    person.goes("/patients/" + patient.value() + "?tag=フットケア");
    assertThat(person.entry("気持ちよさそう")).isVisible();
    person.field("連絡帳の本文").click();
    tagOfComposer(person).click();
    person.page.keyboard().type("フット");
    person.shot("tags-composer");
    assertThat(person.page.getByRole(AriaRole.OPTION).getByText("フットケア")).isVisible();
    tagOfComposer(person).fill("足浴");
    assertThat(person.page.getByRole(AriaRole.OPTION).getByText("足浴")).hasCount(0);
    person.page.keyboard().press("Escape");

    desk.press("タグ「フットケア」を廃止する");
    desk.confirm("廃止");
    desk.sees("廃止（新しい記事には選べません）");
    assertThat(desk.complaints()).isEmpty();
    assertThat(person.complaints()).isEmpty();
    desk.close();
    person.close();
  }

  /** The one of the filter is folded away. */
  private static Locator tagOfComposer(Person person) {
    return person
        .page
        .locator(".composer")
        .getByLabel("タグ", new Locator.GetByLabelOptions().setExact(true))
        .and(person.page.locator("input"));
  }
}
