package jp.tsunagaru.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagaru.imaging.dicom.DicomUnsupportedException.Code;
import jp.tsunagaru.imaging.dicom.WebAssemblyCodecs.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code streams made here come back sample by sample, and damaged ones do not come back at all. */
@Timeout(120)
class CodecsTest {
  private static final Shape GRAY_8 = new Shape(40, 30, 1, 8, 8, false);
  private static final Shape GRAY_12 = new Shape(40, 30, 1, 16, 12, false);
  private static final Shape GRAY_16_SIGNED = new Shape(40, 30, 1, 16, 16, true);
  private static final Shape COLOR = new Shape(40, 30, 3, 8, 8, false);

  static Stream<Shape> shapes() {
    return Stream.of(GRAY_8, GRAY_12, GRAY_16_SIGNED, COLOR);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void jpeg_ls_comes_back_exactly(Shape shape) throws Exception {
    int[] picture = CodeStreams.picture(shape);
    byte[] stream = CodeStreams.jpegLs(shape, picture);
    assertThat(values(new JpegLsCodec().decode(ByteBuffer.wrap(stream), format(shape)), shape))
        .isEqualTo(picture);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void jpeg_2000_comes_back_exactly_without_any_library_of_the_machine(Shape shape)
      throws Exception {
    int[] picture = CodeStreams.picture(shape);
    Jpeg2000Codec portable = new Jpeg2000Codec(Optional.empty());
    for (byte[] stream :
        List.of(CodeStreams.jpeg2000(shape, picture), CodeStreams.htj2k(shape, picture))) {
      assertThat(values(portable.decode(ByteBuffer.wrap(stream), format(shape)), shape))
          .isEqualTo(picture);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void jpeg_2000_comes_back_exactly_by_the_library_of_the_machine(Shape shape) throws Exception {
    assumeThat(OpenJpeg.find()).isPresent();
    int[] picture = CodeStreams.picture(shape);
    Jpeg2000Codec fast = new Jpeg2000Codec(OpenJpeg.find());
    for (byte[] stream :
        List.of(CodeStreams.jpeg2000(shape, picture), CodeStreams.htj2k(shape, picture))) {
      assertThat(values(fast.decode(ByteBuffer.wrap(stream), format(shape)), shape))
          .isEqualTo(picture);
    }
  }

  @Test
  void jpeg_of_12_bits_comes_back() throws Exception {
    int[] blocks = {0, 4095, 2048, 1000, 17, 3333};
    byte[] stream = CodeStreams.jpeg12(3, 2, blocks);
    Shape shape = new Shape(24, 16, 1, 16, 12, false);
    Frame frame = new JpegCodec().decode(ByteBuffer.wrap(stream), format(shape));
    assertThat(frame.stored()).isEqualTo(12);
    int[] back = values(frame, shape);
    for (int i = 0; i < back.length; i++) {
      assertThat(back[i]).isEqualTo(blocks[i / 24 / 8 * 3 + i % 24 / 8]);
    }
  }

  @Test
  void a_code_stream_wrapped_in_boxes_is_found() throws Exception {
    int[] picture = CodeStreams.picture(GRAY_8);
    byte[] stream = CodeStreams.jpeg2000(GRAY_8, picture);
    ByteBuffer boxed = ByteBuffer.allocate(12 + 8 + stream.length);
    boxed.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
    boxed.putInt(8 + stream.length).putInt(0x6A703263).put(stream).flip();
    assertThat(values(new Jpeg2000Codec().decode(boxed, format(GRAY_8)), GRAY_8))
        .isEqualTo(picture);
  }

  @Test
  void a_stream_that_ends_early_is_refused_at_every_length_and_never_shown_in_part() {
    Shape shape = new Shape(40, 32, 1, 16, 12, false);
    int[] picture = CodeStreams.picture(shape);
    List<byte[]> streams =
        List.of(
            CodeStreams.jpegLs(shape, picture),
            CodeStreams.jpeg2000(shape, picture),
            CodeStreams.htj2k(shape, picture),
            CodeStreams.jpeg12(5, 4, new int[20]));
    List<FrameCodec> codecs =
        List.of(new JpegLsCodec(), new Jpeg2000Codec(), new Jpeg2000Codec(), new JpegCodec());
    for (int i = 0; i < streams.size(); i++) {
      byte[] whole = streams.get(i);
      FrameCodec codec = codecs.get(i);
      for (int length = 0; length < whole.length - 2; length += 1 + whole.length / 25) {
        ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> codec.decode(cut.slice(), format(shape)))
            .isInstanceOfSatisfying(
                DicomUnsupportedException.class,
                e -> assertThat(e.code()).isIn(Code.TRUNCATED, Code.CORRUPT));
      }
    }
  }

  @Test
  void a_header_that_differs_from_the_file_is_refused_before_anything_is_decoded() {
    int[] picture = CodeStreams.picture(GRAY_8);
    PixelFormat other = format(new Shape(41, 30, 1, 8, 8, false));
    PixelFormat color = format(COLOR);
    for (PixelFormat wrong : List.of(other, color)) {
      assertCode(
          Code.CORRUPT,
          () ->
              new JpegLsCodec()
                  .decode(ByteBuffer.wrap(CodeStreams.jpegLs(GRAY_8, picture)), wrong));
      assertCode(
          Code.CORRUPT,
          () ->
              new Jpeg2000Codec()
                  .decode(ByteBuffer.wrap(CodeStreams.jpeg2000(GRAY_8, picture)), wrong));
    }
  }

  @Test
  void a_header_of_giant_size_is_refused_before_any_memory_is_taken() {
    byte[] jpegLs = CodeStreams.jpegLs(GRAY_8, CodeStreams.picture(GRAY_8));
    ByteBuffer lying = ByteBuffer.wrap(jpegLs);
    lying.putShort(indexOf(jpegLs, 0xF7) + 4, (short) 60_000);
    lying.putShort(indexOf(jpegLs, 0xF7) + 6, (short) 60_000);
    PixelFormat giant = format(new Shape(60_000, 60_000, 1, 8, 8, false));
    assertCode(Code.PIXEL_BOMB, () -> new JpegLsCodec().decode(lying, giant));

    byte[] jpeg2000 = CodeStreams.jpeg2000(GRAY_8, CodeStreams.picture(GRAY_8));
    ByteBuffer wide = ByteBuffer.wrap(jpeg2000);
    wide.putInt(8, 60_000).putInt(12, 60_000).putInt(24, 60_000).putInt(28, 60_000);
    assertCode(Code.PIXEL_BOMB, () -> new Jpeg2000Codec().decode(wide.slice(), giant));
  }

  @Test
  void a_picture_of_countless_tiles_is_refused() {
    byte[] stream = CodeStreams.jpeg2000(GRAY_8, CodeStreams.picture(GRAY_8));
    ByteBuffer tiled = ByteBuffer.wrap(stream);
    tiled.putInt(24, 1).putInt(28, 1);
    assertCode(Code.CORRUPT, () -> new Jpeg2000Codec().decode(tiled.slice(), format(GRAY_8)));
  }

  @Test
  void an_interruption_stops_a_decoder_at_work() throws Exception {
    Shape large = new Shape(1024, 1024, 1, 8, 8, false);
    byte[] stream = CodeStreams.jpegLs(large, CodeStreams.picture(large));
    CompletableFuture<Code> ended = new CompletableFuture<>();
    Thread decoding =
        Thread.ofPlatform()
            .daemon()
            .unstarted(() -> {
              try {
                while (true) {
                  new JpegLsCodec().decode(ByteBuffer.wrap(stream), format(large));
                }
              } catch (DicomUnsupportedException e) {
                ended.complete(e.code());
              } catch (Exception | Error e) {
                ended.completeExceptionally(e);
              }
            });
    decoding.start();
    decoding.interrupt();
    assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(Code.INTERRUPTED);
  }

  private static void assertCode(
      Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable decoding) {
    assertThatThrownBy(decoding)
        .isInstanceOfSatisfying(
            DicomUnsupportedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static int indexOf(byte[] stream, int marker) {
    for (int i = 0; i + 1 < stream.length; i++) {
      if (stream[i] == (byte) 0xFF && stream[i + 1] == (byte) marker) {
        return i + 1;
      }
    }
    throw new AssertionError("no such marker");
  }

  private static PixelFormat format(Shape shape) {
    return new PixelFormat(
        shape.rows(),
        shape.columns(),
        shape.samples(),
        shape.allocated(),
        shape.precision(),
        shape.precision() - 1,
        shape.signed(),
        false,
        shape.samples() == 3 ? "RGB" : "MONOCHROME2",
        PixelFormat.Kind.INTEGER);
  }

  /** Interleaved and with their sign, as the renderer would see them. */
  private static int[] values(Frame frame, Shape shape) {
    int count = shape.columns() * shape.rows() * shape.samples();
    int pixels = shape.columns() * shape.rows();
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      int at = frame.planar() ? i % shape.samples() * pixels + i / shape.samples() : i;
      int raw = frame.samples().at(at) & (1 << frame.stored()) - 1;
      boolean negative = shape.signed() && raw >> (frame.stored() - 1) != 0;
      values[i] = negative ? raw - (1 << frame.stored()) : raw;
    }
    return values;
  }
}
