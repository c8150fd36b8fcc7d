package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.japanese.Profession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** An auditor has the proof of a record in front of the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditProofTest {
  private static final String AUDITOR = "shou-kansa";

  private final Preparation preparation = Preparation.ofRunningApplication();

  @BeforeAll
  void an_auditor_of_the_city() {
    preparation.worker(
        preparation.city(),
        AUDITOR,
        new PersonName("証明", "確子", "しょうめい", "たしこ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void a_record_is_proved_on_the_spot_and_asking_for_it_is_recorded() {
    Person auditor = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditor.goes("/audit?scope=ACCOUNT");
    assertThat(auditor.page.getByText("連鎖検証:")).containsText("時点で正常");

    auditor.field("だれ・どこ").fill("しょうめい");
    auditor.press("検索");
    auditor.choosesSubject("証明 確子");
    auditor.tab("再生");
    auditor.sees("期間中の記録");
    Locator detail = auditor.page.locator(".step-detail");
    assertThat(detail).containsText("ログイン");
    auditor.press("証明を確かめる");

    assertThat(detail).containsText("署名済みの連鎖に、今の内容のまま含まれています。");
    assertThat(detail).containsText("件中の");
    auditor.scrollsTo(detail.getByText("署名した根のハッシュ値"));
    auditor.shot("audit-proof");

    auditor.page.reload();
    auditor.sees("監査（記録の証明）");
    auditor.page.setViewportSize(390, 844);
    auditor.shot("audit-proof-phone");
    assertThat(auditor.complaints()).isEmpty();
  }
}
