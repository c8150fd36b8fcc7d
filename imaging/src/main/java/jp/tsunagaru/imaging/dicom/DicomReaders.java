package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Chooses the DICOM reader by the system property {@code dicom.reader}, never by the order of
 * registration.
 *
 * <p>{@code builtin} (the default) means {@link DicomImageReaderSpi}, {@code dcm4che} the provider
 * of that library, which must be on the class path.
 */
public final class DicomReaders {
  /** Name of the system property. */
  public static final String PROPERTY = "dicom.reader";

  private static final String BUILTIN = "builtin";
  private static final Map<String, String> PROVIDERS =
      Map.of(BUILTIN, "jp.tsunagaru.imaging.dicom.", "dcm4che", "org.dcm4che3.imageio.");

  private DicomReaders() {}

  /** A new reader as the system property says. */
  public static ImageReader select() throws IOException {
    return select(System.getProperty(PROPERTY, BUILTIN), PROVIDERS);
  }

  /**
   * Fails at the start instead of at every file.
   *
   * @throws IllegalArgumentException if the system property names no known reader
   * @throws IllegalStateException if the reader is not on the class path
   */
  public static void require() {
    if (System.getProperty(PROPERTY, BUILTIN).equals(BUILTIN)) {
      return;
    }
    try {
      select().dispose();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A new reader by name.
   *
   * @throws IllegalArgumentException if the name is unknown
   * @throws IllegalStateException if no provider of that name is on the class path
   */
  static ImageReader select(String name, Map<String, String> providers) throws IOException {
    String prefix = providers.getOrDefault(name, "");
    if (prefix.isEmpty()) {
      throw new IllegalArgumentException("Unknown DICOM reader: " + name);
    }
    Optional<ImageReaderSpi> provider = find(prefix);
    if (provider.isEmpty()) {
      ImageIO.scanForPlugins();
      provider = find(prefix);
    }
    if (provider.isPresent()) {
      return provider.get().createReaderInstance();
    }
    if (name.equals(BUILTIN)) {
      // A nested class loader may hide the service file; the class itself is always here.
      return new DicomImageReaderSpi().createReaderInstance();
    }
    throw new IllegalStateException("The DICOM reader is not on the class path: " + name);
  }

  /**
   * Asks a reader's parameters for a window; readers of other origin take the same two setters.
   *
   * @return whether the reader understands windows
   */
  public static boolean window(ImageReadParam param, OptionalDouble center, OptionalDouble width) {
    if (center.isEmpty() || width.isEmpty()) {
      return false;
    }
    if (param instanceof DicomReadParam own) {
      own.setWindowCenter((float) center.getAsDouble());
      own.setWindowWidth((float) width.getAsDouble());
      return true;
    }
    try {
      Class<?> type = param.getClass();
      type.getMethod("setWindowCenter", float.class).invoke(param, (float) center.getAsDouble());
      type.getMethod("setWindowWidth", float.class).invoke(param, (float) width.getAsDouble());
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  private static Optional<ImageReaderSpi> find(String prefix) {
    Iterator<ImageReaderSpi> candidates =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                spi ->
                    spi.getClass().getName().startsWith(prefix)
                        && isDicom(((ImageReaderSpi) spi).getFormatNames()),
                true);
    return candidates.hasNext() ? Optional.of(candidates.next()) : Optional.empty();
  }

  private static boolean isDicom(String[] formatNames) {
    for (String name : formatNames) {
      if (name.equalsIgnoreCase("DICOM")) {
        return true;
      }
    }
    return false;
  }
}
