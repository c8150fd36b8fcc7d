package jp.tsunagaru.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.Rendered;
import jp.tsunagaru.imaging.Rendering;
import jp.tsunagaru.imaging.dicom.DicomFile;
import jp.tsunagaru.imaging.dicom.DicomUnsupportedException;

/**
 * DICOM to JPEG: display picture and thumbnail of the representative frame, from file to file, on
 * one thread, by transfer syntax. Where DCMTK is installed its dcmj2pnm makes a JPEG of the same
 * frame of the same files in the same run; it starts a process for each, as its users do.
 */
public final class DicomPictures {
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(4);

  private record Sample(Path file, int frame, long pixels) {}

  private DicomPictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(System.getProperty("tsunagaru.dicom.samples", ""));
    if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
      System.out.println("-Dtsunagaru.dicom.samples names no folder of DICOM files.");
      return;
    }
    ImageIO.setUseCache(false);
    double scale = Double.parseDouble(System.getProperty("benchmark.scale", "1"));
    Path out = Files.createTempDirectory("dicom-pictures");
    Report report = new Report();
    for (Map.Entry<String, List<Sample>> group : samples(folder, out).entrySet()) {
      List<Sample> samples = group.getValue();
      turns(samples, out, scaled(WARM_UP, scale));
      Turns ours = turns(samples, out, scaled(MEASURED, scale));
      report.add(
          "DICOM to JPEG, " + group.getKey(),
          Report.perSecond(ours.pictures() / ours.seconds()),
          String.format(
              Locale.ROOT,
              "%.1f Mpx/s, %d files, dcmj2pnm %s",
              ours.pixels() / 1e6 / ours.seconds(),
              samples.size(),
              dcmtk(samples, out)));
    }
    report.print();
  }

  private static Duration scaled(Duration duration, double scale) {
    return Duration.ofMillis((long) (duration.toMillis() * scale));
  }

  /** The files that become pictures at all. */
  private static Map<String, List<Sample>> samples(Path folder, Path out) throws IOException {
    Map<String, List<Sample>> groups = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList()) {
        try {
          DicomFile dicom = DicomFile.read(ByteBuffer.wrap(Files.readAllBytes(file)));
          if (made(file, out)) {
            long pixels = (long) dicom.rows() * dicom.columns();
            groups
                .computeIfAbsent(dicom.transferSyntax(), syntax -> new ArrayList<>())
                .add(new Sample(file, dicom.representativeFrame(), pixels));
          }
        } catch (DicomUnsupportedException refused) {
          System.out.println(file.getFileName() + ": " + refused.code());
        }
      }
    }
    return groups;
  }

  private static boolean made(Path file, Path out) {
    return Rendering.render(file, MediaKind.DICOM, out, RenderOptions.standard())
        instanceof Rendered;
  }

  private record Turns(long pictures, long pixels, double seconds) {}

  private static Turns turns(List<Sample> samples, Path out, Duration length) {
    long started = System.nanoTime();
    long pictures = 0;
    long pixels = 0;
    do {
      for (Sample sample : samples) {
        made(sample.file(), out);
        pictures++;
        pixels += sample.pixels();
      }
    } while (System.nanoTime() - started < length.toNanos());
    return new Turns(pictures, pixels, (System.nanoTime() - started) / 1e9);
  }

  private static String dcmtk(List<Sample> samples, Path out) throws InterruptedException {
    long started = System.nanoTime();
    int made = 0;
    for (Sample sample : samples) {
      try {
        int exit =
            new ProcessBuilder(
                    "dcmj2pnm",
                    "+oj",
                    "+F",
                    Integer.toString(sample.frame()),
                    sample.file().toString(),
                    out.resolve("dcmtk.jpg").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        made += exit == 0 ? 1 : 0;
      } catch (IOException absent) {
        return "not installed";
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return made == 0
        ? "makes none of them"
        : Report.perSecond(made / seconds) + " (" + made + " of " + samples.size() + ")";
  }
}
