package jp.tsunagaru.form;

/** A definition contradicts itself: the application does not start with it. */
public final class BrokenDefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenDefinitionException(String version, String part, String problem) {
    super(version + ": " + part + " " + problem);
  }
}
