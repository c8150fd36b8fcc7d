package jp.tsunagaru.consent.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.terms.TermsText;
import org.junit.jupiter.api.Test;

class ConsentPaperTest {
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
  void bothCopiesSayWhatIsAgreedToAndLeaveRoomToSign() throws IOException {
    List<String> pages = PaperText.pages(paper(packaged(), "渡邉 千代"), "consent");

    assertThat(pages).hasSize(2);
    assertThat(pages)
        .allSatisfy(page ->
            assertThat(page)
                .contains("様式第２（第１６条関係）", "個人情報取扱同意書")
                .contains("1 何のために使いますか", "5 本人が署名できないとき")
                .contains("説明者：山田 さくら（さくら訪問看護ステーション）")
                .contains("渡邉 千代", "令和8年11月25日", "同意署名：", "代理人：", "続柄：")
                .contains("0568-76-1188", "説明文の版 7"));
    assertThat(pages.getFirst()).contains("【申請者（サービス利用者）様控】");
    assertThat(pages.getLast()).contains("【利用機関控】");
  }

  @Test
  void aTextThatIsTooLongForOnePageGoesOnToTheNext() throws IOException {
    String text = "この説明は、たいへん長い説明です。".repeat(400) + "説明の終わり。";

    List<String> pages = PaperText.pages(paper(text, ""));

    assertThat(pages).hasSizeGreaterThan(3);
    String all = String.join("", pages).replaceAll("\\s", "");
    assertThat(all.split("説明の終わり。", -1)).hasSize(3);
    assertThat(all.split("同意署名：", -1)).hasSize(3);
  }

  private static byte[] paper(String text, String name) {
    return ConsentPaper.of(
            new TermsText(
                TermsText.Kind.CONSENT_FORM, "7", LocalDate.of(2026, 4, 1), text, "0".repeat(64)),
            CITY,
            "山田 さくら（さくら訪問看護ステーション）",
            name,
            Imprint.ofForm("同意書", Instant.parse("2026-11-25T05:05:00Z")))
        .pdf();
  }

  private static String packaged() throws IOException {
    try (var text = ConsentPaperTest.class.getResourceAsStream("/terms/consent-form.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("(?s)^version:.*?\\n\\n", "");
    }
  }
}
