package jp.tsunagaru.terms.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import jp.tsunagaru.terms.TermsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsFileTest {
  private static final String GOOD = "version: 2.1\neffective: 2027-04-01\n\n第1条 はじめに\n";

  @Test
  void header_and_text_are_told_apart() throws IOException {
    TermsText text = parsed(GOOD);

    assertThat(text.kind()).isEqualTo(TermsText.Kind.TERMS);
    assertThat(text.version()).isEqualTo("2.1");
    assertThat(text.effectiveFrom()).isEqualTo(LocalDate.of(2027, 4, 1));
    assertThat(text.text()).isEqualTo("第1条 はじめに\n");
    assertThat(text.sha256()).isEqualTo(sha256("第1条 はじめに\n")).matches("[0-9a-f]{64}");
  }

  @Test
  void the_editor_of_another_operating_system_does_not_change_the_hash() throws IOException {
    assertThat(parsed("\uFEFF" + GOOD.replace("\n", "\r\n")).sha256())
        .isEqualTo(parsed(GOOD).sha256());
  }

  @Test
  void one_other_character_changes_the_hash() throws IOException {
    assertThat(parsed(GOOD.replace("はじめ", "始め")).sha256()).isNotEqualTo(parsed(GOOD).sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version: 1\neffective: 2027-04-01\n",
        "version: 1\neffective: 2027-04-01\n\n  \n",
        "effective: 2027-04-01\n\ntext",
        "version:\neffective: 2027-04-01\n\ntext",
        "version: 1\neffective: 令和9年4月1日\n\ntext"
      })
  void an_incomplete_file_is_refused(String file) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> parsed(file))
        .withMessageStartingWith("terms.txt: ");
  }

  @Test
  void a_file_in_another_encoding_is_refused() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() ->
            TermsFile.parse(
                TermsText.Kind.TERMS, GOOD.getBytes(Charset.forName("windows-31j")), "terms.txt"))
        .withMessageContaining("UTF-8");
  }

  @Test
  void the_packaged_documents_are_complete() throws IOException {
    TermsFiles packaged = new TermsFiles("");
    assertThat(packaged.terms().text())
        .contains(IntStream.rangeClosed(1, 42).mapToObj(n -> "第" + n + "条（").toList());
    assertThat(packaged.policy().kind()).isEqualTo(TermsText.Kind.POLICY);
    assertThat(packaged.consentForm().text()).contains("統計", "やめたい", "削除");
    assertThat(packaged.agreement().termsHash()).isEqualTo(packaged.terms().sha256());
  }

  @Test
  void the_citys_own_text_wins_and_the_rest_stays(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("terms.txt"), GOOD);
    TermsFiles own = new TermsFiles(folder.toString());
    assertThat(own.terms().version()).isEqualTo("2.1");
    assertThat(own.policy()).isEqualTo(new TermsFiles("").policy());
  }

  @Test
  void a_folder_that_is_not_there_stops_the_start(@TempDir Path folder) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new TermsFiles(folder.resolve("typo").toString()));
  }

  private static TermsText parsed(String file) throws IOException {
    return TermsFile.parse(
        TermsText.Kind.TERMS, file.getBytes(StandardCharsets.UTF_8), "terms.txt");
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
