package jp.tsunagaru.account;

/** A clear-text password on its way to be hashed or compared; it never shows itself. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "Secret";
  }
}
