package jp.tsunagaru.account.write;

import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts of a facility whose registration ends, in the unit of work of the caller (第10条). */
@Component
public class AccountsOfFacility {
  private final Repository<Account> accounts;
  private final JdbcClient jdbc;

  AccountsOfFacility(
      @Lazy @Qualifier("accountRepository") Repository<Account> accounts, JdbcClient jdbc) {
    this.accounts = accounts;
    this.jdbc = jdbc;
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
