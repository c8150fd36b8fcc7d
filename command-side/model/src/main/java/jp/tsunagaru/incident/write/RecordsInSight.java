package jp.tsunagaru.incident.write;

import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** PT-12: a report names only what its reporter may see; it is no way to find out who is here. */
final class RecordsInSight {
  private RecordsInSight() {}

  static void check(AccountId reporter, List<AffectedRecord> affected, IncidentLookup lookup) {
    if (!affected.stream().allMatch(record -> lookup.sees(reporter, record))) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
