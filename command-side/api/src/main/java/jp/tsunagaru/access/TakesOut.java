package jp.tsunagaru.access;

/**
 * A query whose answer leaves the application as a file or on paper. Each patient of it is recorded
 * before, with the purpose that was given (LS-07).
 */
public interface TakesOut {
  PrintPurpose purpose();

  String formatCode();
}
