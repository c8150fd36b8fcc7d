package jp.tsunagaru.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import jp.tsunagaru.printing.FontFile;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The font that this machine prints with, where it has one. */
final class JapaneseFont {
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
    Optional<FontFile> found = FontFile.find();
    return new JapaneseFont(
        found.flatMap(FontFile::open), found.flatMap(font -> load(font.file().toFile())));
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
