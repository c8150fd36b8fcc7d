package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** A file has the rights of its own document and of no other (design §4.7). */
final class FileOfThisDocument implements AccessRule<DocumentFacts> {
  @Override
  public Rule rule() {
    return Rule.FILE_OF_DOCUMENT;
  }

  @Override
  public boolean holds(DocumentFacts facts) {
    return facts.fileBelongs();
  }

  @Override
  public Denial otherwise() {
    return Denial.DOCUMENT_HIDDEN;
  }
}
