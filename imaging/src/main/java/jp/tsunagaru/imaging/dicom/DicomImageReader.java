package jp.tsunagaru.imaging.dicom;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Renders frames of DICOM files to 8-bit pictures.
 *
 * <p>Decodes uncompressed, deflated, RLE, JPEG, lossless JPEG, JPEG-LS, JPEG 2000 and HTJ2K frames;
 * the others end in a {@link DicomUnsupportedException} that names transfer syntax and codec.
 * Overlays are not drawn and pixels are not squared; {@link #getAspectRatio} tells the shape to
 * show. Files up to 256 MB are read into memory, frames up to 60 megapixels are rendered.
 */
public final class DicomImageReader extends ImageReader {
  private static final long MAX_BYTES = 256L << 20;
  private static final long MAX_PIXELS = 60_000_000L;

  private Optional<DicomFile> file = Optional.empty();

  DicomImageReader(ImageReaderSpi provider) {
    super(provider);
  }

  @Override
  public void setInput(Object input, boolean seekForwardOnly, boolean ignoreMetadata) {
    super.setInput(input, seekForwardOnly, ignoreMetadata);
    file = Optional.empty();
  }

  @Override
  public void dispose() {
    file = Optional.empty();
    super.dispose();
  }

  @Override
  public int getNumImages(boolean allowSearch) throws IOException {
    return file().frames();
  }

  @Override
  public int getWidth(int imageIndex) throws IOException {
    return file().format(MAX_PIXELS).columns();
  }

  @Override
  public int getHeight(int imageIndex) throws IOException {
    return file().format(MAX_PIXELS).rows();
  }

  @Override
  public float getAspectRatio(int imageIndex) throws IOException {
    DicomFile dicom = file();
    PixelFormat format = dicom.format(MAX_PIXELS);
    return (float) ((double) format.columns() / format.rows() * dicom.pixelAspect(imageIndex));
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int imageIndex) throws IOException {
    PixelFormat format = file().format(MAX_PIXELS);
    boolean gray = format.samples() == 1 && !format.photometric().equals("PALETTE COLOR");
    return List.of(
            ImageTypeSpecifier.createFromBufferedImageType(
                gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR))
        .iterator();
  }

  @Override
  public ImageReadParam getDefaultReadParam() {
    return new DicomReadParam();
  }

  /** Always null, as the ImageIO contract has it for readers without metadata. */
  @Override
  public @Nullable IIOMetadata getStreamMetadata() {
    return null;
  }

  /** Always null, as the ImageIO contract has it for readers without metadata. */
  @Override
  public @Nullable IIOMetadata getImageMetadata(int imageIndex) {
    return null;
  }

  @Override
  public BufferedImage read(int imageIndex, ImageReadParam param) throws IOException {
    DicomFile dicom = file();
    PixelFormat format = dicom.format(MAX_PIXELS);
    BufferedImage image;
    try {
      Frame frame = dicom.decode(format, imageIndex);
      image = render(dicom, format, frame, imageIndex, param);
    } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
      throw DicomUnsupportedException.corrupt("pixel data");
    }
    return param == null ? image : cut(image, param);
  }

  private static BufferedImage render(
      DicomFile dicom, PixelFormat format, Frame frame, int index, ImageReadParam param)
      throws DicomUnsupportedException {
    return switch (frame.color()) {
      case GRAY -> {
        Optional<Window> requested =
            param instanceof DicomReadParam own
                ? GrayRenderer.requested(
                    own.windowCenter(),
                    own.windowWidth(),
                    format.kind() != PixelFormat.Kind.INTEGER)
                : Optional.empty();
        yield new GrayRenderer(new FrameAttributes(dicom.data(), index), format, frame)
            .render(requested);
      }
      case PALETTE -> ColorRenderer.palette(dicom.data(), format, frame);
      case RGB, YBR_FULL, YBR_PARTIAL -> ColorRenderer.color(format, frame);
    };
  }

  /** Applies source region and subsampling. */
  private static BufferedImage cut(BufferedImage image, ImageReadParam param) {
    Rectangle region = getSourceRegion(param, image.getWidth(), image.getHeight());
    int stepX = param.getSourceXSubsampling();
    int stepY = param.getSourceYSubsampling();
    if (stepX == 1
        && stepY == 1
        && region.width == image.getWidth()
        && region.height == image.getHeight()) {
      return image;
    }
    int width = (region.width + stepX - 1) / stepX;
    int height = (region.height + stepY - 1) / stepY;
    BufferedImage result = new BufferedImage(width, height, image.getType());
    Object pixel = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixel =
            image.getRaster().getDataElements(region.x + x * stepX, region.y + y * stepY, pixel);
        result.getRaster().setDataElements(x, y, pixel);
      }
    }
    return result;
  }

  private DicomFile file() throws IOException {
    if (file.isEmpty()) {
      file = Optional.of(DicomFile.read(bytes()));
    }
    return file.get();
  }

  private ByteBuffer bytes() throws IOException {
    if (!(getInput() instanceof ImageInputStream stream)) {
      throw new IllegalStateException("No input set");
    }
    stream.seek(0);
    long length = stream.length();
    if (length > MAX_BYTES) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.PIXEL_BOMB, Map.of("bytes", Long.toString(length)));
    }
    if (length >= 0) {
      byte[] all = new byte[(int) length];
      stream.readFully(all);
      return ByteBuffer.wrap(all);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 << 10];
    int count = stream.read(buffer);
    while (count >= 0) {
      if (out.size() + (long) count > MAX_BYTES) {
        throw new DicomUnsupportedException(
            DicomUnsupportedException.Code.PIXEL_BOMB, "file too large");
      }
      out.write(buffer, 0, count);
      count = stream.read(buffer);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }
}
