package jp.tsunagaru.access.write;

import java.time.Instant;
import java.util.function.Supplier;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.kernel.Origin;

/** What the rules look at, as it is at a moment. */
interface AccessFacts {
  Facts of(Origin origin, PatientScoped message, Instant at);

  /**
   * @param document asked for only when the message is about one and the team's rules hold
   */
  record Facts(TeamFacts team, Supplier<DocumentFacts> document) {}
}
