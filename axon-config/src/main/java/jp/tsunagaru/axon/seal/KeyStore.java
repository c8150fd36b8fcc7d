package jp.tsunagaru.axon.seal;

import jp.tsunagaru.kernel.Subject;

/**
 * Keys of subjects, each wrapped by the key of its parent or by the master key, apart from the
 * events. Creating is idempotent and joins the caller's transaction; a key once destroyed is never
 * made again.
 */
public interface KeyStore {
  /** Makes the key of the subject, and of its parent, where there is none. */
  void create(Subject subject);

  /**
   * Destroys the key for good; everything sealed under it or under its children is unreadable then.
   */
  void destroy(String subjectId);

  /** Whether data of this subject can be read; false for a child of a destroyed parent. */
  boolean readable(Subject subject);
}
