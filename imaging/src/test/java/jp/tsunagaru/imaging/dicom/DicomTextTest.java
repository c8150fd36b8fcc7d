package jp.tsunagaru.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DicomTextTest {

  @Test
  void kanji_and_kana_groups_behind_escapes_are_decoded() {
    byte[] bytes =
        bytes("Yamada^Tarou=", jis("山田"), "^", jis("太郎"), "=", jis("やまだ"), "^", jis("たろう"));
    assertThat(DicomText.decode(bytes, "\\ISO 2022 IR 87")).isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
  }

  @Test
  void half_width_kana_in_the_first_group_are_decoded() {
    byte[] bytes =
        bytes(new byte[] {(byte) 0xD4, (byte) 0xCF, (byte) 0xC0, (byte) 0xDE}, "^", "=", jis("山田"));
    assertThat(DicomText.decode(bytes, "ISO 2022 IR 13\\ISO 2022 IR 87")).isEqualTo("ﾔﾏﾀﾞ^=山田");
  }

  @Test
  void utf8_is_decoded() {
    assertThat(DicomText.decode("山田^太郎".getBytes(StandardCharsets.UTF_8), "ISO_IR 192"))
        .isEqualTo("山田^太郎");
  }

  @Test
  void latin_and_korean_names_are_decoded() {
    assertThat(DicomText.decode("Müller".getBytes(StandardCharsets.ISO_8859_1), "ISO_IR 100"))
        .isEqualTo("Müller");
    byte[] korean = bytes("Hong=\033$)C", "洪".getBytes(Charset.forName("EUC-KR")));
    assertThat(DicomText.decode(korean, "\\ISO 2022 IR 149")).isEqualTo("Hong=洪");
  }

  @Test
  void an_undeclared_shift_jis_name_is_guessed() {
    assertThat(DicomText.decode("山田^太郎".getBytes(Charset.forName("windows-31j")), ""))
        .isEqualTo("山田^太郎");
  }

  @Test
  void a_cut_double_byte_character_does_no_harm() {
    assertThat(DicomText.decode(bytes("\033$B", "0"), "\\ISO 2022 IR 87")).hasSize(1);
  }

  private static byte[] jis(String text) {
    return text.getBytes(Charset.forName("ISO-2022-JP"));
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      out.writeBytes(
          part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }
}
