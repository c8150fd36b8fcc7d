package jp.tsunagaru.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Where the machine keeps a TrueType font with Japanese letters that may be embedded.
 *
 * @param file the font as a file, for those who draw with it elsewhere
 */
public record FontFile(Path file) {
  private static final int MOST_TRIED = 200;
  private static final List<Integer> NEEDED = List.of(0x3042, 0x60A3, 0x8005, 0x7DDA, 0x3013);
  private static final List<String> PREFERRED =
      List.of("ipaexg", "bizudgothic", "notosansjp", "notosanscjk", "gothic", "ipa", "noto");
  private static final int NO_EMBEDDING = 0x0002;
  private static final int NO_SUBSET = 0x0100;
  private static final int BITMAPS_ONLY = 0x0200;

  /**
   * The font named by the property {@code tsunagaru.font} or {@code TSUNAGARU_FONT}, which then has
   * to be usable, else the best of the usual folders.
   */
  public static Optional<FontFile> find() {
    Optional<String> named =
        Optional.ofNullable(System.getProperty("tsunagaru.font"))
            .or(() -> Optional.ofNullable(System.getenv("TSUNAGARU_FONT")))
            .filter(name -> !name.isBlank());
    return named.isPresent() ? Optional.of(named(named.get())) : installed();
  }

  static FontFile named(String name) {
    try {
      FontFile font = new FontFile(Path.of(name));
      if (font.open().isPresent()) {
        return font;
      }
    } catch (InvalidPathException noPath) {
      throw new NoFontException(PrintingTexts.get("font.unusable", name));
    }
    throw new NoFontException(PrintingTexts.get("font.unusable", name));
  }

  private static Optional<FontFile> installed() {
    return folders()
        .flatMap(FontFile::fonts)
        .sorted(Comparator.comparingInt(FontFile::rank).thenComparing(Comparator.naturalOrder()))
        .limit(MOST_TRIED)
        .map(FontFile::new)
        .filter(font -> font.open().isPresent())
        .findFirst();
  }

  /** The letters, when they are Japanese and may go into a document. */
  public Optional<TrueTypeFont> open() {
    return open(UnaryOperator.identity());
  }

  /** The letters as documents carry them. */
  Optional<TrueTypeFont> openForPaper() {
    return open(FontWithoutHints::of);
  }

  private Optional<TrueTypeFont> open(UnaryOperator<byte[]> made) {
    try {
      TrueTypeFont letters = parsed(made.apply(Files.readAllBytes(file)));
      if (drawsJapanese(letters) && mayBeEmbedded(letters)) {
        return Optional.of(letters);
      }
      letters.close();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static TrueTypeFont parsed(byte[] font) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(font));
  }

  private static boolean drawsJapanese(TrueTypeFont letters) throws IOException {
    var lookup = letters.getUnicodeCmapLookup();
    return letters.getTableMap().containsKey("glyf")
        && lookup != null
        && NEEDED.stream().allMatch(letter -> lookup.getGlyphId(letter) != 0);
  }

  private static boolean mayBeEmbedded(TrueTypeFont letters) throws IOException {
    OS2WindowsMetricsTable os2 = letters.getOS2Windows();
    if (os2 == null) {
      return true;
    }
    int type = os2.getFsType();
    return (type & 0xF) != NO_EMBEDDING && (type & (NO_SUBSET | BITMAPS_ONLY)) == 0;
  }

  private static Stream<Path> folders() {
    String home = System.getProperty("user.home", "");
    String windows = Optional.ofNullable(System.getenv("WINDIR")).orElse("C:\\Windows");
    return Stream.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            home + "/.local/share/fonts",
            home + "/.fonts",
            home + "/Library/Fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            windows + "\\Fonts")
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  private static Stream<Path> fonts(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 6)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
          .filter(Files::isReadable)
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException unreadable) {
      return Stream.empty();
    }
  }

  private static int rank(Path file) {
    String name =
        file.getFileName().toString().toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
    for (int rank = 0; rank < PREFERRED.size(); rank++) {
      if (name.contains(PREFERRED.get(rank))) {
        return rank;
      }
    }
    return PREFERRED.size();
  }
}
