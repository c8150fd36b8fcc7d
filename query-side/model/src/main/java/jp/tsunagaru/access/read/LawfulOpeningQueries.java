package jp.tsunagaru.access.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.query.LawfulNotices;
import jp.tsunagaru.access.query.LawfulOpenings;
import jp.tsunagaru.access.query.ListLawfulOpenings;
import jp.tsunagaru.access.query.ListLawfulOpeningsForMe;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Openings on a lawful ground, for the city, for who displays the record, and for its registrar.
 */
@Component
class LawfulOpeningQueries {
  private static final Duration TOLD = Duration.ofDays(90);

  private static final String OF_CITY =
      """
      select l.*, coalesce(a.name, '') as name, coalesce(f.name, '') as facility,
             coalesce(p.name, '') as patient, coalesce(r.name, '') as requester,
             coalesce(s.name, '') as approver
        from view.lawful_opening l
        left join view.account a on a.account_id = l.account_id
        left join view.facility f on f.facility_id = a.facility_id
        left join view.patient p on p.patient_id = l.patient_id
        left join view.account r on r.account_id = l.requested_by
        left join view.account s on s.account_id = l.approved_by
       where l.requested_at >= :from and l.requested_at < :to
       order by l.opened_at is null and l.closed_at is null desc, l.requested_at desc
       limit 500
      """;

  private static final String FOR_ME =
      """
      select l.*, coalesce(a.name, '') as name, coalesce(f.name, '') as facility,
             p.registered_at, l.account_id = :me as mine
        from view.lawful_opening l
        join view.patient p on p.patient_id = l.patient_id
        left join view.account a on a.account_id = l.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where l.opened_at is not null
         and (l.account_id = :me and l.ends_at > :now
           or l.opened_at > :since
             and (p.registrar_id = :me or :administrator and p.facility_id = :facility))
       order by l.opened_at desc
       limit 50
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Clock clock;

  LawfulOpeningQueries(JdbcClient jdbc, Sealer sealer, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.clock = clock;
  }

  @QueryHandler
  LawfulOpenings handle(ListLawfulOpenings query, MetaData metaData) {
    String me = Viewer.origin(metaData).accountId();
    return new LawfulOpenings(
        jdbc.sql(OF_CITY)
            .param("from", query.from().atOffset(ZoneOffset.UTC))
            .param("to", query.to().atOffset(ZoneOffset.UTC))
            .query((row, number) -> forCity(row, me))
            .list());
  }

  private LawfulOpenings.Row forCity(ResultSet row, String me) throws SQLException {
    Instant opened = at(row, "opened_at");
    Instant end = at(row, "ends_at");
    boolean closed = at(row, "closed_at") != null;
    LawfulOpenings.State state =
        opened == null || end == null
            ? closed ? LawfulOpenings.State.NOT_OPENED : LawfulOpenings.State.WAITING
            : end.isAfter(clock.instant()) ? LawfulOpenings.State.OPEN : LawfulOpenings.State.OVER;
    PatientId patientId = new PatientId(row.getString("patient_id"));
    byte[] sealed = row.getBytes("sealed_explanation");
    return new LawfulOpenings.Row(
        new LawfulOpeningId(row.getString("opening_id")),
        state,
        row.getString("patient"),
        row.getString("name"),
        row.getString("facility"),
        LawfulGround.valueOf(row.getString("ground")),
        sealed.length == 0
            ? ""
            : sealer.sealed(Subject.of(patientId), sealed, String.class).read().orElse(""),
        row.getInt("days"),
        row.getString("requester"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getString("requested_by").equals(me),
        row.getString("approver"),
        opened,
        end);
  }

  @QueryHandler
  LawfulNotices handle(ListLawfulOpeningsForMe query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    Instant now = clock.instant();
    return new LawfulNotices(
        jdbc.sql(FOR_ME)
            .param("me", origin.accountId())
            .param("facility", origin.facilityId())
            .param("administrator", origin.has(Role.FACILITY_ADMIN.name()))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("since", now.minus(TOLD).atOffset(ZoneOffset.UTC))
            .query((row, number) -> notice(row, now))
            .list());
  }

  private static LawfulNotices.Notice notice(ResultSet row, Instant now) throws SQLException {
    Instant end = row.getObject("ends_at", OffsetDateTime.class).toInstant();
    boolean inForce = end.isAfter(now);
    return new LawfulNotices.Notice(
        row.getBoolean("mine") && inForce ? new PatientId(row.getString("patient_id")) : null,
        row.getString("name"),
        row.getString("facility"),
        LawfulGround.valueOf(row.getString("ground")),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        end,
        inForce);
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
