package jp.tsunagaru.patient.write;

import java.sql.Timestamp;
import java.time.Clock;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.command.RemoveSearch;
import jp.tsunagaru.patient.command.SaveSearch;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 保存した検索. Like a draft it is working state of one person and no fact about a patient: it makes no
 * event and leaves no trace when it is removed.
 */
@Component
class SavedSearches {
  private static final int MOST = 30;

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Clock clock;

  SavedSearches(JdbcClient jdbc, Sealer sealer, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.clock = clock;
  }

  @CommandHandler
  void handle(SaveSearch command) {
    AccountId owner = command.accountId();
    int others =
        jdbc.sql("select count(*) from guard.saved_search where account_id = ? and search_id <> ?")
            .params(owner.value(), command.searchId().value())
            .query(Integer.class)
            .single();
    if (others >= MOST) {
      throw new Refused(RefusalCode.TOO_MANY_SEARCHES);
    }
    jdbc.sql(
            """
            insert into guard.saved_search (account_id, search_id, sealed, saved_at)
            values (?, ?, ?, ?)
            on conflict (account_id, search_id) do update
            set sealed = excluded.sealed, saved_at = excluded.saved_at\
            """)
        .params(
            owner.value(),
            command.searchId().value(),
            sealer.seal(Personal.of(Subject.of(owner), command.search())),
            Timestamp.from(clock.instant()))
        .update();
  }

  @CommandHandler
  void handle(RemoveSearch command) {
    jdbc.sql("delete from guard.saved_search where account_id = ? and search_id = ?")
        .params(command.accountId().value(), command.searchId().value())
        .update();
  }
}
