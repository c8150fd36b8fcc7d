package jp.tsunagaru.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DicomReadersTest {
  private static final Map<String, String> PROVIDERS =
      Map.of("builtin", DicomImageReaderSpi.class.getName(), "dcm4che", OtherSpi.class.getName());

  private final OtherSpi other = new OtherSpi();

  @BeforeEach
  void register() {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(other, ImageReaderSpi.class);
  }

  @AfterEach
  void deregister() {
    IIORegistry.getDefaultInstance().deregisterServiceProvider(other, ImageReaderSpi.class);
  }

  @Test
  void the_reader_is_chosen_by_its_name_and_not_by_the_order_of_registration() throws IOException {
    assertThat(DicomReaders.select("builtin", PROVIDERS)).isInstanceOf(DicomImageReader.class);
    assertThat(DicomReaders.select("dcm4che", PROVIDERS).getOriginatingProvider()).isSameAs(other);
    IIORegistry registry = IIORegistry.getDefaultInstance();
    ImageReaderSpi builtin = registry.getServiceProviderByClass(DicomImageReaderSpi.class);
    registry.setOrdering(ImageReaderSpi.class, other, builtin);
    assertThat(DicomReaders.select("builtin", PROVIDERS)).isInstanceOf(DicomImageReader.class);
  }

  @Test
  void the_built_in_reader_is_the_default() throws IOException {
    assertThat(DicomReaders.select()).isInstanceOf(DicomImageReader.class);
  }

  @Test
  void an_absent_library_is_an_error_and_not_a_silent_change() {
    assertThatThrownBy(() -> DicomReaders.select("dcm4che", Map.of("dcm4che", "no.such.")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> DicomReaders.select("other", PROVIDERS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_window_is_given_to_parameters_of_another_library_through_the_same_setters() {
    OtherParam param = new OtherParam();
    assertThat(DicomReaders.window(param, OptionalDouble.of(40), OptionalDouble.of(400))).isTrue();
    assertThat(param.center).isEqualTo(40);
    assertThat(param.width).isEqualTo(400);
    assertThat(
            DicomReaders.window(
                new ImageReadParam(), OptionalDouble.of(40), OptionalDouble.of(400)))
        .isFalse();
  }

  /** Parameters as another library has them. */
  public static final class OtherParam extends ImageReadParam {
    private float center;
    private float width;

    public void setWindowCenter(float value) {
      center = value;
    }

    public void setWindowWidth(float value) {
      width = value;
    }
  }

  /** A provider of another origin. */
  public static final class OtherSpi extends ImageReaderSpi {
    public OtherSpi() {
      super(
          "Other",
          "1",
          new String[] {"DICOM"},
          new String[] {"dcm"},
          new String[0],
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
    public boolean canDecodeInput(Object source) {
      return false;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
      return new DicomImageReader(this);
    }

    @Override
    public String getDescription(Locale locale) {
      return "Another DICOM reader";
    }
  }
}
