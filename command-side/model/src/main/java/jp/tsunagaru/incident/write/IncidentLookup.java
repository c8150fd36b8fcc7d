package jp.tsunagaru.incident.write;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.MeasureKind;

/** What decisions about incidents need to know. */
interface IncidentLookup {
  boolean sees(AccountId account, AffectedRecord record);

  Optional<Measure> measure(String eventId);

  record Measure(MeasureKind kind, Instant at) {}
}
