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
import java.util.Set;
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
  private static final Set<String> LATER_CODECS =
      Set.of(
          "JPEG-LS lossless",
          "JPEG-LS near-lossless",
          "JPEG 2000",
          "JPEG 2000 lossless",
          "HTJ2K lossless",
          "JPEG Extended (P2/4)");
  private static final Map<String, Code> REFUSED =
      Map.of("MR_truncated.dcm", Code.TRUNCATED, "chrJapMulti.dcm", Code.NO_PIXEL_DATA);

  static Stream<Path> readable() throws IOException {
    List<String> later = later();
    return DicomSamples.files().stream()
        .filter(f -> !later.contains(f.getFileName().toString()))
        .filter(f -> !REFUSED.containsKey(f.getFileName().toString()));
  }

  static List<String> later() throws IOException {
    if (!DicomSamples.available()) {
      return List.of();
    }
    return Files.readAllLines(DicomSamples.folder().orElseThrow().resolve("README.md")).stream()
        .filter(line -> line.contains(".dcm |"))
        .map(line -> line.split("\\|"))
        .filter(cells -> LATER_CODECS.stream().anyMatch(c -> cells[5].strip().startsWith(c + " (")))
        .map(cells -> cells[1].strip())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_real_file_looks_as_the_independent_renderer_shows_it(Path file) throws IOException {
    BufferedImage image = read(file, 0);
    File expected =
        file.resolveSibling("expected")
            .resolve(file.getFileName().toString().replace(".dcm", ".png"))
            .toFile();
    assertThat(image.getWidth()).isPositive();
    if (expected.exists()) {
      assertThat(maxDifference(image, ImageIO.read(expected))).isLessThanOrEqualTo(2);
    }
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

  @ParameterizedTest
  @MethodSource("later")
  void a_codec_of_a_later_version_is_refused_by_name(String name) {
    Path file = DicomSamples.folder().orElseThrow().resolve(name);
    assertThatThrownBy(() -> read(file, 0))
        .isInstanceOfSatisfying(
            DicomUnsupportedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.UNSUPPORTED_SYNTAX);
              assertThat(e.details()).containsKey("codec");
            });
  }

  @Test
  void a_truncated_file_and_a_file_without_a_picture_are_refused_as_such() {
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
