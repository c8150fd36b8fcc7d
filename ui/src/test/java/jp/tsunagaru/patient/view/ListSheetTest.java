package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListSheetTest {
  @Test
  void a_spreadsheet_reads_every_cell_as_the_text_it_is() {
    byte[] csv = ListSheet.csv(List.of(List.of("氏名", "電話"), List.of("𠮷田 \"花\"", "=1+1")));

    assertThat(new String(csv, StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF\"氏名\",\"電話\"\r\n\"𠮷田 \"\"花\"\"\",\"'=1+1\"\r\n");
  }
}
