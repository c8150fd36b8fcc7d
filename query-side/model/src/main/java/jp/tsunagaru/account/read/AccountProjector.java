package jp.tsunagaru.account.read;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.account.event.CredentialReissued;
import jp.tsunagaru.account.event.PasswordChanged;
import jp.tsunagaru.account.event.TermsPledged;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.japanese.SearchKey;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

@Projection
@ProcessingGroup("accounts")
final class AccountProjector {
  @EventHandler
  void on(AccountIssued event, Writes writes, @Timestamp Instant at) {
    Optional<PersonName> name = event.name().read();
    writes.add(
        """
        insert into view.account
          (account_id, facility_id, login_id, roles, profession, family, given, family_kana,
           given_kana, name, kana, name_key, kana_key, must_change_password, must_pledge, issued_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, true, ?)
        on conflict do nothing
        """,
        event.accountId(),
        event.facilityId(),
        event.loginId().value(),
        event.roles(),
        event.profession(),
        name.map(PersonName::family).orElse(""),
        name.map(PersonName::given).orElse(""),
        name.map(PersonName::familyKana).orElse(""),
        name.map(PersonName::givenKana).orElse(""),
        name.map(PersonName::full).orElse(""),
        name.map(PersonName::kana).orElse(""),
        name.map(known -> SearchKey.of(known.full())).orElse(""),
        name.map(known -> SearchKey.kana(known.kana())).orElse(""),
        at);
  }

  @EventHandler
  void on(CredentialReissued event, Writes writes) {
    writes.add(
        "update view.account set must_change_password = true where account_id = ?",
        event.accountId());
  }

  @EventHandler
  void on(PasswordChanged event, Writes writes) {
    writes.add(
        "update view.account set must_change_password = false where account_id = ?",
        event.accountId());
  }

  @EventHandler
  void on(TermsPledged event, Writes writes) {
    writes.add(
        "update view.account set must_pledge = false where account_id = ?", event.accountId());
  }

  @EventHandler
  void on(AccountDeactivated event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.account set deactivated_at = ? where account_id = ?", at, event.accountId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.account");
  }
}
