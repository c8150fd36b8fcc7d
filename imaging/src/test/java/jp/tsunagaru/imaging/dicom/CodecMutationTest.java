package jp.tsunagaru.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.RenderOutcome;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.dicom.WebAssemblyCodecs.Shape;
import jp.tsunagaru.imaging.worker.ConversionJob;
import jp.tsunagaru.imaging.worker.ConversionWorkers;
import jp.tsunagaru.imaging.worker.WorkerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged code streams: decoded or refused with a reason, within the time, without running out of
 * memory. The same numbers every time. Native code gets them in a worker, as it does in service.
 */
@Timeout(300)
class CodecMutationTest {
  private static final int ROUNDS = 50;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Shape SHAPE = new Shape(48, 32, 1, 16, 12, false);

  @TempDir Path folder;

  private record Seed(byte[] stream, FrameCodec codec, String syntax) {}

  private static List<Seed> seeds() {
    int[] picture = CodeStreams.picture(SHAPE);
    FrameCodec portable = new Jpeg2000Codec(Optional.empty());
    return List.of(
        new Seed(CodeStreams.jpegLs(SHAPE, picture), new JpegLsCodec(), "1.2.840.10008.1.2.4.80"),
        new Seed(CodeStreams.jpeg2000(SHAPE, picture), portable, "1.2.840.10008.1.2.4.90"),
        new Seed(CodeStreams.htj2k(SHAPE, picture), portable, "1.2.840.10008.1.2.4.201"),
        new Seed(CodeStreams.jpeg12(6, 4, new int[24]), new JpegCodec(), "1.2.840.10008.1.2.4.51"));
  }

  @Test
  void damaged_code_streams_are_decoded_or_refused_in_time() throws Exception {
    PixelFormat format =
        new PixelFormat(
            32, 48, 1, 16, 12, 11, false, false, "MONOCHROME2", PixelFormat.Kind.INTEGER);
    SplittableRandom random = new SplittableRandom(20261125);
    int refused = 0;
    for (Seed seed : seeds()) {
      for (int i = 0; i < ROUNDS; i++) {
        ByteBuffer stream = ByteBuffer.wrap(mutate(seed.stream(), random));
        refused += inTime(() -> seed.codec().decode(stream, format)) ? 0 : 1;
      }
    }
    assertThat(refused).isBetween(1, 4 * ROUNDS - 1);
  }

  @Test
  void damaged_files_cost_a_worker_at_most_and_every_one_is_answered() throws Exception {
    SplittableRandom random = new SplittableRandom(8);
    WorkerOptions options = WorkerOptions.standard().withTimeLimit(LONGEST);
    int answered = 0;
    try (ConversionWorkers workers = new ConversionWorkers(options)) {
      for (Seed seed : seeds()) {
        for (int i = 0; i < ROUNDS; i++) {
          Path file = Files.write(folder.resolve("mutant"), file(seed, random));
          RenderOptions limited =
              RenderOptions.standard().withLimits(Limits.standard().withMaxPixels(4_000_000));
          RenderOutcome outcome =
              workers
                  .convert(new ConversionJob(file, MediaKind.DICOM, folder.resolve("out"), limited))
                  .get(120, TimeUnit.SECONDS);
          if (outcome instanceof RenderRefused refusal) {
            assertThat(refusal.reason()).isNotIn(Reason.TIMED_OUT, Reason.BUSY);
            assertThat(refusal.details()).doesNotContainEntry("cause", "memory");
          }
          answered++;
        }
      }
    }
    assertThat(answered).isEqualTo(4 * ROUNDS);
  }

  private static byte[] file(Seed seed, SplittableRandom random) {
    byte[] stream = mutate(seed.stream(), random);
    return new DicomBuilder()
        .preamble(new byte[128])
        .text(0x00020010, "UI", seed.syntax())
        .shorts(0x00280002, 1)
        .text(0x00280004, "CS", "MONOCHROME2")
        .shorts(0x00280010, 32)
        .shorts(0x00280011, 48)
        .shorts(0x00280100, 16)
        .shorts(0x00280101, 12)
        .shorts(0x00280102, 11)
        .fragments(stream)
        .build();
  }

  @FunctionalInterface
  private interface Decoding {
    Frame run() throws Exception;
  }

  /** Whether there is a picture; fails on anything but a refusal and on one second too many. */
  private static boolean inTime(Decoding decoding) throws Exception {
    CompletableFuture<Frame> frame = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                frame.complete(decoding.run());
              } catch (Exception | Error e) {
                frame.completeExceptionally(e);
              }
            });
    try {
      frame.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(DicomUnsupportedException.class);
      return false;
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new AssertionError("a decoder did not come to an end", e);
    }
  }

  private static byte[] mutate(byte[] seed, SplittableRandom random) {
    byte[] copy = seed.clone();
    List<Integer> places = new ArrayList<>();
    int range = random.nextBoolean() ? Math.min(copy.length, 160) : copy.length;
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      places.add(2 + random.nextInt(range - 2));
    }
    for (int at : places) {
      copy[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xFF;
            case 1 -> 0;
            case 2 -> (byte) (copy[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt(256);
          };
    }
    return copy;
  }
}
