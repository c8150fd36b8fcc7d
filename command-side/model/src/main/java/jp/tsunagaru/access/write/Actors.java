package jp.tsunagaru.access.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jp.tsunagaru.kernel.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who acts: an account in use with this very session open (AC-06, AC-13). */
@Component
final class Actors {
  private static final String SIGNED_IN =
      """
      select a.facility_id, a.roles, a.must_change_password, a.must_pledge
      from guard.account a
      join guard.session s on s.account_id = a.account_id
      where a.account_id = :account
        and a.state <> 'DEACTIVATED'
        and s.session = :session
        and s.ended_at is null
      """;

  private final JdbcClient jdbc;

  Actors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Actor> signedIn(Origin origin) {
    return jdbc.sql(SIGNED_IN)
        .param("account", origin.accountId())
        .param("session", origin.session())
        .query(Actors::actor)
        .optional();
  }

  private static Actor actor(ResultSet row, int number) throws SQLException {
    return new Actor(
        row.getString("facility_id"),
        FactsInForce.strings(row.getArray("roles")),
        row.getBoolean("must_change_password"),
        row.getBoolean("must_pledge"));
  }
}
