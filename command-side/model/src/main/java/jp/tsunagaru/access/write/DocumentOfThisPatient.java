package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/**
 * 第15条1: the right for one patient opens no document of another. Before posting, a document is for
 * who uploaded for it.
 */
final class DocumentOfThisPatient implements AccessRule<DocumentFacts> {
  @Override
  public Rule rule() {
    return Rule.DOCUMENT_OF_PATIENT;
  }

  @Override
  public boolean holds(DocumentFacts facts) {
    return facts.posted() ? facts.ofPatient() : facts.uploaded();
  }

  @Override
  public Denial otherwise() {
    return Denial.DOCUMENT_HIDDEN;
  }
}
