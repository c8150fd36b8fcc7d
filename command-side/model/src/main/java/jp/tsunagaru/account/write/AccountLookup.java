package jp.tsunagaru.account.write;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What decisions about accounts need to know of the other accounts. */
@Component
class AccountLookup {
  private final JdbcClient jdbc;

  AccountLookup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isTaken(LoginId loginId) {
    return jdbc.sql("select exists (select from guard.account where login_id = ?)")
        .param(loginId.value())
        .query(Boolean.class)
        .single();
  }

  /** Nor does it end before the transaction does. */
  boolean takesPart(FacilityId facility) {
    return jdbc.sql(
            """
            select facility_id from guard.facility
             where facility_id = ? and state = 'ACTIVE' for share\
            """)
        .param(facility.value())
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** Whether this is the one administrator who is responsible (第7条3). */
  boolean answersFor(FacilityId facility, AccountId account) {
    return jdbc.sql(
            """
            select exists (
              select from guard.facility where facility_id = ? and administrator_id = ?)\
            """)
        .params(facility.value(), account.value())
        .query(Boolean.class)
        .single();
  }

  boolean isEmpty() {
    return !jdbc.sql("select exists (select from guard.account)").query(Boolean.class).single();
  }

  /**
   * Whether somebody else wears this hat at the facility. All who do are locked until the end of
   * the transaction, so that two of them cannot send each other away at the same moment.
   */
  boolean isWornByAnother(Role role, FacilityId facility, AccountId account) {
    List<String> wearers =
        jdbc.sql(
                """
                select account_id from guard.account
                where facility_id = ? and ? = any (roles) and state <> 'DEACTIVATED'
                order by account_id for update\
                """)
            .params(facility.value(), role.name())
            .query(String.class)
            .list();
    return wearers.stream().anyMatch(wearer -> !wearer.equals(account.value()));
  }

  /** The only account there is, when its one-time password is used up and was never replaced. */
  Optional<AccountId> strandedFirst(Instant now) {
    return jdbc.sql(
            """
            select account_id from guard.account left join guard.credential using (account_id)
            where must_change_password
              and (password_hash is null or one_time_used_at is not null or one_time_until < ?)
              and (select count(*) from guard.account) = 1\
            """)
        .param(Timestamps.of(now))
        .query(String.class)
        .optional()
        .map(AccountId::new);
  }

  Optional<LoginId> loginOf(AccountId account) {
    return jdbc.sql("select login_id from guard.account where account_id = ?")
        .param(account.value())
        .query(String.class)
        .optional()
        .map(LoginId::new);
  }
}
