package jp.tsunagaru.retention.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.query.Certificate;
import jp.tsunagaru.retention.query.Disposables;
import jp.tsunagaru.shell.view.CityProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificatePaperTest {
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
  void it_says_what_how_many_keys_when_by_whom_and_on_what_ground() throws IOException {
    String page =
        printed(
            new Certificate.Proven(41, 60, Instant.parse("2026-11-25T05:10:00Z"), "ab".repeat(32)));

    assertThat(page)
        .contains("削除・廃棄証明書", "drq_00000000000000000000000001")
        .contains("患者・家族からの削除の申し出（第16条第2項・第3項）")
        .contains("介山 終（終居宅介護支援）", "看川 終")
        .contains("記事（すべての版）", "12件", "破棄した暗号鍵", "17件")
        .contains("患者のすべての情報", "pat_00000000000000000000000001", "氏名を知ることは、もうできません")
        .contains("41番目まで", "0568-76-1188");
    assertThat(page.replaceAll("\\s", "")).contains("ab".repeat(32));
  }

  @Test
  void without_a_signed_log_it_says_so() throws IOException {
    assertThat(printed(null)).contains("まだ署名されていません").doesNotContain("根のハッシュ");
  }

  @Test
  void of_some_documents_it_does_not_say_that_nobody_knows_the_patient_any_more()
      throws IOException {
    assertThat(printed(null, false))
        .contains("一部の文書", "この患者の、ほかの情報は残っています。")
        .doesNotContain("氏名を知ることは、もうできません");
  }

  private static String printed(Certificate.@Nullable Proven proven) throws IOException {
    return printed(proven, true);
  }

  private static String printed(Certificate.@Nullable Proven proven, boolean complete)
      throws IOException {
    byte[] pdf =
        CertificatePaper.of(
                new Certificate(
                    "drq_00000000000000000000000001",
                    Disposables.Ground.REQUEST,
                    List.of("pat_00000000000000000000000001"),
                    complete,
                    new Erased(complete ? 1 : 0, 12, 2, 3, 0, 17),
                    "看川 終",
                    "介山 終",
                    "終居宅介護支援",
                    Instant.parse("2026-11-25T05:05:00Z"),
                    "0198c0de-0000-7000-8000-000000000001",
                    proven),
                CITY,
                Imprint.ofForm("削除・廃棄証明書", Instant.parse("2026-11-25T05:06:00Z")))
            .pdf();
    return String.join("\n", PaperText.pages(pdf, "certificate"));
  }
}
