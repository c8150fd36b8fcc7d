package jp.tsunagaru.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.audit.query.OwnAccess.Deed;
import jp.tsunagaru.audit.query.OwnAccess.Visit;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import org.junit.jupiter.api.Test;

class OwnAccessPaperTest {
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
  private static final LocalDate FROM = LocalDate.of(2025, 12, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 30);

  @Test
  void it_says_who_when_and_what_and_names_nobody_unless_the_city_lets_it() throws IOException {
    List<String> pages = printed(new OwnAccess(false, visits(false), false), "own-access");

    assertThat(pages.getFirst())
        .contains("あなたの記録を見た人の一覧", "山田 太郎 様")
        .contains("こまき訪問看護ステーション", "看護師（1人目）", "看護師（2人目）", "緊急時に見た")
        .doesNotContain("看護 花子");
    assertThat(String.join("", pages))
        .contains("職員の氏名は載せていません", "ことばの意味", "この一覧でわからないこと", "0568-76-1188")
        .contains("印刷の目的：本人・代理人の求め");
  }

  @Test
  void with_names_the_people_stand_there_and_no_number() throws IOException {
    List<String> pages = printed(new OwnAccess(true, visits(true), true), "own-access-named");

    assertThat(pages.getFirst()).contains("看護師　看護 花子").doesNotContain("人目）");
    assertThat(String.join("", pages)).contains("古い方から").doesNotContain("氏名は載せていません");
  }

  @Test
  void a_year_without_anybody_says_so() throws IOException {
    List<String> pages = printed(new OwnAccess(false, List.of(), false), "own-access-none");

    assertThat(pages).singleElement().asString().contains("あなたの記録を見た人はいません");
  }

  private static List<Visit> visits(boolean named) {
    return IntStream.range(0, 48)
        .mapToObj(i -> {
          LocalDate day = LocalDate.of(2026, 10, 1).plusDays(i);
          Instant first = day.atTime(9, 5).atZone(DateTexts.TOKYO).toInstant();
          boolean nurse = i % 3 != 2;
          return new Visit(
              day,
              first,
              first.plusSeconds(i % 4 * 1200L),
              nurse ? "こまき訪問看護ステーション" : "医療法人社団小牧会 小牧中央総合在宅支援クリニック",
              nurse ? "NURSE" : "PHYSICIAN",
              named ? nurse ? i % 2 == 0 ? "看護 花子" : "看護 月子" : "医師 太郎" : "",
              named || !nurse ? 0 : 1 + i % 2,
              i == 5
                  ? Set.of(Deed.EMERGENCY)
                  : i % 7 == 0 ? Set.of(Deed.SAW, Deed.WROTE, Deed.PRINTED) : Set.of(Deed.SAW));
        })
        .toList();
  }

  private static List<String> printed(OwnAccess access, String name) throws IOException {
    Instant at = Instant.parse("2026-11-30T05:10:00Z");
    byte[] pdf =
        OwnAccessPaper.of(
                "山田 太郎",
                access,
                FROM,
                TO,
                CITY,
                new Imprint(
                    "あなたの記録を見た人の一覧",
                    at,
                    "窓口 一子",
                    "小牧市役所",
                    false,
                    Optional.of("印刷の目的：本人・代理人の求め（市の窓口を通じて・本人確認書類で確認）")))
            .pdf();
    return PaperText.pages(pdf, name);
  }
}
