package jp.tsunagaru.operation.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.printing.Imprint;
import org.junit.jupiter.api.Test;

class CompliancePaperTest {
  private static final Instant AT = Instant.parse("2026-11-30T05:10:00Z");
  private static final String COUNTS = "緑：良好10件・黄：注意9件・赤：要対応9件・不明13件";
  private static final String HEAD =
      "domain 1048576 2026-11-30T05:09:58Z " + "9f".repeat(32) + " " + "Qm9vdA".repeat(14);

  @Test
  void every_control_stands_there_whole_with_its_light_and_the_signed_heads() throws IOException {
    List<String> pages =
        PaperText.pages(
            CompliancePaper.of(
                    new Compliance(AT, controls(), List.of(HEAD, HEAD.replace("domain", "access"))),
                    YearMonth.of(2026, 11),
                    new Imprint(
                        CompliancePaper.title(),
                        AT,
                        "監査 調子",
                        "小牧市役所",
                        false,
                        Optional.of("印刷の目的：会議（協議会の定例会）")))
                .pdf(),
            "compliance");

    String all = String.join("", pages).replaceAll("\\s", "");
    assertThat(all)
        .contains("安全管理の月次報告", "期間令和8年11月1日から令和8年11月30日まで", "C-40時刻の保存と表示")
        .contains(COUNTS)
        .contains("点検の済んだ期間1,048、点検待ち150,000", "90日以上使われていないユーザーID（第25条）")
        .contains(HEAD.replace(" ", ""));
    assertThat(pages.size()).isLessThanOrEqualTo(4);
  }

  /** All findings that there are, so that the longest of them is seen on paper. */
  private static List<Control> controls() {
    List<String> findings =
        List.of(
            "shared",
            "factors",
            "oneTime",
            "hashes",
            "early",
            "rights",
            "accesses",
            "reviews",
            "proof",
            "authors",
            "approvers",
            "automatic",
            "printed",
            "files",
            "unscanned",
            "sessions",
            "emergencies",
            "purged",
            "unsigned",
            "breaches",
            "consents",
            "takenOut",
            "zones",
            "incidents",
            "logsTakenOut",
            "toldToPersons",
            "noFactors");
    Stream<Control> measured =
        IntStream.range(0, findings.size())
            .mapToObj(i ->
                new Control(
                    "C-%02d".formatted(i + 1),
                    Light.values()[i % 3],
                    findings.get(i),
                    List.of(1048L, 150_000L, 3L, 2L),
                    List.of()));
    Stream<Control> unknown =
        IntStream.rangeClosed(28, 40)
            .mapToObj(i -> new Control("C-" + i, Light.UNKNOWN, "unknown", List.of(), List.of()));
    Stream<Control> articles =
        Stream.of(new Control("A-25", Light.GREEN, "unused", List.of(3L), List.of()));
    return Stream.of(measured, unknown, articles)
        .flatMap(each -> each)
        .collect(Collectors.toList());
  }
}
