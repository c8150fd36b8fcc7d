package jp.tsunagaru.document.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.event.ConsentConfirmed;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportEvent;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.event.SupportWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * From when until when each version, consent, membership and group stood (domain M1). No contents:
 * those of a moment are the stored versions, opened under the keys that are left.
 */
@Projection
@ProcessingGroup("past")
class PastProjector {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String NEXT =
      """
      insert into view.past_document
        (document_id, patient_id, since, state, version, occurred_on, recorded_at, author_id, scope)
      select document_id, patient_id, ?, ?, %s, %s, recorded_at, author_id, %s
        from view.past_document
       where document_id = ? and since < ?
       order by since desc limit 1
      on conflict do nothing\
      """;

  private static final String STATE = NEXT.formatted("version", "occurred_on", "scope");

  private static final String SAID = NEXT.formatted("cast(? as bigint)", "occurred_on", "scope");

  private static final String REVISED =
      NEXT.formatted("cast(? as bigint)", "cast(? as date)", "cast(? as text)");

  private static final String CLOSE =
      "update view.past_document set until = ? where document_id = ? and since < ? and until > ?";

  private static final String CHANGED =
      """
      insert into view.past_membership
        (grant_id, patient_id, since, account_id, group_id, team_role, rights, valid_from, valid_to)
      select grant_id, patient_id, ?, account_id, group_id, ?, cast(? as text[]), ?, ?
        from view.past_membership
       where grant_id = ? and since < ?
       order by since desc limit 1
      on conflict do nothing\
      """;

  private static final String GROUP =
      """
      insert into view.past_group (group_id, since, name, members) values (?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String CONSENT =
      """
      insert into view.past_consent
        (patient_id, since, state, kind, ground, consented_on, text_version, confirmed_on,
         end_reason, ended_on)
      select patient_id, ?, %s, kind, ground, consented_on, %s, %s, %s, %s
        from view.past_consent
       where patient_id = ? and since < ?
       order by since desc limit 1
      on conflict do nothing\
      """;

  private static final String CONFIRMED =
      CONSENT.formatted("state", "?", "cast(? as date)", "end_reason", "ended_on");

  private static final String SHARING =
      CONSENT.formatted("?", "text_version", "confirmed_on", "''", "cast(null as date)");

  /** The five years run from the first end, whatever follows. */
  private static final String ENDED =
      CONSENT.formatted(
          "?", "text_version", "confirmed_on", "?", "coalesce(ended_on, cast(? as date))");

  @EventHandler
  void on(DocumentConfirmed event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.past_document
          (document_id, patient_id, since, state, version, occurred_on, recorded_at, author_id,
           scope)
        values (?, ?, ?, 'CONFIRMED', 1, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.documentId(),
        event.patientId(),
        at,
        event.occurredOn(),
        at,
        event.authorId(),
        event.visibility().scope());
  }

  /** An official form is a document of the notebook from its confirmation on. */
  @EventHandler
  void on(FormApproved event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.past_document
          (document_id, patient_id, since, state, version, occurred_on, recorded_at, author_id,
           scope)
        values (?, ?, ?, 'CONFIRMED', ?, ?, ?, ?, 'TEAM')
        on conflict do nothing\
        """,
        event.documentId(),
        event.patientId(),
        at,
        event.version(),
        FormDay.of(event, at),
        at,
        event.approvedBy());
  }

  @EventHandler
  void on(SupportRequested event, Writes writes, @Timestamp Instant at) {
    if (event.version() > 1) {
      said(event, writes, at);
      return;
    }
    writes.add(
        """
        insert into view.past_document
          (document_id, patient_id, since, state, version, occurred_on, recorded_at, author_id,
           scope)
        values (?, ?, ?, 'CONFIRMED', 1, ?, ?, ?, 'TEAM')
        on conflict do nothing\
        """,
        event.documentId(),
        event.patientId(),
        at,
        LocalDate.ofInstant(at, JAPAN),
        at,
        event.writtenBy());
  }

  @EventHandler
  void on(SupportAnswered event, Writes writes, @Timestamp Instant at) {
    said(event, writes, at);
  }

  @EventHandler
  void on(SupportDeclined event, Writes writes, @Timestamp Instant at) {
    said(event, writes, at);
  }

  @EventHandler
  void on(SupportDecided event, Writes writes, @Timestamp Instant at) {
    said(event, writes, at);
  }

  @EventHandler
  void on(SupportWithdrawn event, Writes writes, @Timestamp Instant at) {
    said(event, writes, at);
  }

  @EventHandler
  void on(DocumentRevised event, Writes writes, @Timestamp Instant at) {
    writes.add(
        REVISED,
        at,
        "CONFIRMED",
        event.version(),
        event.occurredOn(),
        event.visibility().scope(),
        event.documentId(),
        at);
    close(writes, event.documentId(), at);
  }

  @EventHandler
  void on(DocumentDeleted event, Writes writes, @Timestamp Instant at) {
    become(writes, "DELETED", event.documentId(), at);
  }

  @EventHandler
  void on(DocumentRestored event, Writes writes, @Timestamp Instant at) {
    become(writes, "CONFIRMED", event.documentId(), at);
  }

  /** 第16条3: that it stood there is no secret of the document; the event says so for good. */
  @EventHandler
  void on(DocumentPurged event, Writes writes, @Timestamp Instant at) {
    become(writes, "PURGED", event.documentId(), at);
  }

  @EventHandler
  void on(MemberAssigned event, Writes writes, @Timestamp Instant at) {
    assigned(
        writes,
        "account_id",
        event.grantId(),
        event.patientId().value(),
        event.accountId().value(),
        event.terms(),
        at);
  }

  @EventHandler
  void on(GroupAssigned event, Writes writes, @Timestamp Instant at) {
    assigned(
        writes,
        "group_id",
        event.grantId(),
        event.patientId().value(),
        event.groupId().value(),
        event.terms(),
        at);
  }

  @EventHandler
  void on(MembershipChanged event, Writes writes, @Timestamp Instant at) {
    MembershipTerms terms = event.terms();
    writes.add(
        CHANGED,
        at,
        terms.role(),
        terms.rights(),
        from(terms.from()),
        to(terms.to()),
        event.grantId(),
        at);
    end(writes, event.grantId(), at);
  }

  @EventHandler
  void on(MembershipEnded event, Writes writes, @Timestamp Instant at) {
    end(writes, event.grantId(), at);
  }

  @EventHandler
  void on(GroupCreated event, Writes writes, @Timestamp Instant at) {
    writes.add(GROUP, event.groupId(), at, event.name(), event.members());
  }

  @EventHandler
  void on(GroupChanged event, Writes writes, @Timestamp Instant at) {
    writes.add(GROUP, event.groupId(), at, event.name(), event.members());
    endGroup(writes, event.groupId().value(), at);
  }

  @EventHandler
  void on(GroupDissolved event, Writes writes, @Timestamp Instant at) {
    endGroup(writes, event.groupId().value(), at);
  }

  @EventHandler
  void on(ConsentGranted event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.past_consent
          (patient_id, since, state, kind, ground, consented_on, text_version)
        values (?, ?, 'SHARED', ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.patientId(),
        at,
        event.kind(),
        event.ground() == null ? "" : event.ground().name(),
        event.consentedOn(),
        event.textVersion());
  }

  @EventHandler
  void on(ConsentConfirmed event, Writes writes, @Timestamp Instant at) {
    writes.add(CONFIRMED, at, event.textVersion(), event.confirmedOn(), event.patientId(), at);
    closeConsent(writes, event.patientId(), at);
  }

  @EventHandler
  void on(SharingStopped event, Writes writes, @Timestamp Instant at) {
    share(writes, "STOPPED", event.patientId(), at);
  }

  @EventHandler
  void on(SharingResumed event, Writes writes, @Timestamp Instant at) {
    share(writes, "SHARED", event.patientId(), at);
  }

  @EventHandler
  void on(UseResumed event, Writes writes, @Timestamp Instant at) {
    share(writes, "SHARED", event.patientId(), at);
  }

  @EventHandler
  void on(UseEnded event, Writes writes, @Timestamp Instant at) {
    writes.add(
        ENDED,
        at,
        event.displayed() ? "ENDED" : "WITHDRAWN",
        event.reason(),
        event.endedOn(),
        event.patientId(),
        at);
    closeConsent(writes, event.patientId(), at);
  }

  @EventHandler
  void on(ConsentWithdrawn event, Writes writes, @Timestamp Instant at) {
    writes.add(
        ENDED, at, "WITHDRAWN", EndReason.WITHDRAWAL, event.withdrawnOn(), event.patientId(), at);
    closeConsent(writes, event.patientId(), at);
  }

  /** 第16条2, 第19条: of an erased patient's will nothing is kept here. */
  @EventHandler
  void on(PatientErased event, Writes writes) {
    writes.add("delete from view.past_consent where patient_id = ?", event.patientId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add(
        """
        truncate view.past_document, view.past_membership, view.past_group, view.past_consent\
        """);
  }

  private static void share(Writes writes, String state, PatientId patientId, Instant at) {
    writes.add(SHARING, at, state, patientId, at);
    closeConsent(writes, patientId, at);
  }

  private static void closeConsent(Writes writes, PatientId patientId, Instant at) {
    writes.add(
        """
        update view.past_consent set until = ?
         where patient_id = ? and since < ? and until > ?\
        """,
        at,
        patientId,
        at,
        at);
  }

  private static void said(SupportEvent event, Writes writes, Instant at) {
    writes.add(SAID, at, "CONFIRMED", event.version(), event.documentId(), at);
    close(writes, event.documentId(), at);
  }

  private static void become(Writes writes, String state, DocumentId documentId, Instant at) {
    writes.add(STATE, at, state, documentId, at);
    close(writes, documentId, at);
  }

  private static void close(Writes writes, DocumentId documentId, Instant at) {
    writes.add(CLOSE, at, documentId, at, at);
  }

  private static void assigned(
      Writes writes,
      String column,
      GrantId grantId,
      String patientId,
      String who,
      MembershipTerms terms,
      Instant at) {
    writes.add(
        """
        insert into view.past_membership
          (grant_id, patient_id, since, %s, team_role, rights, valid_from, valid_to)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """
            .formatted(column),
        grantId,
        patientId,
        at,
        who,
        terms.role(),
        terms.rights(),
        from(terms.from()),
        to(terms.to()));
  }

  private static void end(Writes writes, GrantId grantId, Instant at) {
    writes.add(
        "update view.past_membership set until = ? where grant_id = ? and since < ? and until > ?",
        at,
        grantId,
        at,
        at);
  }

  private static void endGroup(Writes writes, String groupId, Instant at) {
    writes.add(
        "update view.past_group set until = ? where group_id = ? and since < ? and until > ?",
        at,
        groupId,
        at,
        at);
  }

  private static LocalDate from(@Nullable LocalDate day) {
    return day == null ? LocalDate.MIN : day;
  }

  private static LocalDate to(@Nullable LocalDate day) {
    return day == null ? LocalDate.MAX : day;
  }
}
