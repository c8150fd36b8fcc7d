package jp.tsunagaru.document.write;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** DC-05: two tags of one name could not be told apart. */
final class OnceInItsList {
  private OnceInItsList() {}

  static void check(@Nullable FacilityId list, String name, TagNames names) {
    if (names.taken(list, name)) {
      throw new Refused(RefusalCode.TAG_TAKEN);
    }
  }
}
