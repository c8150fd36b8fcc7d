package jp.tsunagaru.account.write;

import java.time.Clock;
import java.util.Set;
import jp.tsunagaru.account.command.SignOut;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the session the command came from, and says how long it was (C-08). */
@Component
class SignOutHandler {
  private static final Set<String> REASONS = Set.of("LOGOUT", "TIMEOUT", "REVOKED");

  private final JdbcClient jdbc;
  private final AccessHistory history;
  private final Clock clock;

  SignOutHandler(JdbcClient jdbc, AccessHistory history, Clock clock) {
    this.jdbc = jdbc;
    this.history = history;
    this.clock = clock;
  }

  /** A session that was ended already has its record. */
  @CommandHandler
  void handle(SignOut command, MetaData metadata, UnitOfWork<?> unit) {
    Check.that(REASONS.contains(command.reason()), RefusalCode.FIELD_INVALID, "reason");
    Origin origin = Origin.from(metadata).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    int ended =
        jdbc.sql(
                """
                update guard.session set ended_at = ?
                where session = ? and account_id = ? and ended_at is null\
                """)
            .params(Timestamps.of(clock.instant()), origin.session(), command.accountId().value())
            .update();
    if (ended == 1) {
      SessionClosed closed =
          new SessionClosed(command.accountId(), command.reason(), command.seconds());
      unit.root().afterCommit(committed -> history.append(closed, origin));
    }
  }
}
