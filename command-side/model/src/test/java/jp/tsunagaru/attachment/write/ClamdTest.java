package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a peer that speaks clamd's side of INSTREAM over a real connection. */
@Timeout(60)
class ClamdTest {
  /** The test file of the anti-malware industry, in two parts so that no scanner takes fright. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  @TempDir Path folder;

  private ServerSocket peer;

  @BeforeEach
  void listen() throws IOException {
    peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    peer.close();
  }

  @Test
  void a_clean_file_arrives_whole_and_passes() throws Exception {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);
    CompletableFuture<byte[]> received = answering(whole -> "stream: OK", Integer.MAX_VALUE);

    assertThat(clamd().clean(file(bytes))).isTrue();

    assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(bytes);
  }

  @Test
  void an_infected_file_does_not_pass() throws Exception {
    answering(
        whole ->
            new String(whole, StandardCharsets.US_ASCII).contains("EICAR")
                ? "stream: Win.Test.EICAR_HDB-1 FOUND"
                : "stream: OK",
        Integer.MAX_VALUE);

    assertThat(clamd().clean(file(EICAR.getBytes(StandardCharsets.US_ASCII)))).isFalse();
  }

  @Test
  void without_a_verdict_nothing_passes() throws Exception {
    Path file = file(new byte[300_000]);

    // Larger than the daemon takes: it answers and hangs up in the middle.
    answering(whole -> "INSTREAM size limit exceeded. ERROR", 100_000);
    assertThatThrownBy(() -> clamd().clean(file)).isInstanceOf(IOException.class);

    answering(whole -> "", Integer.MAX_VALUE);
    assertThatThrownBy(() -> clamd().clean(file)).isInstanceOf(IOException.class);

    answering(whole -> "stream: OK maybe", Integer.MAX_VALUE);
    assertThatThrownBy(() -> clamd().clean(file)).isInstanceOf(IOException.class);

    peer.close();
    assertThatThrownBy(() -> clamd().clean(file)).isInstanceOf(IOException.class);
  }

  @Test
  void a_scanner_that_says_nothing_is_not_waited_for_without_end() throws Exception {
    Clamd impatient = new Clamd("127.0.0.1:" + peer.getLocalPort(), Duration.ofMillis(200));
    Path file = file(new byte[10]);

    assertThatThrownBy(() -> impatient.clean(file)).isInstanceOf(IOException.class);
  }

  @Test
  void an_address_that_is_none_is_an_error_at_the_start() {
    for (String address : new String[] {"clamd", ":3310", "clamd:", "clamd:port"}) {
      assertThatThrownBy(() -> new Clamd(address, Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @FunctionalInterface
  private interface Judgement {
    String of(byte[] whole);
  }

  /** One connection: reads the chunks up to a limit, answers, hangs up. */
  private CompletableFuture<byte[]> answering(Judgement judgement, int limit) {
    CompletableFuture<byte[]> received = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = peer.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            int length = command.equals("zINSTREAM\0") ? in.readInt() : 0;
            while (length > 0 && whole.size() < limit) {
              whole.writeBytes(in.readNBytes(length));
              length = in.readInt();
            }
            socket
                .getOutputStream()
                .write(
                    (judgement.of(whole.toByteArray()) + "\0").getBytes(StandardCharsets.US_ASCII));
            received.complete(whole.toByteArray());
          } catch (IOException e) {
            received.completeExceptionally(e);
          }
        });
    return received;
  }

  private Clamd clamd() {
    return new Clamd("127.0.0.1:" + peer.getLocalPort(), Duration.ofSeconds(10));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }
}
