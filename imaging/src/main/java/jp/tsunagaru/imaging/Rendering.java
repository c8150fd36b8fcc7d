package jp.tsunagaru.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import jp.tsunagaru.imaging.dicom.DicomFile;
import jp.tsunagaru.imaging.dicom.DicomReaders;
import jp.tsunagaru.imaging.dicom.DicomUnsupportedException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Makes a thumbnail and a display picture of one page or frame.
 *
 * <p>Both are JPEG files without any metadata: the orientation of a photo is applied and its
 * position is gone. Pictures of DICOM files carry 「参考画像」 where a font can draw it, non-square
 * pixels are squared and frames below 256 pixels are enlarged by whole factors. HEIC is decoded by
 * the machine's library where it has one; Office documents and text have no preview. Meant for
 * hostile input, but inside a worker process only: memory and time are bounded there.
 */
public final class Rendering {
  /** Longest side of a thumbnail. */
  public static final int THUMBNAIL = 320;

  /** Longest side of a display picture. */
  public static final int DISPLAY = 2048;

  private static final int SMALLEST_DICOM = 256;
  private static final float MAX_PDF_SCALE = 4;

  private record Picture(BufferedImage image, int page, int pages) {}

  private Rendering() {}

  /**
   * Renders a file.
   *
   * @param outDir gets {@code thumbnail.jpg} and {@code display.jpg}
   * @return the pictures or the reason why there are none
   * @throws UncheckedIOException if the pictures cannot be written
   */
  public static RenderOutcome render(
      Path input, MediaKind kind, Path outDir, RenderOptions options) {
    Picture picture;
    try {
      picture = read(input, kind, options);
    } catch (Refusal e) {
      return new RenderRefused(e.reason(), e.details());
    } catch (DicomUnsupportedException e) {
      return new RenderRefused(DicomReasons.of(e), e.details());
    } catch (InvalidPasswordException e) {
      return new RenderRefused(Reason.ENCRYPTED, Map.of("what", "pdf"));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new RenderRefused(
          Reason.CORRUPT, Map.of("error", e.getClass().getSimpleName(), "kind", kind.name()));
    }
    try {
      return write(picture, kind == MediaKind.DICOM, outDir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rendered write(Picture picture, boolean marked, Path outDir) throws IOException {
    Files.createDirectories(outDir);
    Path thumbnail = outDir.resolve("thumbnail.jpg");
    Path display = outDir.resolve("display.jpg");
    BufferedImage large = picture.image();
    BufferedImage small = Pictures.fit(large, THUMBNAIL);
    boolean drawn = marked && ReferenceMark.draw(large);
    if (drawn && small != large) {
      ReferenceMark.draw(small);
    }
    Pictures.write(small, thumbnail, 0.8f);
    Pictures.write(large, display, 0.88f);
    return new Rendered(
        thumbnail,
        display,
        large.getWidth(),
        large.getHeight(),
        picture.page(),
        picture.pages(),
        drawn);
  }

  private static Picture read(Path input, MediaKind kind, RenderOptions options)
      throws Refusal, IOException {
    return switch (kind) {
      case JPEG, PNG -> photo(input, kind, options);
      case PDF -> pdf(input, options);
      case DICOM -> dicom(input, options);
      case HEIC -> heic(input, options);
      case OFFICE, TEXT -> throw new Refusal(Reason.NO_PREVIEW, Map.of("kind", kind.name()));
    };
  }

  private static Picture photo(Path input, MediaKind kind, RenderOptions options)
      throws Refusal, IOException {
    checkPage(options.page(), 1);
    int longest;
    int orientation = 1;
    try (FileChannel channel = FileChannel.open(input, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      ByteBuffer bytes = map(channel, arena);
      if (kind == MediaKind.JPEG) {
        if (!JpegStructure.matches(bytes)) {
          throw new Refusal(Reason.CORRUPT, "jpeg");
        }
        JpegStructure jpeg = JpegStructure.read(bytes, options.limits());
        longest = Math.max(jpeg.width(), jpeg.height());
        orientation = jpeg.orientation();
      } else {
        if (!PngStructure.matches(bytes)) {
          throw new Refusal(Reason.CORRUPT, "png");
        }
        PngStructure png = PngStructure.read(bytes, options.limits());
        longest = Math.max(png.width(), png.height());
      }
    }
    BufferedImage image = decode(input, kind, Math.max(1, longest / (2 * DISPLAY)));
    BufferedImage fitted = Pictures.fit(Pictures.opaque(image), DISPLAY);
    return new Picture(Pictures.upright(fitted, orientation), 1, 1);
  }

  private static Picture heic(Path input, RenderOptions options) throws Refusal, IOException {
    Heif library =
        Heif.find()
            .orElseThrow(
                () -> new Refusal(Reason.NO_PREVIEW, Map.of("kind", MediaKind.HEIC.name())));
    checkPage(options.page(), 1);
    try (FileChannel channel = FileChannel.open(input, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      ByteBuffer bytes = map(channel, arena);
      if (!HeicInspector.matches(bytes)) {
        throw new Refusal(Reason.CORRUPT, "heic");
      }
      // Declared sizes first: nothing is handed to native code that the limits do not allow.
      HeicInspector.check(bytes, options.limits());
      return new Picture(
          Pictures.fit(library.picture(bytes, DISPLAY, options.limits()), DISPLAY), 1, 1);
    }
  }

  /** Tries the readers of known origin in a fixed order; subsampling bounds the memory. */
  private static BufferedImage decode(Path input, MediaKind kind, int step) throws IOException {
    IOException failure = new IOException("No reader");
    for (ImageReader reader : readers(kind)) {
      try (FileImageInputStream in = new FileImageInputStream(input.toFile())) {
        reader.setInput(in, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } catch (IOException | RuntimeException e) {
        failure = new IOException(e.getClass().getSimpleName());
      } finally {
        reader.dispose();
      }
    }
    throw failure;
  }

  private static List<ImageReader> readers(MediaKind kind) {
    List<ImageReader> chosen = new ArrayList<>();
    for (String origin : List.of("com.twelvemonkeys.", "com.sun.imageio.")) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (reader.getClass().getName().startsWith(origin)) {
          chosen.add(reader);
        }
      }
    }
    return chosen;
  }

  private static Picture pdf(Path input, RenderOptions options) throws Refusal, IOException {
    try (PDDocument document =
        Loader.loadPDF(input.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      checkPage(options.page(), Math.min(pages, options.limits().maxPdfPages()));
      int page = options.page().orElse(1);
      PDRectangle box = document.getPage(page - 1).getCropBox();
      float longest = Math.max(box.getWidth(), box.getHeight());
      if (!(longest > 0) || Float.isInfinite(longest)) {
        throw new Refusal(Reason.CORRUPT, "page size");
      }
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      float scale = Math.min(MAX_PDF_SCALE, (DISPLAY - 1) / longest);
      return new Picture(
          Pictures.fit(renderer.renderImage(page - 1, scale, ImageType.RGB), DISPLAY), page, pages);
    }
  }

  private static Picture dicom(Path input, RenderOptions options) throws Refusal, IOException {
    int representative;
    int frames;
    try (FileChannel channel = FileChannel.open(input, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      DicomFile file = DicomFile.read(map(channel, arena));
      frames = file.frames();
      representative = file.representativeFrame();
      if (frames > 0) {
        Signatures.checkPixels(file.columns(), file.rows(), options.limits());
        checkPage(options.page(), frames);
      }
    }
    int frame = options.page().orElse(Math.max(1, representative));
    ImageReader reader = DicomReaders.select();
    try (FileImageInputStream in = new FileImageInputStream(input.toFile())) {
      reader.setInput(in);
      ImageReadParam param = reader.getDefaultReadParam();
      DicomReaders.window(param, options.windowCenter(), options.windowWidth());
      BufferedImage image = Pictures.opaque(reader.read(frame - 1, param));
      double aspect = reader.getAspectRatio(frame - 1);
      return new Picture(squared(image, aspect), frame, frames);
    } finally {
      reader.dispose();
    }
  }

  /** Squares the pixels and brings the picture to a size between the bounds. */
  private static BufferedImage squared(BufferedImage image, double aspect) {
    double width = image.getWidth();
    double height = image.getHeight();
    double stretch = aspect / (width / height);
    if (stretch > 1.001) {
      width *= stretch;
    } else if (stretch < 0.999) {
      height /= stretch;
    }
    double longest = Math.max(width, height);
    if (longest > DISPLAY) {
      width *= DISPLAY / longest;
      height *= DISPLAY / longest;
    } else if (longest < SMALLEST_DICOM) {
      double factor = Math.ceil(SMALLEST_DICOM / longest);
      width *= factor;
      height *= factor;
    }
    return Pictures.scale(
        image, Math.max(1, (int) Math.round(width)), Math.max(1, (int) Math.round(height)));
  }

  private static void checkPage(OptionalInt page, int pages) throws Refusal {
    if (page.isPresent() && (page.getAsInt() < 1 || page.getAsInt() > pages)) {
      throw new Refusal(
          Reason.NO_SUCH_PAGE,
          Map.of("page", Integer.toString(page.getAsInt()), "pages", Integer.toString(pages)));
    }
  }

  private static ByteBuffer map(FileChannel channel, Arena arena) throws Refusal, IOException {
    long size = channel.size();
    if (size == 0) {
      throw new Refusal(Reason.EMPTY, Map.of());
    }
    if (size > Integer.MAX_VALUE - 16) {
      throw new Refusal(Reason.TOO_LARGE, Map.of("bytes", Long.toString(size)));
    }
    return channel
        .map(FileChannel.MapMode.READ_ONLY, 0, size, arena)
        .asByteBuffer()
        .order(ByteOrder.BIG_ENDIAN);
  }
}
