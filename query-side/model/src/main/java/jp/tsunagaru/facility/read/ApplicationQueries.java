package jp.tsunagaru.facility.read;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.query.ApplicationRow;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.facility.query.ApplicationStatus;
import jp.tsunagaru.facility.query.Applications;
import jp.tsunagaru.facility.query.FindApplicationStatus;
import jp.tsunagaru.facility.query.ListApplications;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ApplicationQueries {
  /** What a destroyed key leaves of a person's name. */
  private static final FacilityPeople ERASED = new FacilityPeople("―", "");

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Sealer sealer;

  ApplicationQueries(JdbcClient jdbc, JsonMapper json, Sealer sealer) {
    this.jdbc = jdbc;
    this.json = json;
    this.sealer = sealer;
  }

  /** Oldest waiting first, decided ones behind, newest first. */
  @QueryHandler
  Applications handle(ListApplications query) {
    return new Applications(
        jdbc.sql(
                """
                select * from view.application
                 order by state in ('APPROVED', 'REJECTED'),
                          case when state in ('APPROVED', 'REJECTED') then null else received_at end,
                          received_at desc
                """)
            .query((row, number) -> row(row))
            .list());
  }

  @QueryHandler
  ApplicationStatus handle(FindApplicationStatus query) {
    return jdbc.sql("select * from view.application where application_id = ?")
        .param(query.applicationId().value())
        .query((row, number) -> status(row))
        .optional()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private ApplicationRow row(ResultSet row) throws SQLException {
    ApplicationId id = new ApplicationId(row.getString("application_id"));
    return new ApplicationRow(
        id,
        ApplicationState.valueOf(row.getString("state")),
        row.getDate("applied_on").toLocalDate(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        day(row.getDate("paper_received_on")),
        profile(row),
        people(id, row),
        json.readValue(row.getString("agreement"), TermsAgreement.class));
  }

  /** Content goes back only to be mended: whoever finds an old link learns the state, no more. */
  private ApplicationStatus status(ResultSet row) throws SQLException {
    ApplicationId id = new ApplicationId(row.getString("application_id"));
    ApplicationState state = ApplicationState.valueOf(row.getString("state"));
    boolean returned = state == ApplicationState.RETURNED;
    byte[] reason = row.getBytes("sealed_reason");
    return new ApplicationStatus(
        id,
        state,
        row.getDate("applied_on").toLocalDate(),
        Optional.ofNullable(reason)
            .flatMap(sealed -> sealer.sealed(Subject.of(id), sealed, String.class).read())
            .orElse(""),
        returned ? profile(row) : null,
        returned ? people(id, row) : null);
  }

  private FacilityProfile profile(ResultSet row) throws SQLException {
    return json.readValue(row.getString("profile"), FacilityProfile.class);
  }

  private FacilityPeople people(ApplicationId id, ResultSet row) throws SQLException {
    return sealer
        .sealed(Subject.of(id), row.getBytes("sealed_people"), FacilityPeople.class)
        .read()
        .orElse(ERASED);
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

}
