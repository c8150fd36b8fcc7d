package jp.tsunagaru.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A TrueType font with Japanese letters from the usual folders, where the machine has one. */
final class JapaneseFont {
  private static final int MOST_TRIED = 200;
  private static final List<Integer> NEEDED = List.of(0x3042, 0x60A3, 0x8005, 0x7DDA);
  private static final List<String> PREFERRED = List.of("ipaexg", "gothic", "ipa", "noto");

  private final Optional<TrueTypeFont> letters;
  private final Optional<Font> drawn;

  private JapaneseFont(Optional<TrueTypeFont> letters, Optional<Font> drawn) {
    this.letters = letters;
    this.drawn = drawn;
  }

  /** For PDF; parsed once for all of them. */
  Optional<TrueTypeFont> letters() {
    return letters;
  }

  /** For drawing; empty where there is none, and pictures go without words then. */
  Optional<Font> drawn(float size) {
    return drawn.map(font -> font.deriveFont(size));
  }

  static JapaneseFont find() {
    for (Path file :
        folders()
            .flatMap(JapaneseFont::fonts)
            .sorted(
                Comparator.comparingInt(JapaneseFont::rank)
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_TRIED)
            .toList()) {
      Optional<TrueTypeFont> letters = japanese(file);
      if (letters.isPresent()) {
        return new JapaneseFont(letters, load(file.toFile()));
      }
    }
    return new JapaneseFont(Optional.empty(), Optional.empty());
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
    } catch (IOException | java.io.UncheckedIOException e) {
      return Stream.empty();
    }
  }

  private static int rank(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (int rank = 0; rank < PREFERRED.size(); rank++) {
      if (name.contains(PREFERRED.get(rank))) {
        return rank;
      }
    }
    return PREFERRED.size();
  }

  private static Optional<TrueTypeFont> japanese(Path file) {
    try {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
      var letters = font.getUnicodeCmapLookup();
      if (letters != null && NEEDED.stream().allMatch(letter -> letters.getGlyphId(letter) != 0)) {
        return Optional.of(font);
      }
      font.close();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** A machine without the native font libraries can still make PDF. */
  private static Optional<Font> load(File file) {
    try {
      return Optional.of(Font.createFont(Font.TRUETYPE_FONT, file));
    } catch (IOException | FontFormatException | LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }
}
