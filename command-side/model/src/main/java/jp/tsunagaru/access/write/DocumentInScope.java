package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** TM-04: the visibility that its author chose; the author always sees it. */
final class DocumentInScope implements AccessRule<DocumentFacts> {
  @Override
  public Rule rule() {
    return Rule.DOCUMENT_SCOPE;
  }

  @Override
  public boolean holds(DocumentFacts facts) {
    return !facts.posted()
        || facts.author()
        || switch (facts.scope()) {
          case "TEAM" -> true;
          case "SELECTED" -> facts.named() || facts.namedByGroup();
          case "PROFESSIONS" -> facts.namedByProfession();
          default -> false;
        };
  }

  @Override
  public Denial otherwise() {
    return Denial.DOCUMENT_HIDDEN;
  }
}
