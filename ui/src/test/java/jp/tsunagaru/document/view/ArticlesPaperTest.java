package jp.tsunagaru.document.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import org.junit.jupiter.api.Test;

class ArticlesPaperTest {
  private static final Instant AT = Instant.parse("2026-11-25T05:05:00Z");
  private static final BasicInfo PATIENT =
      new BasicInfo(
          "渡邉",
          "千代",
          "わたなべ",
          "ちよ",
          Gender.FEMALE,
          LocalDate.of(1947, 7, 5),
          "",
          "小牧市堀の内一丁目1番地",
          List.of(),
          List.of(),
          "",
          "",
          null,
          null,
          null,
          "",
          "",
          "");
  private static final Imprint IMPRINT =
      Imprint.ofRecord("連絡帳", AT, "山田 さくら", "さくら訪問看護ステーション").withNote("印刷の目的：会議");

  @Test
  void anArticleStandsWithWhoWroteItWhenAndWhatIsAttached() throws IOException {
    Printed printed =
        print(
            new PrintedArticles(
                List.of(entry("右かかとの発赤が広がっています。\n明日、主治医に報告します。", 2, Visibility.TEAM)), false));

    List<String> pages = PaperText.pages(printed.pdf(), "article");

    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst())
        .contains("渡邉 千代", "わたなべ ちよ", "1947年7月5日（昭和22年）", "79歳", "女")
        .contains("2026年11月24日（令和8年）（火）")
        .contains("看護 花子", "看護師", "さくら訪問看護ステーション")
        .contains("右かかとの発赤が広がっています。", "明日、主治医に報告します。")
        .contains("第2版")
        .contains("#皮膚・創傷", "右かかと.jpg")
        .contains("印刷の目的：会議", "参照情報", "1 / 1 ページ", "令和8年11月25日 14:05", "山田 さくら")
        .doesNotContain("公開範囲が限られた記事です");
    assertThat(printed.pdf().length).isLessThan(100_000);
    assertThat(printed.missing()).isEmpty();
  }

  @Test
  void aLimitedArticleSaysSo() throws IOException {
    Visibility nurses =
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));

    Printed printed = print(new PrintedArticles(List.of(entry("ここだけの話", 1, nurses)), false));

    assertThat(PaperText.pages(printed.pdf()).getFirst()).contains("公開範囲が限られた記事です");
  }

  @Test
  void manyArticlesGoOnOverThePagesAndAnEndThatIsNotTheEndIsSaid() throws IOException {
    List<TimelineEntry> many =
        IntStream.range(0, 40)
            .mapToObj(
                number -> entry("記録" + number + "番。" + "本日の様子です。".repeat(30), 1, Visibility.TEAM))
            .toList();

    List<String> pages = PaperText.pages(print(new PrintedArticles(many, true)).pdf(), "articles");

    String all = String.join("", pages);
    assertThat(pages).hasSizeGreaterThan(5);
    IntStream.range(0, 40).forEach(number -> assertThat(all).contains("記録" + number + "番。"));
    assertThat(all.replaceAll("\\s", "")).contains("40件だけが入っています");
    assertThat(pages.get(1)).contains("連絡帳　渡邉 千代（続き）");
  }

  @Test
  void theRangeIsToldInWords() {
    PrintedArticles none = new PrintedArticles(List.of(), false);

    assertThat(
            ArticlesPaper.range(
                new TimelineFilter(LocalDate.of(2026, 11, 1), null, null, null, "服薬"), none))
        .contains("記載日 2026年11月1日（令和8年） から")
        .contains("#服薬")
        .contains("0件");
  }

  private static Printed print(PrintedArticles articles) {
    return ArticlesPaper.of(PATIENT, TimelineFilter.ALL, articles, IMPRINT);
  }

  private static TimelineEntry entry(String text, long version, Visibility visibility) {
    return new TimelineEntry(
        PatientId.next(),
        DocumentId.next(),
        version,
        LocalDate.of(2026, 11, 24),
        AT.minusSeconds(90_000),
        AT.minusSeconds(3_000),
        AccountId.next(),
        new AuthorAsWritten("看護 花子", "さくら訪問看護ステーション"),
        Profession.NURSE,
        new ArticleContent("", text),
        Set.of("皮膚・創傷"),
        visibility,
        List.of(
            new AttachmentView(
                AttachmentId.next(), "右かかと.jpg", FileKind.JPEG, 1, 1, false, null, List.of(), "")),
        0,
        0,
        false,
        false,
        false,
        null,
        null);
  }
}
