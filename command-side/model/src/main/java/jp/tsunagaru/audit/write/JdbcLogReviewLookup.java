package jp.tsunagaru.audit.write;

import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.HandedOut;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLogReviewLookup implements LogReviewLookup {
  private final JdbcClient jdbc;
  private final AccessHistory history;
  private final EventStore events;

  JdbcLogReviewLookup(JdbcClient jdbc, AccessHistory history, EventStore events) {
    this.jdbc = jdbc;
    this.history = history;
    this.events = events;
  }

  @Override
  public Optional<Access> access(String eventId) {
    return history.read(List.of(eventId)).stream().findFirst().flatMap(this::access);
  }

  private Optional<Access> access(StoredAccess stored) {
    String account = account(stored);
    if (!account.startsWith("acc_")) {
      return Optional.empty();
    }
    String worn = stored.origin().facilityId();
    return (worn.isEmpty() ? facility(account) : Optional.of(worn))
        .map(facility ->
            new Access(
                stored.at(),
                new AccountId(account),
                new FacilityId(facility),
                patient(stored.event())));
  }

  private static String account(StoredAccess stored) {
    return switch (stored.event()) {
      case SignInSucceeded in -> in.accountId().value();
      case SignInFailed failed -> failed.accountId();
      case SessionClosed closed -> closed.accountId().value();
      default -> stored.origin().accountId();
    };
  }

  private static @Nullable PatientId patient(Object event) {
    return switch (event) {
      case HandedOut out -> out.patientId();
      case PatientTakenOut taken -> taken.patientId();
      case AccessDenied denied when !denied.patientId().isEmpty() ->
          new PatientId(denied.patientId());
      default -> null;
    };
  }

  private Optional<String> facility(String accountId) {
    return jdbc.sql("select facility_id from guard.account where account_id = ?")
        .param(accountId)
        .query(String.class)
        .optional();
  }

  @Override
  public boolean overlaps(LogReviewId reviewId) {
    LogPeriod period = reviewId.period();
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.log_review
               where review_id <> :id and from_day <= :to and to_day >= :from)\
            """)
        .param("id", reviewId.value())
        .param("from", period.from())
        .param("to", period.to())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean answers(FacilityId facilityId) {
    Role role = facilityId.equals(FacilityId.CITY) ? Role.CITY_OPERATOR : Role.FACILITY_ADMIN;
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.account
               where facility_id = ? and state <> 'DEACTIVATED' and ? = any (roles))\
            """)
        .params(facilityId.value(), role.name())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean kept(PatientId patientId) {
    return jdbc.sql(
            "select exists (select 1 from guard.patient where patient_id = ? and sharing <> 'ERASED')")
        .param(patientId.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean exists(IncidentId incidentId) {
    return events.lastSequenceNumberFor(incidentId.value()).isPresent();
  }
}
