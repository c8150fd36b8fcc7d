package jp.tsunagaru.axon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StoredEntryTest {
  /** docs/operations/proof.md says the same; heads signed long ago depend on it. */
  @Test
  void the_bytes_of_an_entry_never_change() {
    StoredEntry entry =
        new StoredEntry(
            "domain",
            258,
            "ev",
            null,
            "doc_1",
            1,
            "2026",
            "T",
            "",
            "封".getBytes(StandardCharsets.UTF_8),
            null);

    assertThat(HexFormat.of().formatHex(entry.encoded()))
        .isEqualTo(
            "01"
                + "00000006646f6d61696e"
                + "0000000000000102"
                + "000000026576"
                + "ffffffff"
                + "00000005646f635f31"
                + "0000000000000001"
                + "0000000432303236"
                + "0000000154"
                + "00000000"
                + "00000003e5b081"
                + "ffffffff");
  }
}
