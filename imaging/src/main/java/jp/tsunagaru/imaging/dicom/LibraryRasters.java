package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Decodes a JPEG code stream to raw samples by a decoder chosen by its origin. */
final class LibraryRasters {
  private LibraryRasters() {}

  static Samples read(String origin, byte[] stream, PixelFormat format) throws IOException {
    Raster raster = raster(origin, stream);
    if (raster.getWidth() != format.columns()
        || raster.getHeight() != format.rows()
        || raster.getNumBands() != format.samples()) {
      throw corrupt("decoded size");
    }
    int bands = raster.getNumBands();
    int width = raster.getWidth();
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getPixelStride() == bands
        && model.getScanlineStride() == bands * width
        && ordered(model.getBandOffsets())
        && raster.getDataBuffer().getOffset() == 0) {
      if (raster.getDataBuffer() instanceof DataBufferByte bytes) {
        byte[] data = bytes.getData();
        return index -> data[index] & 0xFF;
      }
      if (raster.getDataBuffer() instanceof DataBufferUShort shorts) {
        short[] data = shorts.getData();
        return index -> data[index] & 0xFFFF;
      }
    }
    int x0 = raster.getMinX();
    int y0 = raster.getMinY();
    return index -> {
      int pixel = index / bands;
      return raster.getSample(x0 + pixel % width, y0 + pixel / width, index % bands);
    };
  }

  private static boolean ordered(int[] offsets) {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] != i) {
        return false;
      }
    }
    return true;
  }

  private static Raster raster(String origin, byte[] stream) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("JPEG");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (!reader.getClass().getName().startsWith(origin)) {
        continue;
      }
      try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(stream)) {
        reader.setInput(in, true, true);
        return reader.readRaster(0, null);
      } catch (RuntimeException e) {
        throw corrupt("jpeg code stream");
      } catch (DicomUnsupportedException e) {
        throw e;
      } catch (IOException e) {
        throw corrupt("jpeg code stream");
      } finally {
        reader.dispose();
      }
    }
    throw DicomUnsupportedException.unsupported("decoder missing");
  }
}
