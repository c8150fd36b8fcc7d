package jp.tsunagaru.imaging.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.Describing;
import jp.tsunagaru.imaging.FileInspector;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.PictureFacts;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOutcome;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.Rendering;

/**
 * The worker process: reads jobs from standard input, does one at a time and answers on standard
 * output. Ends itself as soon as standard input ends, even in the middle of a job.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /** Started by {@link ConversionWorkers}; takes no arguments. */
  public static void main(String[] args) throws Exception {
    OutputStream answers = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    ImageIO.setUseCache(false);
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers));
    BlockingQueue<byte[]> jobs = new LinkedBlockingQueue<>();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .name("jobs-in")
            .start(() -> {
              try {
                while (true) {
                  jobs.put(Wire.receive(in));
                }
              } catch (IOException | InterruptedException ended) {
                Runtime.getRuntime().halt(0);
              }
            });
    Wire.send(out, Wire.hello());
    while (reader.isAlive()) {
      byte[] answer = answer(jobs.take());
      Wire.send(out, answer);
    }
  }

  private static byte[] answer(byte[] message) throws IOException {
    return switch (Wire.decodeRequest(message)) {
      case Wire.RenderRequest(ConversionJob job) -> Wire.encode(render(job));
      case Wire.InspectRequest request -> Wire.encode(inspect(request));
      case Wire.DescribeRequest(Path file) -> Wire.encodeFacts(describe(file));
    };
  }

  private static RenderOutcome render(ConversionJob job) {
    try {
      return Rendering.render(job.input(), job.kind(), job.outDir(), job.options());
    } catch (UncheckedIOException e) {
      return new RenderRefused(Reason.CRASHED, Map.of("cause", "io"));
    } catch (RuntimeException | StackOverflowError e) {
      return new RenderRefused(Reason.CORRUPT, Map.of("error", e.getClass().getSimpleName()));
    }
  }

  private static Inspection inspect(Wire.InspectRequest request) {
    try {
      return FileInspector.inspect(request.file(), request.originalName(), request.limits());
    } catch (UncheckedIOException e) {
      return new Inspection.Rejected(Reason.CRASHED, Map.of("cause", "io"));
    } catch (RuntimeException | StackOverflowError e) {
      return new Inspection.Rejected(Reason.CORRUPT, Map.of("error", e.getClass().getSimpleName()));
    }
  }

  private static Optional<PictureFacts> describe(Path file) {
    try {
      return Describing.describe(file);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  static boolean isHello(byte[] message) {
    return Arrays.equals(message, Wire.hello());
  }
}
