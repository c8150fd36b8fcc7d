package jp.tsunagaru.document.write;

import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * A document is changed by its author or by somebody of the author's facility only (第15条, DC-03).
 */
final class AuthorOrColleague {
  private AuthorOrColleague() {}

  static void check(Belonging document, Actor actor) {
    if (!document.authorId().equals(actor.accountId())
        && !document.facilityId().equals(actor.facilityId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
