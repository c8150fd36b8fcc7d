package jp.tsunagaru.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import jp.tsunagaru.imaging.dicom.DicomBuilder;
import jp.tsunagaru.imaging.dicom.DicomSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class MutationTest {
  private static final int ROUNDS = 120;
  private static final Limits SMALL = Limits.standard().withMaxPixels(4_000_000);

  @TempDir Path folder;

  private record Seed(byte[] bytes, MediaKind kind) {}

  @Test
  void damaged_files_of_our_own_are_accepted_or_refused_and_never_fail_otherwise()
      throws IOException {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(new Seed(TestFiles.photo(100, 60, 6), MediaKind.JPEG));
    seeds.add(new Seed(TestFiles.png(100, 60), MediaKind.PNG));
    seeds.add(new Seed(TestFiles.pdf(2), MediaKind.PDF));
    seeds.add(new Seed(TestFiles.dicom(), MediaKind.DICOM));
    seeds.add(new Seed(rle(), MediaKind.DICOM));
    seeds.add(new Seed(jpegInDicom(), MediaKind.DICOM));
    seeds.add(new Seed(TestFiles.heic(100, 60), MediaKind.HEIC));
    seeds.add(new Seed(TestFiles.zip(TestFiles.docxParts()), MediaKind.OFFICE));
    seeds.add(new Seed(TestFiles.ole(0, "Root Entry", "WordDocument"), MediaKind.OFFICE));
    seeds.add(new Seed("体温 36.5℃".getBytes(StandardCharsets.UTF_8), MediaKind.TEXT));
    SplittableRandom random = new SplittableRandom(20260401);
    for (Seed seed : seeds) {
      for (int i = 0; i < ROUNDS; i++) {
        check(mutate(seed.bytes(), random), seed.kind());
      }
    }
  }

  @Test
  @EnabledIf("jp.tsunagaru.imaging.dicom.DicomSamples#available")
  void damaged_real_dicom_files_are_accepted_or_refused_and_never_fail_otherwise()
      throws IOException {
    SplittableRandom random = new SplittableRandom(42);
    for (Path file : DicomSamples.files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 8; i++) {
        check(mutate(bytes, random), MediaKind.DICOM);
      }
    }
  }

  private void check(byte[] bytes, MediaKind kind) throws IOException {
    Path file = Files.write(folder.resolve("mutant"), bytes);
    Inspection inspection = FileInspector.inspect(file, "upload.bin", SMALL);
    if (inspection instanceof Inspection.Rejected rejected
        && !"pdf".equals(rejected.details().get("what"))) {
      assertThat(rejected.details()).doesNotContainKey("error");
    }
    RenderOutcome outcome =
        Rendering.render(
            file, kind, folder.resolve("out"), RenderOptions.standard().withLimits(SMALL));
    assertThat(outcome).isNotNull();
    if (outcome instanceof RenderRefused refused) {
      assertThat(refused.details().getOrDefault("error", "")).doesNotContain("StackOverflow");
    }
  }

  private static byte[] mutate(byte[] seed, SplittableRandom random) {
    byte[] copy = seed.clone();
    int kind = random.nextInt(4);
    if (kind == 0) {
      return Arrays.copyOf(copy, random.nextInt(copy.length + 1));
    }
    if (kind == 1) {
      int at = random.nextInt(copy.length);
      int length = Math.min(copy.length - at, 1 + random.nextInt(32));
      byte[] shorter = new byte[copy.length - length];
      System.arraycopy(copy, 0, shorter, 0, at);
      System.arraycopy(copy, at + length, shorter, at, copy.length - at - length);
      return shorter;
    }
    int range = kind == 2 ? Math.min(copy.length, 1500) : copy.length;
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(range);
      copy[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xFF;
            case 1 -> 0;
            case 2 -> (byte) (copy[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt(256);
          };
    }
    return copy;
  }

  private static byte[] rle() {
    byte[] stream = new byte[64 + 33];
    stream[0] = 1;
    stream[4] = 64;
    stream[64] = 31;
    return DicomBuilder.image("1.2.840.10008.1.2.5", "MONOCHROME2", 1, 8, 8)
        .fragments(stream)
        .build();
  }

  private static byte[] jpegInDicom() {
    return DicomBuilder.image("1.2.840.10008.1.2.4.50", "YBR_FULL_422", 3, 8, 8)
        .fragments(TestFiles.jpeg(8, 4))
        .build();
  }
}
