package jp.tsunagaru.form.write;

import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** Only a 医師 confirms, replaces or cancels an official form; others may draft (FM-01). */
final class Physicians {
  private Physicians() {}

  static void check(Writer writer) {
    if (writer.profession() != Profession.PHYSICIAN) {
      throw new Refused(RefusalCode.NOT_PHYSICIAN);
    }
  }
}
