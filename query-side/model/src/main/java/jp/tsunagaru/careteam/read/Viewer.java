package jp.tsunagaru.careteam.read;

import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * Who asks, and what decides which rows are shown: the finer rules behind the gate.
 *
 * @param groups the groups the account belongs to
 * @param rights what the valid memberships allow for the patient asked about
 */
public record Viewer(
    String accountId, String facilityId, String profession, Set<String> groups, Set<Right> rights) {

  /**
   * TM-04, for rows {@code t} of {@code view.timeline_entry}: the scope that its author chose.
   * Takes the parameters of {@link #parameters()}.
   */
  public static final String SEES =
      """
      (t.scope = 'TEAM' or t.author_id = :me
        or (t.scope = 'SELECTED'
          and (:me = any (t.visible_accounts) or t.visible_groups && cast(:groups as text[])))
        or (t.scope = 'PROFESSIONS' and :profession = any (t.visible_professions)))\
      """;

  /** Nobody is answered who is not known. */
  public static Origin origin(Map<String, ?> metaData) {
    return Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
  }

  public Map<String, Object> parameters() {
    return Map.of(
        "me", accountId, "groups", groups.toArray(String[]::new), "profession", profession);
  }

  /** DC-03: a document is changed by its author or by somebody of the author's facility. */
  public boolean owns(String authorId, String authorsFacilityId) {
    return accountId.equals(authorId) || facilityId.equals(authorsFacilityId);
  }
}
