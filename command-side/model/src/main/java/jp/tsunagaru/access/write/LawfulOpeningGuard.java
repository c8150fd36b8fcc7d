package jp.tsunagaru.access.write;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.access.event.LawfulOpeningApproved;
import jp.tsunagaru.access.event.LawfulOpeningClosed;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What opens and closes here counts for the next decision. */
@Component
@ProcessingGroup("guard")
class LawfulOpeningGuard implements WithdrawnLookup {
  private final JdbcClient jdbc;
  private final PatientIdentities identities;

  LawfulOpeningGuard(JdbcClient jdbc, PatientIdentities identities) {
    this.jdbc = jdbc;
    this.identities = identities;
  }

  @EventHandler
  void on(LawfulOpeningApproved event, @Timestamp Instant at) {
    jdbc.sql(
            """
            insert into guard.lawful_opening
              (opening_id, patient_id, account_id, opened_at, until)
            values (?, ?, ?, ?, ?) on conflict do nothing\
            """)
        .params(
            event.openingId().value(),
            event.patientId().value(),
            event.accountId().value(),
            utc(at),
            utc(event.until()))
        .update();
  }

  @EventHandler
  void on(LawfulOpeningClosed event, @Timestamp Instant at) {
    jdbc.sql(
            """
            update guard.lawful_opening set closed_at = ?
            where opening_id = ? and closed_at is null\
            """)
        .params(utc(at), event.openingId().value())
        .update();
  }

  @Override
  public Optional<PatientId> withdrawnPatient(SoughtPatient sought) {
    List<String> found =
        jdbc.sql(
                """
                select distinct i.patient_id
                from guard.patient_identity i
                join guard.patient p on p.patient_id = i.patient_id and p.sharing = 'WITHDRAWN'
                where i.hash = any (?)
                limit 2\
                """)
            .param(identities.sought(sought).toArray(String[]::new))
            .query(String.class)
            .list();
    return found.size() == 1 ? Optional.of(new PatientId(found.getFirst())) : Optional.empty();
  }

  @Override
  public boolean withdrawn(PatientId patientId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.patient where patient_id = ? and sharing = 'WITHDRAWN')\
            """)
        .param(patientId.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean careUser(AccountId accountId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.account
              where account_id = ? and state <> 'DEACTIVATED' and 'CARE_USER' = any (roles))\
            """)
        .param(accountId.value())
        .query(Boolean.class)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
