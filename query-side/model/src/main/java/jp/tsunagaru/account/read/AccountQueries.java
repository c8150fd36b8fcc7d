package jp.tsunagaru.account.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.query.AccountRow;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.FindMyProfile;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.account.query.MyProfile;
import jp.tsunagaru.account.query.SessionEnded;
import jp.tsunagaru.account.query.SignInRow;
import jp.tsunagaru.account.query.WatchMySessions;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountQueries {
  private static final int RECENT = 10;
  private static final String ROW =
      """
      select a.*, f.name as facility,
             (select max(s.at) from view.sign_in s
               where s.account_id = a.account_id and s.succeeded) as last_sign_in
        from view.account a
        left join view.facility f on f.facility_id = a.facility_id
      """;

  private final JdbcClient jdbc;

  AccountQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those in use first, by reading. */
  @QueryHandler
  SessionEnded handle(WatchMySessions query) {
    return SessionEnded.NONE;
  }

  @QueryHandler
  Accounts handle(ListAccounts query) {
    return new Accounts(
        jdbc.sql(
                ROW
                    + " where a.facility_id = ?"
                    + " order by a.deactivated_at is not null, a.kana_key, a.account_id")
            .param(query.facilityId().value())
            .query((row, number) -> account(row))
            .list());
  }

  @QueryHandler
  MyProfile handle(FindMyProfile query) {
    String id = query.accountId().value();
    return jdbc.sql(ROW + " where a.account_id = ?")
        .param(id)
        .query((row, number) -> profile(row, id))
        .optional()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private MyProfile profile(ResultSet row, String id) throws SQLException {
    String facility = row.getString("facility");
    return new MyProfile(
        account(row),
        facility == null ? "" : facility,
        jdbc.sql(
                "select at, succeeded, address from view.sign_in"
                    + " where account_id = ? order by at desc limit ?")
            .param(id)
            .param(RECENT)
            .query((signIn, number) ->
                new SignInRow(
                    signIn.getObject("at", OffsetDateTime.class).toInstant(),
                    signIn.getBoolean("succeeded"),
                    signIn.getString("address")))
            .list());
  }

  private static AccountRow account(ResultSet row) throws SQLException {
    OffsetDateTime lastSignIn = row.getObject("last_sign_in", OffsetDateTime.class);
    return new AccountRow(
        new AccountId(row.getString("account_id")),
        new FacilityId(row.getString("facility_id")),
        new LoginId(row.getString("login_id")),
        name(row),
        Profession.valueOf(row.getString("profession")),
        roles(row),
        state(row),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        lastSignIn == null ? null : lastSignIn.toInstant());
  }

  /** An account whose name was erased is still shown by its id. */
  private static PersonName name(ResultSet row) throws SQLException {
    String family = row.getString("family");
    return new PersonName(
        family.isEmpty() ? row.getString("login_id") : family,
        row.getString("given"),
        row.getString("family_kana"),
        row.getString("given_kana"));
  }

  private static Set<Role> roles(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : (String[]) row.getArray("roles").getArray()) {
      roles.add(Role.valueOf(code));
    }
    return roles;
  }

  private static AccountState state(ResultSet row) throws SQLException {
    if (row.getObject("deactivated_at") != null) {
      return AccountState.DEACTIVATED;
    }
    return row.getBoolean("must_change_password") || row.getBoolean("must_pledge")
        ? AccountState.ISSUED
        : AccountState.ACTIVE;
  }
}
