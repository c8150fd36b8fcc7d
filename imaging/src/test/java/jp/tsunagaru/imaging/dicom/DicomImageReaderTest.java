package jp.tsunagaru.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jp.tsunagaru.imaging.dicom.DicomUnsupportedException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomImageReaderTest {
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String RLE = "1.2.840.10008.1.2.5";

  @Test
  void without_a_window_the_whole_range_of_a_signed_image_is_shown() throws IOException {
    byte[] file =
        DicomBuilder.gray16()
            .shorts(0x00280103, 1)
            .pixels(DicomBuilder.ramp(32, -1600, 100))
            .build();
    int[] gray = grays(file);
    assertThat(gray[0]).isZero();
    assertThat(gray[31]).isEqualTo(255);
    assertThat(gray[16]).isBetween(131, 132);
  }

  @Test
  void padding_does_not_count_for_the_range() throws IOException {
    byte[] pixels = DicomBuilder.ramp(32, 100, 10);
    pixels[0] = 0;
    pixels[1] = (byte) 0x80;
    byte[] file =
        DicomBuilder.gray16()
            .shorts(0x00280103, 1)
            .shorts(0x00280120, 0x8000)
            .pixels(pixels)
            .build();
    int[] gray = grays(file);
    assertThat(gray[0]).isZero();
    assertThat(gray[1]).isZero();
    assertThat(gray[31]).isEqualTo(255);
  }

  @ParameterizedTest
  @CsvSource({"LINEAR,0,127,255", "LINEAR_EXACT,0,128,255", "SIGMOID,30,128,225"})
  void the_first_window_is_applied_by_its_function(String function, int low, int mid, int high)
      throws IOException {
    byte[] file =
        DicomBuilder.gray16()
            .text(0x00281050, "DS", "160\\5")
            .text(0x00281051, "DS", "160\\1")
            .text(0x00281056, "CS", function)
            .pixels(DicomBuilder.ramp(32, 0, 10))
            .build();
    int[] gray = grays(file);
    assertThat(gray[8]).isBetween(low - 1, low + 1);
    assertThat(gray[16]).isBetween(mid - 1, mid + 2);
    assertThat(gray[24]).isBetween(high - 2, high + 1);
  }

  @Test
  void a_window_in_the_functional_group_of_the_frame_wins_over_the_shared_one() throws IOException {
    DicomBuilder narrow =
        new DicomBuilder()
            .sequence(
                0x00289132,
                new DicomBuilder().text(0x00281050, "DS", "10").text(0x00281051, "DS", "2"));
    DicomBuilder wide =
        new DicomBuilder()
            .sequence(
                0x00289132,
                new DicomBuilder().text(0x00281050, "DS", "155").text(0x00281051, "DS", "310"));
    DicomBuilder nothing = new DicomBuilder();
    byte[] pixels = new byte[128];
    System.arraycopy(DicomBuilder.ramp(32, 0, 10), 0, pixels, 0, 64);
    System.arraycopy(DicomBuilder.ramp(32, 0, 10), 0, pixels, 64, 64);
    byte[] file =
        DicomBuilder.gray16()
            .text(0x00280008, "IS", "2")
            .sequence(0x52009229, wide)
            .sequence(0x52009230, narrow, nothing)
            .pixels(pixels)
            .build();
    assertThat(grays(read(file, 0))[16]).isEqualTo(255);
    assertThat(grays(read(file, 1))[16]).isBetween(130, 134);
  }

  @Test
  void slope_and_intercept_keep_their_fractions() throws IOException {
    byte[] file =
        DicomBuilder.gray16()
            .text(0x00281050, "DS", "0.5")
            .text(0x00281051, "DS", "1")
            .text(0x00281052, "DS", "0.0")
            .text(0x00281053, "DS", "0.03125")
            .text(0x00281056, "CS", "LINEAR_EXACT")
            .pixels(DicomBuilder.ramp(32, 0, 1))
            .build();
    assertThat(grays(file)[16]).isBetween(127, 128);
  }

  @Test
  void monochrome1_is_shown_inverted() throws IOException {
    byte[] file =
        DicomBuilder.image(EXPLICIT, "MONOCHROME1", 1, 16, 12)
            .pixels(DicomBuilder.ramp(32, 0, 100))
            .build();
    assertThat(grays(file)[0]).isEqualTo(255);
    assertThat(grays(file)[31]).isZero();
  }

  @Test
  void the_inverse_presentation_shape_inverts_once() throws IOException {
    byte[] file =
        DicomBuilder.image(EXPLICIT, "MONOCHROME2", 1, 16, 12)
            .text(0x20500020, "CS", "INVERSE")
            .pixels(DicomBuilder.ramp(32, 0, 100))
            .build();
    assertThat(grays(file)[0]).isEqualTo(255);
  }

  @Test
  void a_modality_table_and_a_voi_table_are_applied() throws IOException {
    DicomBuilder modality =
        new DicomBuilder().shorts(0x00283002, 2, 0, 16).shorts(0x00283006, 0, 3);
    DicomBuilder voi =
        new DicomBuilder().shorts(0x00283002, 4, 0, 8).shorts(0x00283006, 10, 20, 30, 200);
    byte[] file =
        DicomBuilder.gray16()
            .sequence(0x00283000, modality)
            .sequence(0x00283010, voi)
            .pixels(DicomBuilder.ramp(32, 0, 1))
            .build();
    int[] gray = grays(file);
    assertThat(gray[0]).isEqualTo(10);
    assertThat(gray[1]).isEqualTo(200);
    assertThat(gray[20]).isEqualTo(200);
  }

  @Test
  void a_requested_window_replaces_the_one_of_the_file() throws IOException {
    byte[] file = DicomBuilder.gray16().pixels(DicomBuilder.ramp(32, 0, 10)).build();
    ImageReader reader = reader(file);
    DicomReadParam param = (DicomReadParam) reader.getDefaultReadParam();
    param.setWindowCenter(50);
    param.setWindowWidth(2);
    int[] gray = grays(reader.read(0, param));
    assertThat(gray[4]).isZero();
    assertThat(gray[6]).isEqualTo(255);
  }

  @Test
  void a_part_of_the_picture_can_be_read() throws IOException {
    byte[] file = DicomBuilder.gray16().pixels(DicomBuilder.ramp(32, 0, 10)).build();
    ImageReader reader = reader(file);
    var param = reader.getDefaultReadParam();
    param.setSourceRegion(new Rectangle(2, 1, 4, 2));
    param.setSourceSubsampling(2, 1, 0, 0);
    BufferedImage part = reader.read(0, param);
    assertThat(part.getWidth()).isEqualTo(2);
    assertThat(part.getHeight()).isEqualTo(2);
  }

  @Test
  void planar_and_interleaved_colours_look_the_same() throws IOException {
    byte[] interleaved = new byte[96];
    byte[] planes = new byte[96];
    for (int i = 0; i < 32; i++) {
      for (int c = 0; c < 3; c++) {
        byte value = (byte) (i * 7 + c * 50);
        interleaved[3 * i + c] = value;
        planes[32 * c + i] = value;
      }
    }
    byte[] one =
        DicomBuilder.image(EXPLICIT, "RGB", 3, 8, 8)
            .shorts(0x00280006, 0)
            .bytes(0x7FE00010, "OB", interleaved)
            .build();
    byte[] two =
        DicomBuilder.image(EXPLICIT, "RGB", 3, 8, 8)
            .shorts(0x00280006, 1)
            .bytes(0x7FE00010, "OB", planes)
            .build();
    assertThat(DicomSamplesTest.maxDifference(read(one, 0), read(two, 0))).isZero();
    assertThat(read(one, 0).getRGB(1, 0) & 0xFFFFFF).isEqualTo(7 << 16 | 57 << 8 | 107);
  }

  @Test
  void ybr_full_and_its_half_chroma_form_are_converted() throws IOException {
    byte[] full = new byte[96];
    byte[] half = new byte[64];
    for (int i = 0; i < 32; i++) {
      full[3 * i] = 76;
      full[3 * i + 1] = 85;
      full[3 * i + 2] = (byte) 255;
    }
    for (int i = 0; i < 16; i++) {
      half[4 * i] = 76;
      half[4 * i + 1] = 76;
      half[4 * i + 2] = 85;
      half[4 * i + 3] = (byte) 255;
    }
    byte[] one =
        DicomBuilder.image(EXPLICIT, "YBR_FULL", 3, 8, 8).bytes(0x7FE00010, "OB", full).build();
    byte[] two =
        DicomBuilder.image(EXPLICIT, "YBR_FULL_422", 3, 8, 8).bytes(0x7FE00010, "OB", half).build();
    int rgb = read(one, 0).getRGB(3, 3);
    assertThat(rgb >> 16 & 0xFF).isGreaterThan(250);
    assertThat(rgb & 0xFF).isLessThan(5);
    assertThat(read(two, 0).getRGB(3, 3)).isEqualTo(rgb);
  }

  @Test
  void a_palette_gives_colours() throws IOException {
    byte[] file =
        palette()
            .shorts(0x00281201, 0, 0xFF00)
            .shorts(0x00281202, 0, 0x8000)
            .shorts(0x00281203, 0xFF00, 0)
            .bytes(0x7FE00010, "OB", alternating())
            .build();
    BufferedImage image = read(file, 0);
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x0000FF);
    assertThat(image.getRGB(1, 0) & 0xFFFFFF).isEqualTo(0xFF8000);
  }

  @Test
  void a_segmented_palette_gives_the_same_colours() throws IOException {
    byte[] file =
        palette()
            .shorts(0x00281221, 0, 1, 0, 1, 1, 0xFF00)
            .shorts(0x00281222, 0, 2, 0, 0x8000)
            .shorts(0x00281223, 0, 2, 0xFF00, 0)
            .bytes(0x7FE00010, "OB", alternating())
            .build();
    BufferedImage image = read(file, 0);
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x0000FF);
    assertThat(image.getRGB(1, 0) & 0xFFFFFF).isEqualTo(0xFF8000);
  }

  @Test
  void run_length_coded_words_are_put_together() throws IOException {
    byte[] file =
        DicomBuilder.image(RLE, "MONOCHROME2", 1, 16, 16)
            .fragments(rle(new byte[] {(byte) 0xE1, 1}, literals(32)))
            .build();
    int[] gray = grays(file);
    assertThat(gray[0]).isZero();
    assertThat(gray[31]).isEqualTo(255);
  }

  @Test
  void a_run_length_segment_that_ends_early_is_truncated() {
    byte[] file =
        DicomBuilder.image(RLE, "MONOCHROME2", 1, 16, 16)
            .fragments(rle(new byte[] {(byte) 0xE1, 1}, new byte[] {5, 1, 2}))
            .build();
    refused(file, Code.TRUNCATED);
  }

  @Test
  void single_bits_run_on_across_frames() throws IOException {
    byte[] bits = {0b01010101, 0, 0, (byte) 0x80, (byte) 0xFF, 0, 0, 1};
    byte[] file =
        DicomBuilder.image(EXPLICIT, "MONOCHROME2", 1, 1, 1)
            .text(0x00280008, "IS", "2")
            .bytes(0x7FE00010, "OB", bits)
            .build();
    assertThat(grays(read(file, 0))).startsWith(255, 0, 255, 0).endsWith(0, 255);
    assertThat(grays(read(file, 1))).startsWith(255, 255, 255, 255).contains(0);
  }

  @Test
  void floating_point_pixels_are_shown() throws IOException {
    ByteBuffer floats = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 32; i++) {
      floats.putFloat(i == 5 ? Float.NaN : i / 100f);
    }
    byte[] file =
        DicomBuilder.image(EXPLICIT, "MONOCHROME2", 1, 32, 32)
            .bytes(0x7FE00008, "OF", floats.array())
            .build();
    int[] gray = grays(file);
    assertThat(gray[0]).isZero();
    assertThat(gray[5]).isZero();
    assertThat(gray[31]).isEqualTo(255);
  }

  @Test
  void a_deflated_file_is_read_and_a_deflate_bomb_is_refused() throws IOException {
    byte[] plain =
        DicomBuilder.image("1.2.840.10008.1.2.1.99", "MONOCHROME2", 1, 16, 16)
            .pixels(DicomBuilder.ramp(32, 0, 10))
            .build();
    int dataSet = 132 + 8 + 22;
    assertThat(grays(deflated(plain, dataSet, 0))[31]).isEqualTo(255);
    byte[] bomb = deflated(plain, dataSet, 260);
    assertThat(bomb.length).isLessThan(4 << 20);
    refused(bomb, Code.ZIP_BOMB);
  }

  @Test
  void the_size_in_the_jpeg_code_stream_must_agree() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
    byte[] file =
        DicomBuilder.image("1.2.840.10008.1.2.4.50", "MONOCHROME2", 1, 8, 8)
            .fragments(jpeg.toByteArray())
            .build();
    refused(file, Code.CORRUPT);
  }

  @Test
  void a_jpeg_frame_in_two_fragments_is_put_together_and_a_cut_one_is_truncated()
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_3BYTE_BGR), "jpeg", out);
    byte[] jpeg = out.toByteArray();
    int middle = jpeg.length / 2 & ~1;
    byte[] first = Arrays.copyOf(jpeg, middle);
    byte[] second = Arrays.copyOfRange(jpeg, middle, jpeg.length);
    byte[] file =
        DicomBuilder.image("1.2.840.10008.1.2.4.50", "YBR_FULL_422", 3, 8, 8)
            .fragments(first, second)
            .build();
    assertThat(read(file, 0).getRGB(0, 0) & 0xFFFFFF).isZero();
    byte[] cut =
        DicomBuilder.image("1.2.840.10008.1.2.4.50", "YBR_FULL_422", 3, 8, 8)
            .fragments(Arrays.copyOf(jpeg, jpeg.length - 4))
            .build();
    refused(cut, Code.TRUNCATED);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2.4.110,UNSUPPORTED_SYNTAX",
    "1.2.840.10008.1.2.4.102,VIDEO",
    "1.2.840.10008.1.2.4.107,VIDEO",
    "1.2.3.4.5,UNSUPPORTED_SYNTAX"
  })
  void an_unsupported_syntax_is_named(String syntax, Code code) {
    byte[] file =
        DicomBuilder.image(syntax, "MONOCHROME2", 1, 8, 8).fragments(new byte[] {1, 2}).build();
    assertThatThrownBy(() -> read(file, 0))
        .isInstanceOfSatisfying(
            DicomUnsupportedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.details()).containsEntry("syntax", syntax);
            });
  }

  @Test
  void too_many_pixels_are_refused_before_anything_is_allocated() {
    byte[] file =
        new DicomBuilder()
            .preamble(new byte[128])
            .text(0x00020010, "UI", RLE)
            .shorts(0x00280010, 65_000)
            .shorts(0x00280011, 65_000)
            .shorts(0x00280100, 16)
            .fragments(new byte[64])
            .build();
    refused(file, Code.PIXEL_BOMB);
  }

  @Test
  void a_frame_that_does_not_exist_is_refused() {
    byte[] file = DicomBuilder.gray16().pixels(DicomBuilder.ramp(32, 0, 10)).build();
    assertThatThrownBy(() -> read(file, 1))
        .isInstanceOfSatisfying(
            DicomUnsupportedException.class,
            e -> assertThat(e.code()).isEqualTo(Code.NO_SUCH_FRAME));
  }

  @Test
  void deep_nesting_is_refused() {
    DicomBuilder inner = new DicomBuilder();
    for (int i = 0; i < 40; i++) {
      inner = new DicomBuilder().sequence(0x00289132, inner);
    }
    byte[] nested = inner.build();
    byte[] head = DicomBuilder.gray16().build();
    byte[] file = Arrays.copyOf(head, head.length + nested.length);
    System.arraycopy(nested, 0, file, head.length, nested.length);
    refused(file, Code.CORRUPT);
  }

  @Test
  void the_aspect_ratio_counts_the_shape_of_the_pixels() throws IOException {
    byte[] file =
        DicomBuilder.gray16()
            .text(0x00280030, "DS", "2\\1")
            .pixels(DicomBuilder.ramp(32, 0, 10))
            .build();
    assertThat(reader(file).getAspectRatio(0)).isEqualTo(1.0f);
  }

  @Test
  void the_declared_representative_frame_or_the_middle_one_stands_for_the_file()
      throws IOException {
    byte[] declared =
        DicomBuilder.gray16()
            .text(0x00280008, "IS", "5")
            .shorts(0x00286010, 4)
            .pixels(new byte[320])
            .build();
    byte[] silent = DicomBuilder.gray16().text(0x00280008, "IS", "5").pixels(new byte[320]).build();
    assertThat(DicomFile.read(ByteBuffer.wrap(declared)).representativeFrame()).isEqualTo(4);
    assertThat(DicomFile.read(ByteBuffer.wrap(silent)).representativeFrame()).isEqualTo(3);
  }

  private static DicomBuilder palette() {
    return DicomBuilder.image(EXPLICIT, "PALETTE COLOR", 1, 8, 8)
        .shorts(0x00281101, 2, 0, 16)
        .shorts(0x00281102, 2, 0, 16)
        .shorts(0x00281103, 2, 0, 16);
  }

  private static byte[] alternating() {
    byte[] pixels = new byte[32];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i & 1);
    }
    return pixels;
  }

  private static byte[] literals(int count) {
    byte[] out = new byte[count + 1];
    out[0] = (byte) (count - 1);
    for (int i = 0; i < count; i++) {
      out[i + 1] = (byte) (i * 8);
    }
    return out;
  }

  private static byte[] rle(byte[] high, byte[] low) {
    ByteBuffer out =
        ByteBuffer.allocate(64 + high.length + low.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(2).putInt(64).putInt(64 + high.length);
    out.position(64);
    return out.put(high).put(low).array();
  }

  /** Deflates a data set and as many megabytes of zeros behind it. */
  private static byte[] deflated(byte[] file, int from, int megabytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, from);
    byte[] buffer = new byte[64 << 10];
    deflater.setInput(file, from, file.length - from);
    for (int i = 0; i < megabytes; i++) {
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.setInput(new byte[1 << 20]);
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void refused(byte[] file, Code... codes) {
    assertThatThrownBy(() -> read(file, 0))
        .isInstanceOfSatisfying(
            DicomUnsupportedException.class, e -> assertThat(e.code()).isIn((Object[]) codes));
  }

  private static ImageReader reader(byte[] file) throws IOException {
    ImageReader reader = DicomReaders.select();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
    return reader;
  }

  private static BufferedImage read(byte[] file, int frame) throws IOException {
    return reader(file).read(frame);
  }

  private static int[] grays(byte[] file) throws IOException {
    return grays(read(file, 0));
  }

  private static int[] grays(BufferedImage image) {
    return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
  }
}
