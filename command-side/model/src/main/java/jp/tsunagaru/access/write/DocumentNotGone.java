package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Rule;

/** DL-01, DL-03: a deleted document shows only to who may restore it; a purged one to nobody. */
final class DocumentNotGone implements AccessRule<DocumentFacts> {
  @Override
  public Rule rule() {
    return Rule.DOCUMENT_STATE;
  }

  @Override
  public boolean holds(DocumentFacts facts) {
    return switch (facts.state()) {
      case "", "CONFIRMED" -> true;
      case "DELETED" -> facts.needs() == Right.DELETE;
      default -> false;
    };
  }

  @Override
  public Denial otherwise() {
    return Denial.DOCUMENT_STATE;
  }
}
