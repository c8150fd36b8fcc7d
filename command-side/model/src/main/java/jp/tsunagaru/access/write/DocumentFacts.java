package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Right;

/**
 * What the rules about one document look at.
 *
 * @param state blank while the document is not posted
 * @param ofPatient whether it belongs to the patient the message names
 * @param uploaded whether the actor uploaded a file for exactly this document of this patient
 * @param fileBelongs whether the file concerned, if any, is one of this document
 * @param named whether the actor is among the selected accounts
 * @param namedByGroup whether the actor is in one of the selected groups
 * @param namedByProfession whether the actor's profession is among the selected ones
 */
record DocumentFacts(
    String state,
    boolean ofPatient,
    boolean uploaded,
    boolean fileBelongs,
    boolean author,
    String scope,
    boolean named,
    boolean namedByGroup,
    boolean namedByProfession,
    Right needs) {
  /** As of a document that nobody posted or uploaded anything for. */
  static DocumentFacts none(Right needs) {
    return new DocumentFacts("", false, false, false, false, "", false, false, false, needs);
  }

  boolean posted() {
    return !state.isEmpty();
  }
}
