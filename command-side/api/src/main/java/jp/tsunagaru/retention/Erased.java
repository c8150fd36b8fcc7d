package jp.tsunagaru.retention;

/**
 * What was destroyed, as a certificate states it (DL-07).
 *
 * @param keys of documents and of patients, without which nothing sealed under them can be read
 */
public record Erased(int patients, int articles, int forms, int files, int drafts, int keys) {
  public Erased plus(Erased other) {
    return new Erased(
        patients + other.patients,
        articles + other.articles,
        forms + other.forms,
        files + other.files,
        drafts + other.drafts,
        keys + other.keys);
  }
}
