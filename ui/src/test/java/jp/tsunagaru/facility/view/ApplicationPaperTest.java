package jp.tsunagaru.facility.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.query.ApplicationSheet;
import jp.tsunagaru.shell.view.CityProperties;
import org.junit.jupiter.api.Test;

class ApplicationPaperTest {
  private static final CityProperties CITY =
      new CityProperties(
          "小牧市",
          "こまきつながるくん連絡帳",
          "小牧市医療・介護ネットワーク",
          "小牧市長",
          "小牧市役所 地域包括ケア推進課",
          "0568-76-1188",
          "0568-76-1188",
          "helpdesk@example.jp");

  @Test
  void everyFieldOfTheFormStandsOnOnePage() throws IOException {
    List<String> pages =
        PaperText.pages(
            paper("さくら訪問看護ステーション", "小牧市小牧三丁目1番地", Affiliation.CARE_SERVICE_PROVIDER, "鈴木 一郎"),
            "application");

    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst())
        .contains("様式第１（第８条関係）", "「こまきつながるくん連絡帳」の利用に係る誓約書兼参加申込書")
        .contains("令和8年11月20日", "（宛先）小牧市長")
        .contains("さくら訪問看護ステーション", "佐藤 花子", "鈴木 一郎")
        .contains("〒485-0041", "小牧市小牧三丁目1番地")
        .contains("2365500019")
        .contains("0568-00-0001", "sakura@example.jp")
        .contains("小牧市医師会（システム登録医療機関・後方支援病院等）", "地域包括支援センター", "その他");
  }

  @Test
  void theLongestEntriesThatAreAcceptedAreOnIt() throws IOException {
    String name = "医療法人社団つながる会".repeat(7) + "おわり";
    String address = "小牧市小牧三丁目".repeat(14) + "さいご";

    String page =
        String.join(
                "",
                PaperText.pages(paper(name, address, Affiliation.OTHER, ""), "application-long"))
            .replaceAll("\\s", "");

    assertThat(page.split("おわり", -1)).hasSize(3);
    assertThat(page).contains("さいご").contains("その他（健康サロンの会）");
  }

  private static byte[] paper(
      String name, String address, Affiliation affiliation, String administrator) {
    return ApplicationPaper.of(
            new ApplicationSheet(
                LocalDate.of(2026, 11, 20),
                new FacilityProfile(
                    name,
                    "4850041",
                    address,
                    affiliation,
                    affiliation == Affiliation.CARE_SERVICE_PROVIDER ? "2365500019" : "",
                    affiliation == Affiliation.OTHER ? "健康サロンの会" : "",
                    "0568-00-0001",
                    "",
                    "sakura@example.jp",
                    Set.of()),
                new FacilityPeople("佐藤 花子", administrator)),
            CITY,
            Instant.parse("2026-11-25T05:05:00Z"))
        .pdf();
  }
}
