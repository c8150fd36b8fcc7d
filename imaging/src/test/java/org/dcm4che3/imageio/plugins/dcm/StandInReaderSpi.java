package org.dcm4che3.imageio.plugins.dcm;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Stands where the provider of dcm4che would stand; every picture of it is blue. */
public final class StandInReaderSpi extends ImageReaderSpi {
  public StandInReaderSpi() {
    super(
        "Stand-in",
        "1",
        new String[] {"DICOM"},
        new String[] {"dcm"},
        new String[0],
        BlueReader.class.getName(),
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
  public boolean canDecodeInput(Object source) {
    return false;
  }

  @Override
  public ImageReader createReaderInstance(Object extension) {
    return new BlueReader(this);
  }

  @Override
  public String getDescription(Locale locale) {
    return "Stand-in for another DICOM reader";
  }

  private static final class BlueReader extends ImageReader {
    BlueReader(ImageReaderSpi provider) {
      super(provider);
    }

    @Override
    public int getNumImages(boolean allowSearch) {
      return 1;
    }

    @Override
    public int getWidth(int index) {
      return 300;
    }

    @Override
    public int getHeight(int index) {
      return 300;
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
      return List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR))
          .iterator();
    }

    @Override
    public IIOMetadata getStreamMetadata() {
      return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int index) {
      return null;
    }

    @Override
    public BufferedImage read(int index, ImageReadParam param) {
      BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.BLUE);
      graphics.fillRect(0, 0, 300, 300);
      graphics.dispose();
      return image;
    }
  }
}
