package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClamdTest {
  @TempDir Path folder;

  @Test
  void a_clean_file_arrives_whole_and_passes() throws Exception {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);
    try (ClamdPeer peer = ClamdPeer.thatFindsEicar()) {
      assertThat(clamd(peer).clean(file(bytes))).isTrue();
      assertThat(peer.received()).containsExactly(bytes);
    }
  }

  @Test
  void an_infected_file_does_not_pass() throws Exception {
    try (ClamdPeer peer = ClamdPeer.thatFindsEicar()) {
      byte[] infected = ClamdPeer.EICAR.getBytes(StandardCharsets.US_ASCII);
      assertThat(clamd(peer).clean(file(infected))).isFalse();
    }
  }

  @Test
  void without_a_verdict_nothing_passes() throws Exception {
    Path file = file(new byte[300_000]);
    // Larger than the daemon takes: it answers and hangs up in the middle.
    try (ClamdPeer peer =
        ClamdPeer.answering(whole -> "INSTREAM size limit exceeded. ERROR", 100_000)) {
      assertThatThrownBy(() -> clamd(peer).clean(file)).isInstanceOf(IOException.class);
    }
    for (String answer : new String[] {"", "stream: OK maybe", "OK", "stream: ERROR"}) {
      try (ClamdPeer peer = ClamdPeer.answering(whole -> answer, Integer.MAX_VALUE)) {
        assertThatThrownBy(() -> clamd(peer).clean(file)).isInstanceOf(IOException.class);
      }
    }
    ClamdPeer gone = ClamdPeer.thatFindsEicar();
    gone.close();
    assertThatThrownBy(() -> clamd(gone).clean(file)).isInstanceOf(IOException.class);
  }

  @Test
  void a_scanner_that_says_nothing_is_not_waited_for_without_end() throws Exception {
    Path file = file(new byte[10]);
    try (ClamdPeer peer = ClamdPeer.thatIsSilent()) {
      Clamd impatient = new Clamd(peer.address(), Duration.ofMillis(200));
      assertThatThrownBy(() -> impatient.clean(file)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void an_address_that_is_none_is_an_error_at_the_start() {
    for (String address : new String[] {"clamd", ":3310", "clamd:", "clamd:port"}) {
      assertThatThrownBy(() -> new Clamd(address, Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Clamd clamd(ClamdPeer peer) {
    return new Clamd(peer.address(), Duration.ofSeconds(10));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }
}
