package jp.tsunagaru.retention.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.LegalHoldId;
import jp.tsunagaru.retention.query.Certificate;
import jp.tsunagaru.retention.query.DeletionRequestRow;
import jp.tsunagaru.retention.query.DeletionRequests;
import jp.tsunagaru.retention.query.Disposables;
import jp.tsunagaru.retention.query.ListDeletionRequests;
import jp.tsunagaru.retention.query.ListDisposable;
import jp.tsunagaru.retention.query.PrintCertificate;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 削除の申し出, 保管と廃棄, and what certificates say. */
@Component
class RetentionQueries {
  private static final int MOST_ROWS = 500;

  /** Rights in the team, or in the team of the day use ended, from the tables that decide. */
  private static final String HOLDS =
      """
      (exists (
          select 1 from guard.membership m
            left join guard.care_group g on g.group_id = m.group_id and not g.dissolved
            left join guard.group_member gm on gm.group_id = g.group_id
           where m.patient_id = d.patient_id and m.ended_at is null
             and p.sharing in ('SHARED', 'STOPPED')
             and :today between coalesce(m.valid_from, :today) and coalesce(m.valid_to, :today)
             and :me in (m.account_id, gm.account_id) and '%1$s' = any (m.rights))
        or exists (
          select 1 from guard.retained t
           where t.patient_id = d.patient_id and t.account_id = :me
             and p.sharing in ('ENDED', 'WITHDRAWN') and '%1$s' = any (t.rights)))\
      """;

  private static final String HELD =
      """
      exists (
        select 1 from guard.legal_hold h
         where h.patient_id = %s.patient_id and not h.lifted and h.until >= :today)\
      """;

  private static final String REQUESTS =
      """
      select listed.*
        from (
          select d.*, :care and %1$s as may_take_back, :care and %2$s as may_execute, %3$s as held,
                 coalesce(f.name, '') as facility, coalesce(r.name, '') as receiver,
                 coalesce(b.name, '') as doer, coalesce(v.name, '') as patient_name
            from view.deletion_request d
            left join guard.patient p on p.patient_id = d.patient_id
            left join view.patient v on v.patient_id = d.patient_id
            left join view.facility f on f.facility_id = d.facility_id
            left join view.account r on r.account_id = d.received_by
            left join view.account b on b.account_id = d.done_by) listed
       where :city or may_take_back or may_execute
          or (:administrator or done_by = :me) and facility_id = :facility
       order by state <> 'OPEN', case when state = 'OPEN' then due_on end, received_at desc
       limit :most
      """
          .formatted(HOLDS.formatted("EDIT_BASIC"), HOLDS.formatted("DELETE"), HELD.formatted("d"));

  private static final String KEPT =
      """
      select p.patient_id, p.ended_on, p.retained_until, coalesce(s.end_reason, 'OTHER') as reason,
             (select count(*) from guard.document d
               where d.patient_id = p.patient_id and d.state <> 'PURGED') as documents,
             %s as held, p.retained_until < :today as over
        from guard.patient p left join view.sharing s on s.patient_id = p.patient_id
       where p.sharing in ('ENDED', 'WITHDRAWN')
       order by p.retained_until, p.patient_id
       limit :most
      """
          .formatted(HELD.formatted("p"));

  private static final String AGAIN =
      """
      select (select count(*) from guard.patient p
                join keys.subject_key k on k.subject_id = p.patient_id
               where k.destroyed_at is not null and p.sharing not in ('ERASED', 'PURGED')),
             (select count(*) from guard.document d
               where d.state <> 'PURGED' and exists (
                 select 1 from keys.subject_key k
                  where k.subject_id in (d.document_id, d.patient_id)
                    and k.destroyed_at is not null))\
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Proofs proofs;
  private final Clock clock;

  RetentionQueries(JdbcClient jdbc, Sealer sealer, Proofs proofs, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.proofs = proofs;
    this.clock = clock;
  }

  private static Origin origin(MetaData metaData) {
    return Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
  }

  @QueryHandler
  DeletionRequests handle(ListDeletionRequests query, MetaData metaData) {
    Origin origin = origin(metaData);
    LocalDate today = LocalDate.now(clock);
    return new DeletionRequests(
        jdbc.sql(REQUESTS)
            .param("me", origin.accountId())
            .param("facility", origin.facilityId())
            .param("care", origin.has(Role.CARE_USER.name()))
            .param("administrator", origin.has(Role.FACILITY_ADMIN.name()))
            .param("city", origin.has(Role.CITY_OPERATOR.name()))
            .param("today", today)
            .param("most", MOST_ROWS)
            .query((row, number) -> request(row, today))
            .list());
  }

  private DeletionRequestRow request(ResultSet row, LocalDate today) throws SQLException {
    PatientId patientId = new PatientId(row.getString("patient_id"));
    boolean mayTakeBack = row.getBoolean("may_take_back");
    boolean mayExecute = row.getBoolean("may_execute");
    boolean open = row.getString("state").equals("OPEN");
    boolean known = mayTakeBack || mayExecute;
    LocalDate due = row.getObject("due_on", LocalDate.class);
    byte[] sealed = row.getBytes("sealed_requester");
    Requester requester =
        known && sealed.length > 0
            ? sealer
                .sealed(Subject.of(patientId), sealed, Requester.class)
                .read()
                .orElse(new Requester("", ""))
            : new Requester("", "");
    return new DeletionRequestRow(
        new DeletionRequestId(row.getString("request_id")),
        patientId,
        known ? row.getString("patient_name") : "",
        requester.name(),
        requester.relationship(),
        RequestChannel.valueOf(row.getString("channel")),
        IdentityCheck.valueOf(row.getString("identity_check")),
        DeletionScope.valueOf(row.getString("scope")),
        row.getInt("documents"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getObject("requested_on", LocalDate.class),
        due,
        row.getString("facility"),
        row.getString("receiver"),
        DeletionRequestRow.State.valueOf(row.getString("state")),
        row.getString("doer"),
        instant(row.getObject("done_at", OffsetDateTime.class)),
        open && due.isBefore(today),
        row.getBoolean("held"),
        open && mayTakeBack,
        open && mayExecute);
  }

  @QueryHandler
  Disposables handle(ListDisposable query) {
    LocalDate today = LocalDate.now(clock);
    return new Disposables(
        jdbc.sql(KEPT)
            .param("today", today)
            .param("most", MOST_ROWS)
            .query((row, number) -> kept(row))
            .list(),
        jdbc.sql(
                """
                select h.*, coalesce(a.name, '') as placer
                  from view.legal_hold h left join view.account a on a.account_id = h.placed_by
                 order by h.placed_at desc limit ?\
                """)
            .param(MOST_ROWS)
            .query((row, number) -> hold(row, today))
            .list(),
        jdbc.sql(
                """
                select e.*, coalesce(a.name, '') as executor
                  from view.erasure e left join view.account a on a.account_id = e.executed_by
                 order by e.executed_at desc limit ?\
                """)
            .param(MOST_ROWS)
            .query((row, number) -> done(row))
            .list(),
        jdbc.sql(AGAIN)
            .query((row, number) -> new Disposables.Again(row.getInt(1), row.getInt(2)))
            .single());
  }

  private static Disposables.Kept kept(ResultSet row) throws SQLException {
    boolean held = row.getBoolean("held");
    String reason = row.getString("reason");
    return new Disposables.Kept(
        new PatientId(row.getString("patient_id")),
        reason.isEmpty() ? EndReason.OTHER : EndReason.valueOf(reason),
        row.getObject("ended_on", LocalDate.class),
        row.getObject("retained_until", LocalDate.class),
        row.getInt("documents"),
        held,
        row.getBoolean("over") && !held);
  }

  private Disposables.Hold hold(ResultSet row, LocalDate today) throws SQLException {
    PatientId patientId = new PatientId(row.getString("patient_id"));
    LocalDate until = row.getObject("until", LocalDate.class);
    OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
    byte[] sealed = row.getBytes("sealed_reason");
    return new Disposables.Hold(
        new LegalHoldId(row.getString("hold_id")),
        patientId,
        sealed.length == 0
            ? ""
            : sealer.sealed(Subject.of(patientId), sealed, String.class).read().orElse(""),
        until,
        row.getString("placer"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        instant(lifted),
        lifted == null && !until.isBefore(today));
  }

  private static Disposables.Done done(ResultSet row) throws SQLException {
    return new Disposables.Done(
        row.getString("record_id"),
        Disposables.Ground.valueOf(row.getString("ground")),
        row.getObject("executed_at", OffsetDateTime.class).toInstant(),
        row.getString("executor"),
        row.getInt("erased_patients"));
  }

  /** DL-07: of one's own facility; the city of all. */
  @QueryHandler
  Certificate handle(PrintCertificate query, MetaData metaData) {
    Origin origin = origin(metaData);
    return jdbc.sql(
            """
            select e.*, coalesce(a.name, '') as executor, coalesce(f.name, '') as facility,
                   coalesce(b.name, c.name, '') as requester
              from view.erasure e
              left join view.account a on a.account_id = e.executed_by
              left join view.facility f on f.facility_id = a.facility_id
              left join view.account b on b.account_id = nullif(e.requested_by, '')
              left join view.deletion_request d on d.request_id = e.record_id
              left join view.account c on c.account_id = d.received_by
             where e.record_id = :record
               and (:city or e.facility_id = :facility or d.facility_id = :facility
                 or b.facility_id = :facility)\
            """)
        .param("record", query.recordId())
        .param("city", origin.has(Role.CITY_OPERATOR.name()))
        .param("facility", origin.facilityId())
        .query((row, number) -> certificate(row))
        .optional()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private Certificate certificate(ResultSet row) throws SQLException {
    String eventId = row.getString("event_id");
    return new Certificate(
        row.getString("record_id"),
        Disposables.Ground.valueOf(row.getString("ground")),
        List.of((String[]) row.getArray("patients").getArray()),
        row.getBoolean("complete"),
        new Erased(
            row.getInt("erased_patients"),
            row.getInt("articles"),
            row.getInt("forms"),
            row.getInt("files"),
            row.getInt("drafts"),
            row.getInt("keys")),
        row.getString("requester"),
        row.getString("executor"),
        row.getString("facility"),
        row.getObject("executed_at", OffsetDateTime.class).toInstant(),
        eventId,
        proofs
            .ofDomain(eventId)
            .filter(Proofs.Inclusion::holds)
            .map(found ->
                new Certificate.Proven(
                    found.position(), found.size(), found.signedAt(), found.root()))
            .orElse(null));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
