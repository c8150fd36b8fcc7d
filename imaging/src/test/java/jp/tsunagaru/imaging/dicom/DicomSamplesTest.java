package jp.tsunagaru.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import jp.tsunagaru.imaging.dicom.DicomUnsupportedException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledIf("jp.tsunagaru.imaging.dicom.DicomSamples#available")
class DicomSamplesTest {
  /** The limit for every file. What is lossless is exact. */
  private static final int LEVELS = 2;

  /**
   * Files that end in a refusal, and why that is right: the first lost its last bytes, the second
   * never had a picture, and the third says 256 x 1024 in its attributes and something else in the
   * size marker of its code stream.
   */
  private static final Map<String, Code> REFUSED =
      Map.of(
          "MR_truncated.dcm", Code.TRUNCATED,
          "chrJapMulti.dcm", Code.NO_PIXEL_DATA,
          "JPEG2000-embedded-sequence-delimiter.dcm", Code.CORRUPT);

  /**
   * Files that the independent renderer made no picture of. The liver ones are packed otherwise
   * than a file that has one, so that picture is theirs as well. The floating point map names the
   * window 0 to 1 and holds numbers from 0 to 0.9416.
   */
  private static final Map<String, String> PICTURE_OF_ANOTHER =
      Map.of("liver_rle.dcm", "liver_1frame.png", "liver_deflate.dcm", "liver_1frame.png");

  private static final String WITHOUT_REFERENCE = "parametric_map_float.dcm";

  static Stream<Path> readable() {
    return DicomSamples.files().stream()
        .filter(f -> !REFUSED.containsKey(f.getFileName().toString()));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_real_file_looks_as_the_independent_renderer_shows_it(Path file) throws IOException {
    BufferedImage image = read(file, 0);
    String name = file.getFileName().toString();
    if (name.equals(WITHOUT_REFERENCE)) {
      assertThat(darkestAndBrightest(image)).containsExactly(0, 240);
      return;
    }
    String picture = PICTURE_OF_ANOTHER.getOrDefault(name, name.replace(".dcm", ".png"));
    File expected = file.resolveSibling("expected").resolve(picture).toFile();
    assertThat(maxDifference(image, ImageIO.read(expected))).isLessThanOrEqualTo(LEVELS);
  }

  @Test
  void all_files_are_accounted_for() {
    assertThat(readable().count() + REFUSED.size()).isEqualTo(72);
  }

  @ParameterizedTest
  @MethodSource("jpeg2000")
  void a_real_jpeg_2000_looks_the_same_without_any_library_of_the_machine(Path file)
      throws IOException {
    DicomFile dicom = DicomFile.read(ByteBuffer.wrap(Files.readAllBytes(file)));
    PixelFormat format = dicom.format(Long.MAX_VALUE);
    ByteBuffer stream = dicom.codeStream(0);
    Frame portable = new Jpeg2000Codec(Optional.empty()).decode(stream, format);
    Frame chosen = new Jpeg2000Codec().decode(stream, format);
    assertThat(portable.color()).isEqualTo(chosen.color());
    int pixels = (int) format.pixels();
    int mask = (1 << portable.stored()) - 1;
    for (int i = 0; i < pixels * format.samples(); i++) {
      int at = chosen.planar() ? i % format.samples() * pixels + i / format.samples() : i;
      assertThat(portable.samples().at(i) & mask).isEqualTo(chosen.samples().at(at) & mask);
    }
  }

  /** The smaller ones: the portable decoder takes seconds for the others. */
  static Stream<Path> jpeg2000() {
    return readable()
        .filter(f ->
            List.of(
                    "SC_rgb_gdcm_KY.dcm",
                    "MR_small_jp2klossless.dcm",
                    "693_J2KI.dcm",
                    "emri_small_jpeg_2k_lossless.dcm",
                    "liver_j2k.dcm",
                    "HTJ2KLossless_08_RGB.dcm")
                .contains(f.getFileName().toString()));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void every_frame_of_a_real_file_can_be_read(Path file) throws IOException {
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      ImageReader reader = DicomReaders.select();
      reader.setInput(in);
      int frames = reader.getNumImages(true);
      assertThat(frames).isPositive();
      for (int i = 0; i < frames; i++) {
        assertThat(reader.read(i).getWidth()).isEqualTo(reader.getWidth(i));
      }
    }
  }

  @Test
  void a_file_that_cannot_be_right_is_refused_with_its_reason() {
    REFUSED.forEach((name, code) ->
        assertThatThrownBy(() -> read(DicomSamples.folder().orElseThrow().resolve(name), 0))
            .isInstanceOfSatisfying(
                DicomUnsupportedException.class, e -> assertThat(e.code()).isEqualTo(code)));
  }

  @Test
  void a_japanese_name_is_decoded_by_its_character_set() throws IOException {
    byte[] bytes =
        Files.readAllBytes(DicomSamples.folder().orElseThrow().resolve("chrJapMulti.dcm"));
    assertThat(DicomFile.read(ByteBuffer.wrap(bytes)).patientName()).isEqualTo("やまだ^たろう");
  }

  static BufferedImage read(Path file, int frame) throws IOException {
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      ImageReader reader = DicomReaders.select();
      reader.setInput(in);
      return reader.read(frame);
    }
  }

  private static int[] darkestAndBrightest(BufferedImage image) {
    int[] values =
        image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    return new int[] {
      IntStream.of(values).min().orElseThrow(), IntStream.of(values).max().orElseThrow()
    };
  }

  static int maxDifference(BufferedImage image, BufferedImage expected) {
    assertThat(image.getWidth()).isEqualTo(expected.getWidth());
    assertThat(image.getHeight()).isEqualTo(expected.getHeight());
    Raster one = image.getRaster();
    Raster two = expected.getRaster();
    int worst = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        for (int b = 0; b < 3; b++) {
          int left = one.getSample(x, y, Math.min(b, one.getNumBands() - 1));
          int right = two.getSample(x, y, Math.min(b, two.getNumBands() - 1));
          worst = Math.max(worst, Math.abs(left - right));
        }
      }
    }
    return worst;
  }
}
