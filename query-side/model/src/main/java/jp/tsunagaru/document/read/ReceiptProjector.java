package jp.tsunagaru.document.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.audit.event.HandedOut;
import jp.tsunagaru.audit.event.PastViewed;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.careteam.read.VisitSlot;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchPatient;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 閲覧情報の確認 (別紙1⑤, TM-05): who saw a patient last, and who has been shown which version. */
@Projection(Projection.Stream.ACCESS)
@ProcessingGroup("receipts")
class ReceiptProjector {

  // A row of parameters: a rebuild gives many at once, none twice for one row. The driver, too,
  // would
  // join a batch of "values".
  private static final String VIEWED =
      """
      insert into view.last_viewed (patient_id, account_id, at)
      select v.patient_id, v.account_id, v.at
        from (select ?::text patient_id, ?::text account_id, ?::timestamptz as at) v
      on conflict (patient_id, account_id)
      do update set at = greatest(last_viewed.at, excluded.at)\
      """;

  private static final String VISITED =
      """
      insert into view.visit (account_id, patient_id, slot, until)
      select v.account_id, v.patient_id, v.slot, v.until
        from (select ?::text account_id, ?::text patient_id, ?::bigint slot,
                     ?::timestamptz until) v
      on conflict (account_id, patient_id, slot)
      do update set until = greatest(visit.until, excluded.until)\
      """;

  private static final String SHOWN =
      """
      insert into view.document_receipt (account_id, patient_id, document_id, version, first_at)
      select v.account_id, v.patient_id, v.document_id, v.version, v.at
        from (select ?::text account_id, ?::text patient_id, ?::text document_id,
                     ?::bigint as version, ?::timestamptz as at) v
       where not exists (
         select 1 from view.purged_document p where p.document_id = v.document_id)
      on conflict (account_id, document_id) do update
      set version = greatest(document_receipt.version, excluded.version),
          first_at = case
            when excluded.version > document_receipt.version then excluded.first_at
            when excluded.version < document_receipt.version then document_receipt.first_at
            else least(document_receipt.first_at, excluded.first_at) end\
      """;

  /** Who saw one value of an article in a list or a graph has not read the article. */
  private static final Set<String> IN_PART = Set.of("GetMedicines", "GetVitalSigns");

  private final JdbcClient jdbc;
  private final TeamNews news;

  ReceiptProjector(JdbcClient jdbc, TeamNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  @EventHandler
  void on(RecordViewed event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    seen(
        event,
        IN_PART.contains(event.action()) ? Map.of() : event.documents(),
        writes,
        at,
        metaData);
  }

  /** An old version that was shown is a version that was shown. */
  @EventHandler
  void on(PastViewed event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    seen(event, event.documents(), writes, at, metaData);
  }

  /** Who prints an article has it before his eyes; a desk has nothing of the record. */
  @EventHandler
  void on(RecordPrinted event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    if (!event.ground().atDesk()) {
      seen(event, event.documents(), writes, at, metaData);
    }
  }

  private void seen(
      HandedOut event, Map<DocumentId, Long> read, Writes writes, Instant at, MetaData metaData) {
    Optional<Origin> origin = Origin.from(metaData);
    if (origin.isEmpty()) {
      return;
    }
    String account = origin.get().accountId();
    PatientId patientId = event.patientId();
    writes.add(VIEWED, patientId, account, at);
    writes.add(VISITED, account, patientId, VisitSlot.of(at), at);
    read.forEach(
        (document, version) -> writes.add(SHOWN, account, patientId, document, version, at));
    if (!read.isEmpty()) {
      String[] documents = read.keySet().stream().map(DocumentId::value).toArray(String[]::new);
      PatientChange change = new PatientChange(patientId, PatientChange.Kind.VIEWED, account);
      // Only what was shown for the first time is news. Otherwise two open pages that ask again,
      // which is recorded again, would keep each other awake for ever.
      writes.announce(
          WatchPatient.class,
          page -> page.patientId().equals(patientId) && shownFirst(documents, account, at),
          change);
      news.toListOf(writes, account, change);
    }
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.last_viewed, view.document_receipt, view.visit");
  }

  private boolean shownFirst(String[] documents, String account, Instant at) {
    return jdbc.sql(
            """
            select exists (
              select 1 from view.document_receipt
               where document_id = any (?) and account_id = ? and first_at = ?)\
            """)
        .params(documents, account, at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
