package jp.tsunagaru.support.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportEvent;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.event.SupportWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A request for support is a document that the whole team may see, and belongs to who asked. Whom
 * it may be addressed to is told by the memberships in force.
 */
@Component
@ProcessingGroup("guard")
class GuardedSupport implements SupportFacts {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String MAY_ANSWER =
      """
      select exists (
        select 1
        from guard.membership m
        left join guard.care_group g on g.group_id = m.group_id and not g.dissolved
        left join guard.group_member gm on gm.group_id = g.group_id
        join guard.account a on a.account_id = coalesce(m.account_id, gm.account_id)
        where m.patient_id = :patient and m.ended_at is null and 'WRITE' = any (m.rights)
          and coalesce(m.valid_from, :today) <= :today and coalesce(m.valid_to, :today) >= :today
          and a.facility_id = :facility and (:account = '' or a.account_id = :account)
          and a.state <> 'DEACTIVATED' and 'CARE_USER' = any (a.roles))\
      """;

  private static final String SHOWN =
      """
      select count(*) = :asked
      from guard.document d
      left join guard.form f on f.document_id = d.document_id
      where d.document_id = any (:documents) and d.patient_id = :patient
        and d.state = 'CONFIRMED' and d.scope = 'TEAM'
        and coalesce(f.state, '') not in ('DRAFT', 'SUBMITTED')\
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Clock clock;

  GuardedSupport(JdbcClient jdbc, Sealer sealer, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public boolean mayAnswer(Addressee addressee, PatientId patientId) {
    AccountId account = addressee.accountId();
    return jdbc.sql(MAY_ANSWER)
        .param("patient", patientId.value())
        .param("today", LocalDate.ofInstant(clock.instant(), JAPAN))
        .param("facility", addressee.facilityId().value())
        .param("account", account == null ? "" : account.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean shownToTheTeam(List<DocumentId> documents, PatientId patientId) {
    return documents.isEmpty()
        || jdbc.sql(SHOWN)
            .param("asked", documents.size())
            .param("documents", documents.stream().map(DocumentId::value).toArray(String[]::new))
            .param("patient", patientId.value())
            .query(Boolean.class)
            .single();
  }

  @Override
  public Writer writer(AccountId accountId, FacilityId facilityId) {
    return jdbc.sql(
            """
            select a.sealed_name, f.name, a.profession from guard.account a
            join guard.facility f on f.facility_id = a.facility_id
            where a.account_id = ? and f.facility_id = ?\
            """)
        .params(accountId.value(), facilityId.value())
        .query((row, number) -> writer(row, accountId))
        .optional()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private Writer writer(ResultSet row, AccountId accountId) throws SQLException {
    PersonName name =
        sealer
            .sealed(Subject.of(accountId), row.getBytes("sealed_name"), PersonName.class)
            .read()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    return new Writer(
        new AuthorAsWritten(name.full(), row.getString("name")),
        Profession.valueOf(row.getString("profession")));
  }

  @EventHandler
  void on(SupportRequested event, @Timestamp Instant at) {
    jdbc.sql(
            """
            with posted as (delete from guard.draft where account_id = ? and document_id = ?)
            insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
              state, version, occurred_on, scope)
            values (?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, 'TEAM')
            on conflict (document_id) do update set version = excluded.version\
            """)
        .params(
            event.writtenBy().value(),
            event.documentId().value(),
            event.documentId().value(),
            event.patientId().value(),
            event.writtenBy().value(),
            event.facilityId().value(),
            event.profession().name(),
            event.version(),
            LocalDate.ofInstant(at, JAPAN))
        .update();
  }

  @EventHandler
  void on(SupportAnswered event) {
    version(event);
  }

  @EventHandler
  void on(SupportDeclined event) {
    version(event);
  }

  @EventHandler
  void on(SupportDecided event) {
    version(event);
  }

  @EventHandler
  void on(SupportWithdrawn event) {
    version(event);
  }

  private void version(SupportEvent event) {
    jdbc.sql("update guard.document set version = ? where document_id = ?")
        .params(event.version(), event.documentId().value())
        .update();
  }
}
