package jp.tsunagaru.account.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.account.event.CredentialReissued;
import jp.tsunagaru.account.event.PasswordChanged;
import jp.tsunagaru.account.event.TermsPledged;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code guard.account} and ends sessions in the very transaction of the decision (第11条1).
 */
@Component
@ProcessingGroup("guard")
class AccountGuard {
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final AccessHistory history;
  private final Clock clock;

  AccountGuard(JdbcClient jdbc, Sealer sealer, AccessHistory history, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.history = history;
    this.clock = clock;
  }

  @EventHandler
  void on(AccountIssued event) {
    int added =
        jdbc.sql(
                """
                insert into guard.account (account_id, facility_id, login_id, roles, profession,
                  state, must_change_password, must_pledge, sealed_name)
                values (?, ?, ?, ?, ?, 'ISSUED', true, true, ?) on conflict do nothing\
                """)
            .params(
                event.accountId().value(),
                event.facilityId().value(),
                event.loginId().value(),
                event.roles().stream().map(Enum::name).sorted().toArray(String[]::new),
                event.profession().name(),
                sealer.seal(event.name()))
            .update();
    if (added == 0 && !isKnown(event.accountId())) {
      throw new Refused(RefusalCode.LOGIN_ID_TAKEN);
    }
  }

  private boolean isKnown(AccountId account) {
    return jdbc.sql("select exists (select from guard.account where account_id = ?)")
        .param(account.value())
        .query(Boolean.class)
        .single();
  }

  @EventHandler
  void on(CredentialReissued event) {
    jdbc.sql(
            """
            update guard.account set must_change_password = true, state = 'ISSUED'
            where account_id = ? and state <> 'DEACTIVATED'\
            """)
        .param(event.accountId().value())
        .update();
    endSessions(event.accountId(), "");
  }

  @EventHandler
  void on(PasswordChanged event, MetaData metadata) {
    jdbc.sql(
            """
            update guard.account set must_change_password = false,
              state = case when must_pledge then state else 'ACTIVE' end
            where account_id = ? and state <> 'DEACTIVATED'\
            """)
        .param(event.accountId().value())
        .update();
    // Who changes a password because somebody else may know it wants that one out at once.
    endSessions(event.accountId(), Origin.from(metadata).map(Origin::session).orElse(""));
  }

  @EventHandler
  void on(TermsPledged event) {
    jdbc.sql(
            """
            update guard.account set must_pledge = false,
              state = case when must_change_password then state else 'ACTIVE' end
            where account_id = ? and state <> 'DEACTIVATED'\
            """)
        .param(event.accountId().value())
        .update();
  }

  @EventHandler
  void on(AccountDeactivated event) {
    jdbc.sql("update guard.account set state = 'DEACTIVATED' where account_id = ?")
        .param(event.accountId().value())
        .update();
    endSessions(event.accountId(), "");
  }

  private void endSessions(AccountId account, String except) {
    Instant now = clock.instant();
    List<Closed> closed =
        jdbc.sql(
                """
                update guard.session s set ended_at = ? from guard.account a
                where s.account_id = ? and s.ended_at is null and s.session <> ?
                  and a.account_id = s.account_id
                returning s.session, s.started_at, s.address, a.facility_id\
                """)
            .params(Timestamps.of(now), account.value(), except)
            .query((rs, row) ->
                new Closed(
                    rs.getString("session"),
                    Timestamps.read(rs, "started_at").orElse(now),
                    rs.getString("address"),
                    rs.getString("facility_id")))
            .list();
    for (Closed session : closed) {
      SessionClosed event =
          new SessionClosed(
              account, "REVOKED", Duration.between(session.startedAt(), now).toSeconds());
      Origin origin =
          new Origin(
              account.value(),
              session.facility(),
              Set.of(),
              "",
              session.session(),
              session.address(),
              "");
      CurrentUnitOfWork.get().root().afterCommit(unit -> history.append(event, origin));
    }
  }

  private record Closed(String session, Instant startedAt, String address, String facility) {}
}
