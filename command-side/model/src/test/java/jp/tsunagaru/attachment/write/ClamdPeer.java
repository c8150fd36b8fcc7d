package jp.tsunagaru.attachment.write;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Speaks clamd's side of INSTREAM over a real connection, as the test says. */
final class ClamdPeer implements AutoCloseable {
  /** The test file of the anti-malware industry, in two parts so that no scanner takes fright. */
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final ServerSocket socket;
  private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();
  private @Nullable Thread serving;

  private ClamdPeer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Answers only after the whole file, as clamd does. */
  static ClamdPeer thatFindsEicar() throws IOException {
    return answering(
        whole ->
            new String(whole, StandardCharsets.ISO_8859_1).contains(EICAR)
                ? "stream: Win.Test.EICAR_HDB-1 FOUND"
                : "stream: OK",
        Integer.MAX_VALUE);
  }

  /**
   * @param limit bytes after which it answers and hangs up without reading on
   */
  static ClamdPeer answering(Function<byte[], String> answer, int limit) throws IOException {
    ClamdPeer peer = new ClamdPeer(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
    peer.serving = Thread.ofVirtual().start(() -> peer.serve(answer, limit));
    return peer;
  }

  /** Accepts connections and never says anything. */
  static ClamdPeer thatIsSilent() throws IOException {
    return new ClamdPeer(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The files that arrived whole. */
  Queue<byte[]> received() {
    return received;
  }

  private void serve(Function<byte[], String> answer, int limit) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int length = command.equals("zINSTREAM\0") ? in.readInt() : 0;
        while (length > 0 && whole.size() < limit) {
          whole.writeBytes(in.readNBytes(length));
          length = in.readInt();
        }
        received.add(whole.toByteArray());
        byte[] verdict =
            (answer.apply(whole.toByteArray()) + "\0").getBytes(StandardCharsets.US_ASCII);
        connection.getOutputStream().write(verdict);
      } catch (IOException hungUp) {
        // The next connection.
      }
    }
  }

  /** Nobody is accepted any more when it returns. */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      if (serving != null) {
        serving.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
