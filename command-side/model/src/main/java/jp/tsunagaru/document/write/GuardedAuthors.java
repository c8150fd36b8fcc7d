package jp.tsunagaru.document.write;

import java.util.Optional;
import jp.tsunagaru.access.write.ActorsName;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardedAuthors implements Authors {
  private final JdbcClient jdbc;
  private final Sealer sealer;

  GuardedAuthors(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  @Override
  public AuthorAsWritten asWritten(AccountId accountId, FacilityId facilityId) {
    return ActorsName.of(accountId, facilityId)
        .map(name -> written(accountId, name.sealed(), name.facilityName()))
        .or(() -> read(accountId, facilityId))
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private Optional<AuthorAsWritten> read(AccountId accountId, FacilityId facilityId) {
    return jdbc.sql(
            """
            select a.sealed_name, f.name from guard.account a
            join guard.facility f on f.facility_id = a.facility_id
            where a.account_id = ? and f.facility_id = ?\
            """)
        .params(accountId.value(), facilityId.value())
        .query((rs, row) -> written(accountId, rs.getBytes(1), rs.getString(2)))
        .optional();
  }

  private AuthorAsWritten written(AccountId accountId, byte[] sealedName, String facility) {
    PersonName name =
        sealer
            .sealed(Subject.of(accountId), sealedName, PersonName.class)
            .read()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    return new AuthorAsWritten(name.full(), facility);
  }
}
