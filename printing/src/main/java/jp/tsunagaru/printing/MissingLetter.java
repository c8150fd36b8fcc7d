package jp.tsunagaru.printing;

import java.util.stream.Collectors;

/**
 * A character that stands as 〓 on the paper because the font has no glyph for it, or has only
 * another form of it (a variation sequence, a private-use character).
 *
 * @param written as stored, with its variation selector
 */
public record MissingLetter(String written) {

  /** {@code U+845B U+E0100}. */
  public String codes() {
    return written
        .codePoints()
        .mapToObj(letter -> "U+%04X".formatted(letter))
        .collect(Collectors.joining(" "));
  }
}
