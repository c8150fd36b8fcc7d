package jp.tsunagaru.account.write;

import java.util.Optional;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What decisions about a facility need of its accounts, in the unit of work of the caller. */
@Component
public class AccountsOfFacility {
  private final Repository<Account> accounts;
  private final JdbcClient jdbc;
  private final Sealer sealer;

  AccountsOfFacility(
      @Lazy @Qualifier("accountRepository") Repository<Account> accounts,
      JdbcClient jdbc,
      Sealer sealer) {
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  /** The name of an administrator of the facility whose account is in use. */
  public Optional<PersonName> administrator(FacilityId facilityId, AccountId accountId) {
    return jdbc.sql(
            """
            select sealed_name from guard.account
             where account_id = ? and facility_id = ? and state = 'ACTIVE' and ? = any (roles)\
            """)
        .params(accountId.value(), facilityId.value(), Role.FACILITY_ADMIN.name())
        .query((row, number) -> row.getBytes("sealed_name"))
        .optional()
        .flatMap(name -> sealer.sealed(Subject.of(accountId), name, PersonName.class).read());
  }

  /** That nobody is left to administer is what is wanted. */
  public void deactivate(FacilityId facilityId) {
    jdbc.sql(
            """
            select account_id from guard.account
             where facility_id = ? and state <> 'DEACTIVATED' order by account_id\
            """)
        .param(facilityId.value())
        .query(String.class)
        .list()
        .forEach(id -> accounts.load(id).execute(Account::leaveWithFacility));
  }
}
