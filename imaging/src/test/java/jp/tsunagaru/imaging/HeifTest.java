package jp.tsunagaru.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.worker.ConversionJob;
import jp.tsunagaru.imaging.worker.ConversionWorkers;
import jp.tsunagaru.imaging.worker.WorkerOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * HEIC through the library of the machine. {@code photo.heic} is 320 by 200: a red quarter at the
 * top left on light grey.
 */
class HeifTest {
  @TempDir Path folder;

  private byte[] photo;

  @BeforeEach
  void read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HeifTest.class.getResourceAsStream("/heic/photo.heic"))) {
      photo = in.readAllBytes();
    }
  }

  @Test
  void the_file_is_accepted_with_or_without_the_library() throws IOException {
    assertThat(FileInspector.inspect(written(photo), "IMG_0001.HEIC", Limits.standard()))
        .isInstanceOf(Inspection.Accepted.class);
  }

  @Test
  void a_photo_becomes_pictures_in_a_worker_process() throws Exception {
    assumeThat(Heif.find()).isPresent();
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      RenderOutcome outcome =
          workers
              .convert(
                  new ConversionJob(
                      written(photo),
                      MediaKind.HEIC,
                      folder.resolve("out"),
                      RenderOptions.standard()))
              .get();

      assertThat(outcome).isInstanceOf(Rendered.class);
    }
    BufferedImage display = ImageIO.read(folder.resolve("out/display.jpg").toFile());
    assertThat(display.getWidth()).isEqualTo(320);
    assertThat(display.getHeight()).isEqualTo(200);
    assertThat(red(display, 40, 40)).isTrue();
    assertThat(red(display, 280, 40)).isFalse();
    assertThat(red(display, 40, 160)).isFalse();
    assertThat(folder.resolve("out/thumbnail.jpg")).isNotEmptyFile();
  }

  @Test
  void more_pixels_than_allowed_are_refused_before_they_are_decoded() throws IOException {
    assumeThat(Heif.find()).isPresent();
    RenderOptions strict =
        RenderOptions.standard().withLimits(Limits.standard().withMaxPixels(320 * 200 - 1));
    assertThat(render(photo, strict))
        .isInstanceOfSatisfying(
            RenderRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.PIXEL_BOMB));
  }

  @Test
  void broken_files_are_refused_and_never_a_picture_of_chance() throws IOException {
    assumeThat(Heif.find()).isPresent();
    assertThat(render(Arrays.copyOf(photo, photo.length / 2), RenderOptions.standard()))
        .isInstanceOf(RenderRefused.class);
    assertThat(render(TestFiles.heic(100, 60), RenderOptions.standard()))
        .isInstanceOf(RenderRefused.class);
  }

  /** Native code meets them where a fault costs one conversion. */
  @Test
  void mutated_files_end_in_an_outcome_each() throws Exception {
    assumeThat(Heif.find()).isPresent();
    Random random = new Random(42);
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      for (int i = 0; i < 200; i++) {
        byte[] mutated = photo.clone();
        for (int hit = 0; hit < 4; hit++) {
          mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        RenderOutcome outcome =
            workers
                .convert(
                    new ConversionJob(
                        written(mutated),
                        MediaKind.HEIC,
                        folder.resolve("mutated"),
                        RenderOptions.standard()))
                .get();
        if (outcome instanceof RenderRefused refused) {
          assertThat(refused.reason())
              .isIn(
                  Reason.CORRUPT,
                  Reason.TRUNCATED,
                  Reason.PIXEL_BOMB,
                  Reason.NO_PREVIEW,
                  Reason.CRASHED);
        }
      }
    }
  }

  private RenderOutcome render(byte[] bytes, RenderOptions options) throws IOException {
    return Rendering.render(written(bytes), MediaKind.HEIC, folder.resolve("rendered"), options);
  }

  private Path written(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("photo.heic"), bytes);
  }

  private static boolean red(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return (rgb >> 16 & 0xFF) > 180 && (rgb & 0xFF) < 90;
  }
}
