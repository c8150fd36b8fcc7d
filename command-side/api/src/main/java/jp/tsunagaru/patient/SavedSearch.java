package jp.tsunagaru.patient;

import jp.tsunagaru.refusal.Check;

/**
 * A search as its owner named it; personal, since both may name a patient.
 *
 * @param filter as the screen writes it down
 */
public record SavedSearch(String name, String filter) {
  /** This value as a command may carry it. */
  public SavedSearch checked() {
    return new SavedSearch(Check.required("searchName", name, 40), filter);
  }
}
