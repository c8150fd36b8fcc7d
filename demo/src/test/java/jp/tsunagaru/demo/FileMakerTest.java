package jp.tsunagaru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.FileInspector;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.dicom.DicomFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMakerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final CityPlan PLAN = CityPlan.from(LocalDate.of(2026, 8, 10));
  private static final Map<String, PostPlan> BY_KIND =
      PLAN.posts().stream()
          .filter(post -> !post.file().isEmpty())
          .collect(Collectors.toMap(PostPlan::file, Function.identity(), (one, other) -> one));

  @TempDir Path folder;

  private final FileMaker maker = new FileMaker(PLAN);

  @Test
  void everyKindOfFileIsWhatItSaysAndIsLetIn() throws IOException {
    assertThat(BY_KIND).hasSizeGreaterThanOrEqualTo(11);
    for (PostPlan post : BY_KIND.values()) {
      FileMaker.Made made = maker.make(post, DAY);
      Path file = Files.write(folder.resolve(made.name()), made.bytes());

      Inspection inspection = FileInspector.inspect(file, made.name(), Limits.standard());

      assertThat(inspection).as(made.name()).isInstanceOf(Inspection.Accepted.class);
      assertThat(((Inspection.Accepted) inspection).kind())
          .isEqualTo(
              switch (made.name().substring(made.name().lastIndexOf('.'))) {
                case ".jpg" -> MediaKind.JPEG;
                case ".png" -> MediaKind.PNG;
                case ".pdf" -> MediaKind.PDF;
                default -> MediaKind.DICOM;
              });
    }
  }

  @Test
  void theSamePostGetsTheSameFile() {
    for (String kind : List.of("wound", "chart", "ct", "us")) {
      PostPlan post = BY_KIND.get(kind);

      assertThat(maker.make(post, DAY).bytes()).isEqualTo(maker.make(post, DAY).bytes());
    }
  }

  @Test
  void thePictureOfAMealLiesOnItsSide() throws IOException {
    byte[] meal = maker.make(BY_KIND.get("meal"), DAY).bytes();

    var picture = ImageIO.read(new ByteArrayInputStream(meal));

    assertThat(picture.getHeight()).isGreaterThan(picture.getWidth());
    assertThat(new String(meal, 6, 4, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("Exif");
  }

  @Test
  void oneImageNamesAnotherPatientAndTheOthersTheirOwn() throws Exception {
    for (String kind : List.of("ct", "us", "ctother")) {
      PostPlan post = BY_KIND.get(kind);
      DicomFile file = DicomFile.read(ByteBuffer.wrap(maker.make(post, DAY).bytes()));

      String named = "=" + post.patient().family() + "^" + post.patient().given() + "=";
      assertThat(file.patientName().startsWith(named)).isEqualTo(!kind.equals("ctother"));
    }
  }

  @Test
  void anUltrasoundHasManyFrames() throws Exception {
    DicomFile file = DicomFile.read(ByteBuffer.wrap(maker.make(BY_KIND.get("us"), DAY).bytes()));

    assertThat(file.frames()).isEqualTo(16);
  }
}
