package jp.tsunagaru.printing;

/**
 * What a reader takes for one character.
 *
 * @param written as given, so that a rest can be handed back unchanged
 * @param drawn what goes on the paper; empty for what has no shape
 * @param em its width for a size of 1
 */
record Letter(String written, String drawn, double em, boolean missing) {

  boolean endsLine() {
    return written.equals("\n");
  }

  boolean blank() {
    return drawn.equals(" ");
  }
}
