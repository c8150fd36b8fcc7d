package jp.tsunagaru.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.dicom.DicomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RenderingTest {
  @TempDir Path folder;

  @Test
  void a_photo_gets_a_thumbnail_and_a_display_picture_within_the_bounds() throws IOException {
    Rendered rendered = rendered(TestFiles.jpeg(5000, 2500), MediaKind.JPEG);
    assertThat(rendered.width()).isEqualTo(2048);
    assertThat(rendered.height()).isEqualTo(1024);
    BufferedImage thumbnail = ImageIO.read(rendered.thumbnail().toFile());
    assertThat(thumbnail.getWidth()).isEqualTo(320);
    assertThat(thumbnail.getHeight()).isEqualTo(160);
    assertThat(red(thumbnail, 20, 20)).isTrue();
    assertThat(red(thumbnail, 300, 140)).isFalse();
    assertThat(rendered.referenceMark()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1,10,10", "2,90,10", "3,90,50", "4,10,50", "5,10,10", "6,50,10", "7,50,90", "8,10,90"
  })
  void the_orientation_of_a_photo_is_applied(int orientation, int x, int y) throws IOException {
    Rendered rendered = rendered(TestFiles.photo(100, 60, orientation), MediaKind.JPEG);
    BufferedImage image = ImageIO.read(rendered.display().toFile());
    assertThat(image.getWidth()).isEqualTo(orientation >= 5 ? 60 : 100);
    for (int px : new int[] {10, image.getWidth() - 10}) {
      for (int py : new int[] {10, image.getHeight() - 10}) {
        assertThat(red(image, px, py)).as("%d,%d", px, py).isEqualTo(px == x && py == y);
      }
    }
  }

  @Test
  void the_position_of_a_photo_is_in_neither_picture() throws IOException {
    byte[] photo = TestFiles.photo(100, 60, 1);
    assertThat(text(photo)).contains(TestFiles.GPS_TEXT);
    Rendered rendered = rendered(photo, MediaKind.JPEG);
    for (Path picture : new Path[] {rendered.thumbnail(), rendered.display()}) {
      assertThat(text(Files.readAllBytes(picture)))
          .doesNotContain(TestFiles.GPS_TEXT)
          .doesNotContain("Exif");
    }
  }

  @Test
  void transparency_becomes_white() throws IOException {
    BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
    Path file = folder.resolve("clear.png");
    ImageIO.write(clear, "png", file.toFile());
    Rendered rendered = rendered(Files.readAllBytes(file), MediaKind.PNG);
    assertThat(ImageIO.read(rendered.display().toFile()).getRGB(25, 25) & 0xFF).isGreaterThan(250);
  }

  @Test
  void a_page_of_a_pdf_is_rendered_on_request() throws IOException {
    byte[] pdf = TestFiles.pdf(3);
    Rendered first = rendered(pdf, MediaKind.PDF);
    assertThat(first.pages()).isEqualTo(3);
    assertThat(first.page()).isEqualTo(1);
    assertThat(Math.max(first.width(), first.height())).isBetween(2040, 2048);
    assertThat(red(ImageIO.read(first.thumbnail().toFile()), 60, 250)).isTrue();
    Rendered second = (Rendered) render(pdf, MediaKind.PDF, RenderOptions.standard().withPage(2));
    assertThat(red(ImageIO.read(second.thumbnail().toFile()), 60, 250)).isFalse();
  }

  @Test
  void a_page_that_does_not_exist_or_lies_beyond_the_limit_is_refused() {
    byte[] pdf = TestFiles.pdf(3);
    refused(pdf, MediaKind.PDF, RenderOptions.standard().withPage(4), Reason.NO_SUCH_PAGE);
    refused(pdf, MediaKind.PDF, RenderOptions.standard().withPage(0), Reason.NO_SUCH_PAGE);
    refused(
        pdf,
        MediaKind.PDF,
        RenderOptions.standard().withPage(3).withLimits(Limits.standard().withMaxPdfPages(2)),
        Reason.NO_SUCH_PAGE);
    refused(
        TestFiles.dicom(),
        MediaKind.DICOM,
        RenderOptions.standard().withPage(2),
        Reason.NO_SUCH_PAGE);
  }

  @Test
  void a_dicom_frame_is_squared_enlarged_and_marked() throws IOException {
    byte[] file =
        DicomBuilder.gray16()
            .text(0x00280030, "DS", "2\\1")
            .pixels(DicomBuilder.ramp(32, 0, 10))
            .build();
    Rendered rendered = rendered(file, MediaKind.DICOM);
    assertThat(rendered.width()).isEqualTo(256);
    assertThat(rendered.height()).isEqualTo(256);
    BufferedImage image = ImageIO.read(rendered.display().toFile());
    boolean white = false;
    boolean black = false;
    for (int x = 200; x < 256; x++) {
      for (int y = 238; y < 256; y++) {
        white |= (image.getRGB(x, y) & 0xFF) > 240;
        black |= (image.getRGB(x, y) & 0xFF) < 40;
      }
    }
    assertThat(white && black).isEqualTo(rendered.referenceMark());
  }

  @Test
  void a_window_on_request_changes_the_picture() throws IOException {
    Rendered plain = rendered(TestFiles.dicom(), MediaKind.DICOM);
    int before = ImageIO.read(plain.display().toFile()).getRGB(128, 4) & 0xFF;
    Rendered windowed =
        (Rendered)
            render(TestFiles.dicom(), MediaKind.DICOM, RenderOptions.standard().withWindow(2, 4));
    int after = ImageIO.read(windowed.display().toFile()).getRGB(128, 4) & 0xFF;
    assertThat(after).isGreaterThan(before + 100);
  }

  @Test
  void the_representative_frame_is_shown_unless_another_is_asked_for() {
    byte[] file = DicomBuilder.gray16().text(0x00280008, "IS", "5").pixels(new byte[320]).build();
    assertThat(rendered(file, MediaKind.DICOM).page()).isEqualTo(3);
    assertThat(
            ((Rendered) render(file, MediaKind.DICOM, RenderOptions.standard().withPage(5))).page())
        .isEqualTo(5);
  }

  @Test
  void reasons_of_the_dicom_reader_are_passed_on() {
    byte[] later =
        DicomBuilder.image("1.2.840.10008.1.2.4.110", "MONOCHROME2", 1, 8, 8)
            .fragments(new byte[] {1, 2})
            .build();
    assertThat(render(later, MediaKind.DICOM, RenderOptions.standard()))
        .isInstanceOfSatisfying(
            RenderRefused.class,
            r -> {
              assertThat(r.reason()).isEqualTo(Reason.UNSUPPORTED_SYNTAX);
              assertThat(r.details()).containsEntry("codec", "JPEG_XL");
            });
    refused(
        DicomBuilder.gray16().build(),
        MediaKind.DICOM,
        RenderOptions.standard(),
        Reason.NO_PIXEL_DATA);
    byte[] cut = TestFiles.dicom();
    refused(
        Arrays.copyOf(cut, cut.length - 10),
        MediaKind.DICOM,
        RenderOptions.standard(),
        Reason.TRUNCATED);
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TEXT"})
  void kinds_without_a_preview_say_so(MediaKind kind) {
    refused(new byte[] {1}, kind, RenderOptions.standard(), Reason.NO_PREVIEW);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "PDF", "DICOM"})
  void content_of_another_kind_is_corrupt_and_leaves_no_picture(MediaKind kind) throws IOException {
    refused(
        "nothing of the kind".getBytes(StandardCharsets.UTF_8),
        kind,
        RenderOptions.standard(),
        Reason.CORRUPT);
    Path out = folder.resolve("out");
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.list(out)) {
        assertThat(files).isEmpty();
      }
    }
  }

  private static boolean red(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return (rgb >> 16 & 0xFF) > 180 && (rgb & 0xFF) < 90;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private Rendered rendered(byte[] content, MediaKind kind) {
    RenderOutcome outcome = render(content, kind, RenderOptions.standard());
    assertThat(outcome).isInstanceOf(Rendered.class);
    return (Rendered) outcome;
  }

  private void refused(byte[] content, MediaKind kind, RenderOptions options, Reason reason) {
    assertThat(render(content, kind, options))
        .isInstanceOfSatisfying(RenderRefused.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }

  private RenderOutcome render(byte[] content, MediaKind kind, RenderOptions options) {
    try {
      Path input = Files.write(folder.resolve("input"), content);
      return Rendering.render(input, kind, folder.resolve("out"), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
