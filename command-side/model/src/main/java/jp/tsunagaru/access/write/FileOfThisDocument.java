package jp.tsunagaru.access.write;

/** A file has the rights of its own document and of no other (design §4.7). */
final class FileOfThisDocument implements AccessRule<DocumentFacts> {
  @Override
  public boolean holds(DocumentFacts facts) {
    return facts.fileBelongs();
  }

  @Override
  public Denial otherwise() {
    return Denial.DOCUMENT_HIDDEN;
  }
}
