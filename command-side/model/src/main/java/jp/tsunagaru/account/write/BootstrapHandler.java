package jp.tsunagaru.account.write;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.command.BootstrapCity;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the first person in, and lets that person in again who lost the way before the first step.
 */
@Component
class BootstrapHandler {
  private final ObjectProvider<Repository<Account>> accounts;
  private final AccountLookup lookup;
  private final AccountIssuing issuing;
  private final Credentials credentials;
  private final Clock clock;

  BootstrapHandler(
      ObjectProvider<Repository<Account>> accounts,
      AccountLookup lookup,
      AccountIssuing issuing,
      Credentials credentials,
      Clock clock) {
    this.accounts = accounts;
    this.lookup = lookup;
    this.issuing = issuing;
    this.credentials = credentials;
    this.clock = clock;
  }

  @CommandHandler
  boolean handle(BootstrapCity command) throws Exception {
    if (lookup.isEmpty()) {
      AccountIssued issued =
          issuing.prepared(
              command.accountId(),
              FacilityId.CITY,
              command.loginId(),
              command.oneTimePassword(),
              Set.of(Role.CITY_OPERATOR, Role.CITY_AUDITOR),
              Profession.MUNICIPAL_OFFICER,
              FirstStartTexts.packaged().administrator());
      accounts.getObject().newInstance(() -> new Account(issued));
      return true;
    }
    Optional<AccountId> stranded = lookup.strandedFirst(clock.instant());
    stranded.ifPresent(account ->
        accounts
            .getObject()
            .load(account.value())
            .execute(first -> first.reissue(command.oneTimePassword(), credentials)));
    return stranded.isPresent();
  }
}
