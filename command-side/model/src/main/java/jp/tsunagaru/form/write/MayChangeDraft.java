package jp.tsunagaru.form.write;

import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * A draft is changed by who began it, by somebody of the same facility, or by a physician of the
 * team, who has to answer for it (FM-01, DC-03).
 */
final class MayChangeDraft {
  private MayChangeDraft() {}

  static void check(FormDrafted begun, Actor actor, Writer writer) {
    if (!begun.enteredBy().equals(actor.accountId())
        && !begun.facilityId().equals(actor.facilityId())
        && writer.profession() != Profession.PHYSICIAN) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
