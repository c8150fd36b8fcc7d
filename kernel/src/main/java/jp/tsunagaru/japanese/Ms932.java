package jp.tsunagaru.japanese;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text for systems that read Windows code page 932 only.
 *
 * <p>Nothing is replaced silently: {@link #check} gives the text that can be written together with
 * every replacement. Characters count as writable only if they read back the same. Private-use
 * characters (外字) never do, because the code page has places for them but no meaning.
 */
public final class Ms932 {

  /** Stands for characters without any replacement. */
  public static final String GETA = "〓";

  private static final Charset CHARSET = Charset.forName("windows-31j");

  /** A kana with a separate voicing mark, or any one code point. */
  private static final Pattern UNIT =
      Pattern.compile("[\\u3041-\\u30FF][\\u3099\\u309A]|.", Pattern.DOTALL);

  private static final Pattern VARIATION_SELECTOR =
      Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

  private static final Map<String, String> SUGGESTED =
      Map.ofEntries(
          Map.entry("\u301C", "～"),
          Map.entry("\u2212", "－"),
          Map.entry("\u2014", "―"),
          Map.entry("\u2013", "―"),
          Map.entry("\u2011", "‐"),
          Map.entry("\u2016", "∥"),
          Map.entry("\u00A5", "￥"),
          Map.entry("\u203E", "￣"),
          Map.entry("\u00A2", "￠"),
          Map.entry("\u00A3", "￡"),
          Map.entry("\u00AC", "￢"),
          Map.entry("\u00A6", "￤"),
          Map.entry("\u00A0", " "),
          Map.entry("\u2022", "・"),
          Map.entry("\u00B7", "・"),
          Map.entry("ゔ", "ヴ"),
          Map.entry("\u200B", ""),
          Map.entry("\u200D", ""),
          Map.entry("\uFEFF", ""));

  private Ms932() {}

  /**
   * One replacement.
   *
   * @param position where it was, in code points of the checked text, from 0
   * @param original what cannot be written
   * @param replacement what stands for it; empty text where it is left out
   */
  public record Finding(int position, String original, String replacement) {

    /** Whether a mark had to be put in its place because nothing similar can be written. */
    public boolean isLost() {
      return replacement.equals(GETA);
    }
  }

  /** The text that can be written, and all that was replaced to get there, in order. */
  public record Report(String text, List<Finding> findings) {

    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether the text can be written as it is. */
    public boolean isUnchanged() {
      return findings.isEmpty();
    }

    /** The bytes to write. */
    public byte[] bytes() {
      return text.getBytes(CHARSET);
    }
  }

  /** Whether all of a text can be written and read back, and means the same everywhere. */
  public static boolean canEncode(String text) {
    return text.codePoints().noneMatch(Ms932::isPrivateUse)
        && new String(text.getBytes(CHARSET), CHARSET).equals(text);
  }

  /** Replaces what cannot be written: by its usual twin, a plain form, a variant kanji or 〓. */
  public static Report check(String text) {
    StringBuilder writable = new StringBuilder(text.length());
    List<Finding> findings = new ArrayList<>();
    Matcher units = UNIT.matcher(text);
    while (units.find()) {
      String unit = units.group();
      if (canEncode(unit)) {
        writable.append(unit);
      } else {
        String replacement = replacementOf(unit);
        int position = text.codePointCount(0, units.start());
        findings.add(new Finding(position, unit, replacement));
        writable.append(replacement);
      }
    }
    return new Report(writable.toString(), findings);
  }

  private static boolean isPrivateUse(int codePoint) {
    return Character.getType(codePoint) == Character.PRIVATE_USE;
  }

  private static String replacementOf(String unit) {
    if (VARIATION_SELECTOR.matcher(unit).matches()) {
      return "";
    }
    String plain = Normalizer.normalize(unit, Normalizer.Form.NFKC);
    List<String> candidates =
        List.of(
            SUGGESTED.getOrDefault(unit, unit),
            Normalizer.normalize(unit, Normalizer.Form.NFC),
            plain,
            VariantKanji.fold(plain),
            Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036F]", ""));
    return candidates.stream().filter(Ms932::canEncode).findFirst().orElse(GETA);
  }
}
