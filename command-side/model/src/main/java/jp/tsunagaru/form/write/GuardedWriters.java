package jp.tsunagaru.form.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardedWriters implements Writers {
  private final JdbcClient jdbc;
  private final Sealer sealer;

  GuardedWriters(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  @Override
  public Writer of(Actor actor) {
    return jdbc.sql(
            """
            select a.sealed_name, f.name, a.profession from guard.account a
            join guard.facility f on f.facility_id = a.facility_id
            where a.account_id = ? and f.facility_id = ?\
            """)
        .params(actor.accountId().value(), actor.facilityId().value())
        .query((row, number) -> writer(row, actor))
        .optional()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private Writer writer(ResultSet row, Actor actor) throws SQLException {
    PersonName name =
        sealer
            .sealed(Subject.of(actor.accountId()), row.getBytes("sealed_name"), PersonName.class)
            .read()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    return new Writer(
        new AuthorAsWritten(name.full(), row.getString("name")),
        Profession.valueOf(row.getString("profession")));
  }
}
