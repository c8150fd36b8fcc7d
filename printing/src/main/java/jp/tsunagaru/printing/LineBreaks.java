package jp.tsunagaru.printing;

import java.util.List;

/** Japanese line breaking (禁則処理): what must not begin a line, end one, or be torn apart. */
final class LineBreaks {
  private static final String NOT_AT_START =
      "\u3001\u3002\uFF0C\uFF0E\u30FB\uFF1A\uFF1B\uFF1F\uFF01,.:;?!"
          + "\uFF09\uFF3D\uFF5D\u300D\u300F\u3011\u300B\u3009\u3015\u2019\u201D)]}\uFF60\uFF63"
          + "\u30FC\u3005\u303B\u309D\u309E\u30FD\u30FE\u3041\u3043\u3045\u3047\u3049\u3063\u3083"
          + "\u3085\u3087\u308E\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5"
          + "\u30F6\u2026\u2025\u301C\uFF5E%\uFF05\u2030\u2103\u00B0\uFF61\uFF64\uFF65\uFF70";
  private static final String NOT_AT_END =
      "\uFF08\uFF3B\uFF5B\u300C\u300E\u3010\u300A\u3008\u3014\u2018\u201C([{\uFF5F\uFF62\uFFE5"
          + "\u00A5$\uFF04";
  private static final String JOINS_WORDS = "_@/-.'&#=~+";
  private static final double TOLERANCE = 1e-6;

  private LineBreaks() {}

  /**
   * @param end after the last letter drawn
   * @param next where the following line begins
   */
  record Line(int start, int end, int next) {}

  static Line next(List<Letter> letters, int start, double widthInEm) {
    double width = 0;
    for (int at = start; at < letters.size(); at++) {
      Letter letter = letters.get(at);
      if (letter.endsLine()) {
        return new Line(start, at, at + 1);
      }
      width += letter.em();
      if (width > widthInEm + TOLERANCE && !letter.blank()) {
        return broken(letters, start, at);
      }
    }
    return new Line(start, letters.size(), letters.size());
  }

  private static Line broken(List<Letter> letters, int start, int tooFar) {
    int end = tooFar;
    while (end > start && !mayBreak(letters.get(end - 1), letters.get(end))) {
      end--;
    }
    if (end == start) {
      end = Math.max(tooFar, start + 1);
    }
    int drawn = end;
    while (drawn > start && letters.get(drawn - 1).blank()) {
      drawn--;
    }
    int next = end;
    while (next < letters.size() && letters.get(next).blank()) {
      next++;
    }
    // The line end that was typed right here is this one.
    if (next < letters.size() && letters.get(next).endsLine()) {
      next++;
    }
    return new Line(start, drawn, next);
  }

  private static boolean mayBreak(Letter before, Letter after) {
    if (after.blank() || before.blank()) {
      return true;
    }
    return !isIn(NOT_AT_START, after)
        && !isIn(NOT_AT_END, before)
        && !(isOfWord(before) && isOfWord(after));
  }

  private static boolean isIn(String set, Letter letter) {
    return !letter.drawn().isEmpty() && set.indexOf(letter.drawn().codePointAt(0)) >= 0;
  }

  private static boolean isOfWord(Letter letter) {
    if (letter.drawn().isEmpty()) {
      return true;
    }
    int point = letter.drawn().codePointAt(0);
    return point < 0x250 && Character.isLetterOrDigit(point) || JOINS_WORDS.indexOf(point) >= 0;
  }
}
