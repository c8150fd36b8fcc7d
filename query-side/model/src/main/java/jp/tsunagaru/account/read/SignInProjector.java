package jp.tsunagaru.account.read;

import java.time.Instant;
import jp.tsunagaru.account.query.SessionEnded;
import jp.tsunagaru.account.query.WatchMySessions;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;

@Projection(Projection.Stream.ACCESS)
@ProcessingGroup("sign-ins")
final class SignInProjector {
  @EventHandler
  void on(
      SignInSucceeded event,
      Writes writes,
      @Timestamp Instant at,
      @MessageIdentifier String id,
      MetaData metadata) {
    add(writes, id, event.accountId().value(), at, true, metadata);
  }

  /** A failure under an id that does not exist belongs to nobody. */
  @EventHandler
  void on(
      SignInFailed event,
      Writes writes,
      @Timestamp Instant at,
      @MessageIdentifier String id,
      MetaData metadata) {
    if (!event.accountId().isEmpty()) {
      add(writes, id, event.accountId(), at, false, metadata);
    }
  }

  @EventHandler
  void on(SessionClosed event, Writes writes, MetaData metadata) {
    Origin.from(metadata)
        .ifPresent(origin ->
            writes.announce(
                WatchMySessions.class,
                watched -> watched.accountId().equals(event.accountId()),
                new SessionEnded(origin.session())));
  }

  private static void add(
      Writes writes,
      String id,
      String accountId,
      Instant at,
      boolean succeeded,
      MetaData metadata) {
    writes.add(
        """
        insert into view.sign_in (event_id, account_id, at, succeeded, address)
        values (?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        id,
        accountId,
        at,
        succeeded,
        Origin.from(metadata).map(Origin::address).orElse(""));
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.sign_in");
  }
}
