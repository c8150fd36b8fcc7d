package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Provider of the built-in DICOM reader, format name {@code DICOM}. */
public final class DicomImageReaderSpi extends ImageReaderSpi {

  /** Called by the service loader of ImageIO. */
  public DicomImageReaderSpi() {
    super(
        "Tsunagaru",
        "1.0",
        new String[] {"DICOM", "dicom"},
        new String[] {"dcm"},
        new String[] {"application/dicom"},
        DicomImageReader.class.getName(),
        new Class<?>[] {ImageInputStream.class},
        null,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  @Override
  public boolean canDecodeInput(Object source) throws IOException {
    if (!(source instanceof ImageInputStream stream)) {
      return false;
    }
    byte[] head = new byte[132];
    stream.mark();
    try {
      int count = 0;
      while (count < head.length) {
        int read = stream.read(head, count, head.length - count);
        if (read < 0) {
          return false;
        }
        count += read;
      }
      return head[128] == 'D' && head[129] == 'I' && head[130] == 'C' && head[131] == 'M';
    } finally {
      stream.reset();
    }
  }

  @Override
  public ImageReader createReaderInstance(Object extension) {
    return new DicomImageReader(this);
  }

  @Override
  public String getDescription(Locale locale) {
    return "Tsunagaru built-in DICOM reader";
  }
}
