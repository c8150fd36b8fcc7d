package jp.tsunagaru.access.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcEmergencyLookup implements EmergencyLookup {
  private final JdbcClient jdbc;
  private final PatientIdentities identities;
  private final TransactionTemplate ownTransaction;

  JdbcEmergencyLookup(
      JdbcClient jdbc, PatientIdentities identities, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.identities = identities;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public boolean enabled() {
    return jdbc.sql("select enabled from guard.break_glass_switch").query(Boolean.class).single();
  }

  @Override
  public int minutes() {
    return jdbc.sql("select minutes from guard.break_glass_switch").query(Integer.class).single();
  }

  @Override
  public Optional<PatientId> sharedPatient(SoughtPatient sought) {
    List<String> found =
        jdbc.sql(
                """
                select distinct i.patient_id
                from guard.patient_identity i
                join guard.patient p on p.patient_id = i.patient_id and p.sharing = 'SHARED'
                where i.hash = any (?)
                limit 2\
                """)
            .param(identities.sought(sought).toArray(String[]::new))
            .query(String.class)
            .list();
    return found.size() == 1 ? Optional.of(new PatientId(found.getFirst())) : Optional.empty();
  }

  /** In a transaction of its own: the refusal of the command must not take the count back. */
  @Override
  public int tries(AccountId account, Instant since, Instant now) {
    Integer tries =
        ownTransaction.execute(status -> {
          jdbc.sql("insert into guard.break_glass_attempt (account_id, at) values (?, ?)")
              .params(account.value(), now.atOffset(ZoneOffset.UTC))
              .update();
          return jdbc.sql(
                  "select count(*) from guard.break_glass_attempt where account_id = ? and at > ?")
              .params(account.value(), since.atOffset(ZoneOffset.UTC))
              .query(Integer.class)
              .single();
        });
    return tries == null ? Integer.MAX_VALUE : tries;
  }

  @Override
  public boolean inForce(BreakGlassId breakGlassId, Instant at) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.break_glass
              where break_glass_id = ? and closed_at is null and until > ?)\
            """)
        .params(breakGlassId.value(), at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
