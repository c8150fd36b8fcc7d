package jp.tsunagaru.document.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two texts, in pieces of whole sentences and, where both changed, in
 * characters.
 */
final class TextDiff {
  /** Bound on the work for one comparison: longer texts are shown as replaced as a whole. */
  private static final long MOST_CELLS = 4_000_000;

  private TextDiff() {}

  enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  record Piece(Kind kind, String text) {}

  static List<Piece> between(String before, String after) {
    List<Piece> coarse = compare(sentences(before), sentences(after));
    List<Piece> fine = new ArrayList<>();
    for (int i = 0; i < coarse.size(); i++) {
      Piece piece = coarse.get(i);
      boolean replaced =
          piece.kind() == Kind.REMOVED
              && i + 1 < coarse.size()
              && coarse.get(i + 1).kind() == Kind.ADDED;
      if (replaced) {
        List<Piece> characters =
            compare(characters(piece.text()), characters(coarse.get(i + 1).text()));
        fine.addAll(isReadable(characters) ? characters : coarse.subList(i, i + 2));
        i++;
      } else {
        fine.add(piece);
      }
    }
    return merged(fine);
  }

  /** Whether enough stayed the same that showing single characters helps rather than confuses. */
  private static boolean isReadable(List<Piece> pieces) {
    int same = 0;
    int all = 0;
    for (Piece piece : pieces) {
      all += piece.text().length();
      same += piece.kind() == Kind.SAME ? piece.text().length() : 0;
    }
    return same * 3 >= all;
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '。' || c == '、') {
        sentences.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      sentences.add(text.substring(start));
    }
    return sentences;
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static List<Piece> compare(List<String> before, List<String> after) {
    int head = 0;
    while (head < before.size()
        && head < after.size()
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < before.size() - head
        && tail < after.size() - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Piece> pieces = new ArrayList<>();
    before.subList(0, head).forEach(each -> pieces.add(new Piece(Kind.SAME, each)));
    middle(
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail),
        pieces);
    before
        .subList(before.size() - tail, before.size())
        .forEach(each -> pieces.add(new Piece(Kind.SAME, each)));
    return merged(pieces);
  }

  private static void middle(List<String> before, List<String> after, List<Piece> pieces) {
    if ((long) before.size() * after.size() > MOST_CELLS) {
      before.forEach(each -> pieces.add(new Piece(Kind.REMOVED, each)));
      after.forEach(each -> pieces.add(new Piece(Kind.ADDED, each)));
      return;
    }
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        longest[i][j] =
            before.get(i).equals(after.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        pieces.add(new Piece(Kind.SAME, before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || both && longest[i + 1][j] >= longest[i][j + 1]) {
        pieces.add(new Piece(Kind.REMOVED, before.get(i)));
        i++;
      } else {
        pieces.add(new Piece(Kind.ADDED, after.get(j)));
        j++;
      }
    }
  }

  /** Neighbours of one kind become one piece; of a run of changes, removals come first. */
  private static List<Piece> merged(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    StringBuilder same = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.SAME) {
        flush(merged, Kind.REMOVED, removed);
        flush(merged, Kind.ADDED, added);
        same.append(piece.text());
      } else {
        flush(merged, Kind.SAME, same);
        (piece.kind() == Kind.REMOVED ? removed : added).append(piece.text());
      }
    }
    flush(merged, Kind.SAME, same);
    flush(merged, Kind.REMOVED, removed);
    flush(merged, Kind.ADDED, added);
    return merged;
  }

  private static void flush(List<Piece> pieces, Kind kind, StringBuilder text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text.toString()));
      text.setLength(0);
    }
  }
}
