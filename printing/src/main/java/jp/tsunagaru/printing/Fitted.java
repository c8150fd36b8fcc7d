package jp.tsunagaru.printing;

import java.util.List;

/**
 * How a text found its place.
 *
 * @param size the letter height that was taken, in millimetres
 * @param lines as they stand on the paper
 * @param height what they take, in millimetres
 * @param rest what did not fit, as it was written; a caller puts it on a continuation sheet
 */
public record Fitted(double size, List<String> lines, double height, String rest) {

  public boolean complete() {
    return rest.isEmpty();
  }
}
