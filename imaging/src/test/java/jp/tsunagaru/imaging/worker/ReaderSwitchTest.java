package jp.tsunagaru.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.Rendered;
import jp.tsunagaru.imaging.TestFiles;
import jp.tsunagaru.imaging.dicom.DicomReaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The property reaches the worker, and the worker takes the reader that it names. */
@Timeout(120)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ReaderSwitchTest {
  @TempDir Path folder;

  @AfterEach
  void back() {
    System.clearProperty(DicomReaders.PROPERTY);
  }

  @Test
  void the_built_in_reader_works_unless_another_is_named() throws Exception {
    Color color = colorOf(render());
    assertThat(color.getBlue()).isEqualTo(color.getRed());
  }

  @Test
  void the_named_reader_works_in_the_worker() throws Exception {
    System.setProperty(DicomReaders.PROPERTY, "dcm4che");
    Color color = colorOf(render());
    assertThat(color.getBlue()).isGreaterThan(200);
    assertThat(color.getRed()).isLessThan(50);
  }

  @Test
  void a_name_that_means_nothing_is_an_error_at_the_start() {
    System.setProperty(DicomReaders.PROPERTY, "another");
    assertThatThrownBy(() -> new ConversionWorkers(WorkerOptions.standard()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Rendered render() throws Exception {
    Path dicom = Files.write(folder.resolve("d.dcm"), TestFiles.dicom());
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      return (Rendered)
          workers
              .convert(
                  new ConversionJob(
                      dicom, MediaKind.DICOM, folder.resolve("out"), RenderOptions.standard()))
              .get(60, TimeUnit.SECONDS);
    }
  }

  private static Color colorOf(Rendered rendered) throws Exception {
    return new Color(ImageIO.read(rendered.display().toFile()).getRGB(5, 5));
  }
}
