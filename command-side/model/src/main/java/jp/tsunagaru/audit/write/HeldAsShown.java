package jp.tsunagaru.audit.write;

import java.util.HashSet;
import java.util.List;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** C-07: nobody confirms rights that were not shown, nor those of another facility's account. */
final class HeldAsShown {
  private HeldAsShown() {}

  static void check(List<HeldRights> seen, List<HeldRights> held) {
    if (!new HashSet<>(held).containsAll(seen)) {
      throw new Refused(RefusalCode.ATTESTATION_CHANGED);
    }
  }
}
