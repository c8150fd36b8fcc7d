package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.GetSharingSteps;
import jp.tsunagaru.patient.query.SharingSteps;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 共有の経過 of a patient. */
@Component
class SharingStepQueries {
  private static final String STEPS =
      """
      select s.at, s.kind, s.channel, s.end_reason, s.sealed_requester,
             coalesce(a.name, '') as name, coalesce(f.name, '') as facility
        from view.sharing_step s
        left join view.account a on a.account_id = s.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where s.patient_id = ?
       order by s.at
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  SharingStepQueries(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  @QueryHandler
  SharingSteps handle(GetSharingSteps query) {
    return new SharingSteps(
        jdbc.sql(STEPS)
            .param(query.patientId().value())
            .query((row, number) -> step(row, query.patientId()))
            .list());
  }

  private SharingSteps.Step step(ResultSet row, PatientId patientId) throws SQLException {
    Optional<Requester> requester =
        Optional.ofNullable(row.getBytes("sealed_requester"))
            .map(sealed -> sealer.sealed(Subject.of(patientId), sealed, Requester.class))
            .flatMap(Personal::read);
    return new SharingSteps.Step(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        SharingSteps.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("facility"),
        row.getString("channel"),
        row.getString("end_reason"),
        requester.map(Requester::name).orElse(""),
        requester.map(Requester::relationship).orElse(""));
  }
}
