package wasm.dcmjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CodecOriginTest {
  private static final String PUBLISHED =
      "dff1bc9b3872588c231ea90894f05e7eacd7f5074b9db964e64e7f3f29821d30";

  @Test
  void the_codecs_are_those_that_were_published() throws Exception {
    byte[] codecs = Files.readAllBytes(Path.of("src/main/wasm/dcmjs-native-codecs.wasm"));
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(codecs);
    assertThat(HexFormat.of().formatHex(sum)).isEqualTo(PUBLISHED);
  }

  @Test
  void the_licence_comes_with_them() {
    assertThat(NativeCodecs.class.getResource("/META-INF/licenses/dcmjs-codecs.txt")).isNotNull();
  }
}
