package jp.tsunagaru.attachment.write;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * ClamAV's daemon, asked with INSTREAM: the file goes over the connection in chunks and nothing but
 * the bytes, so the daemon needs no right to any folder. It answers {@code stream: OK}, {@code
 * stream: NAME FOUND} or an error, such as a file larger than its {@code StreamMaxLength}; only the
 * first lets a file in.
 */
final class Clamd implements VirusScan {
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 64 << 10;
  private static final int LONGEST_ANSWER = 1024;
  private static final int CONNECT_MILLIS = 3_000;

  private final String host;
  private final int port;
  private final Duration patience;

  /**
   * @param address {@code HOST:PORT}
   */
  Clamd(String address, Duration patience) {
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("tsunagaru.files.clamd must be HOST:PORT");
    }
    this.host = address.substring(0, colon);
    this.port = Integer.parseInt(address.substring(colon + 1));
    this.patience = patience;
  }

  @Override
  public boolean on() {
    return true;
  }

  @Override
  public boolean clean(Path file) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      socket.setSoTimeout((int) patience.toMillis());
      IOException broken = null;
      try {
        send(file, socket);
      } catch (IOException stopped) {
        // It stops reading when it has seen enough; what it says then counts.
        broken = stopped;
      }
      String answer = answer(socket.getInputStream());
      if (answer.equals("stream: OK") && broken == null) {
        return true;
      }
      if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
        return false;
      }
      throw new IOException("the virus scanner gave no verdict", broken);
    }
  }

  private static void send(Path file, Socket socket) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.write(COMMAND);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      int count = in.read(chunk);
      while (count > 0) {
        out.writeInt(count);
        out.write(chunk, 0, count);
        count = in.read(chunk);
      }
    }
    out.writeInt(0);
    out.flush();
  }

  private static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int next = in.read();
    while (next > 0 && answer.size() < LONGEST_ANSWER) {
      answer.write(next);
      next = in.read();
    }
    return answer.toString(StandardCharsets.US_ASCII).strip();
  }
}
