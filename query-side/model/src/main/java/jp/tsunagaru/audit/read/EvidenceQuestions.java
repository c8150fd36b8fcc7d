package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.query.ConsentProof;
import jp.tsunagaru.audit.query.FindConsentProof;
import jp.tsunagaru.audit.query.FindPurgeProof;
import jp.tsunagaru.audit.query.GetLogProof;
import jp.tsunagaru.audit.query.LogProof;
import jp.tsunagaru.audit.query.PurgeProof;
import jp.tsunagaru.audit.query.RecordProof;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.PaperPlace;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an auditor wants proven: the log of a month, a consent, a document that is gone. */
@Component
class EvidenceQuestions {
  private static final String CONSENT =
      """
      select s.*, coalesce(f.name, '') as facility
        from view.sharing s left join view.facility f on f.facility_id = s.facility_id
       where s.patient_id = ?\
      """;

  private static final String PAPERS =
      """
      select c.*, coalesce(a.name, '') as keeper, coalesce(f.name, '') as facility
        from view.consent_paper c
        left join view.account a on a.account_id = c.kept_by
        left join view.facility f on f.facility_id = c.facility_id
       where c.patient_id = ?
       order by c.kept_at desc, c.document_id\
      """;

  private static final String HISTORY =
      """
      select d.event_id, d.at, d.action, coalesce(nullif(a.name, ''), d.account_id) as name,
             coalesce(f.name, '') as facility
        from view.deed d
        left join view.account a on a.account_id = d.account_id
        left join view.facility f on f.facility_id = d.facility_id
       where d.aggregate_id = ? and d.aggregate_id <> ''
       order by d.position\
      """;

  /** Everywhere content of a document, or of its files, may stand. */
  private static final String LEFT =
      """
      select (select count(*) from view.timeline_entry where document_id = :id)
           + (select count(*) from view.document_version where document_id = :id)
           + (select count(*) from view.deleted_document where document_id = :id)
           + (select count(*) from view.attachment where document_id = :id)
           + (select count(*) from view.form where document_id = :id)
           + (select count(*) from view.consent_paper where document_id = :id)
           + (select count(*) from guard.draft where document_id = :id)\
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Proofs proofs;

  EvidenceQuestions(JdbcClient jdbc, Sealer sealer, Proofs proofs) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.proofs = proofs;
  }

  /** In a thread of its own: a month may take some seconds. */
  @QueryHandler
  CompletableFuture<LogProof> handle(GetLogProof query) {
    return CompletableFuture.supplyAsync(() -> proof(query));
  }

  private LogProof proof(GetLogProof query) {
    Map<String, String> alarms =
        proofs.states().stream()
            .collect(Collectors.toMap(Proofs.LogState::log, Proofs.LogState::alarm));
    return new LogProof(
        proofs.between(query.from(), query.to()).stream()
            .map(found ->
                new LogProof.Log(
                    found.log(),
                    found.entries(),
                    found.changed(),
                    found.missing(),
                    found.unsigned(),
                    found.holds(),
                    found.size(),
                    found.signedAt(),
                    found.root(),
                    found.complete(),
                    alarms.getOrDefault(found.log(), "")))
            .toList());
  }

  @QueryHandler
  ConsentProof handle(FindConsentProof query) {
    PatientId patient = query.patientId();
    return new ConsentProof(
        jdbc.sql("select sharing from guard.patient where patient_id = ?")
            .param(patient.value())
            .query(String.class)
            .optional()
            .orElse(""),
        jdbc.sql(CONSENT)
            .param(patient.value())
            .query((row, number) -> given(row, patient))
            .optional()
            .orElse(null),
        jdbc.sql(PAPERS).param(patient.value()).query((row, number) -> paper(row, patient)).list());
  }

  private ConsentProof.Given given(ResultSet row, PatientId patient) throws SQLException {
    ConsentSignatures signatures =
        Optional.of(row.getBytes("sealed_signatures"))
            .filter(sealed -> sealed.length > 0)
            .flatMap(sealed ->
                sealer.sealed(Subject.of(patient), sealed, ConsentSignatures.class).read())
            .orElse(new ConsentSignatures("", "", ""));
    PurgeProof.Event recorded =
        history(ConsentId.of(patient).value()).stream()
            .filter(event -> event.code().equals("ConsentGranted"))
            .findFirst()
            .orElse(null);
    return new ConsentProof.Given(
        row.getString("kind"),
        row.getString("ground"),
        row.getObject("consented_on", LocalDate.class),
        row.getString("text_version"),
        signatures.explainer(),
        signatures.signer(),
        signatures.relationship(),
        row.getString("facility"),
        row.getObject("confirmed_on", LocalDate.class),
        recorded == null ? null : recorded.at(),
        recorded == null ? "" : recorded.name(),
        recorded == null ? "" : recorded.eventId(),
        recorded == null ? null : proven(recorded.eventId()));
  }

  private ConsentProof.Paper paper(ResultSet row, PatientId patient) throws SQLException {
    DocumentId document = new DocumentId(row.getString("document_id"));
    return new ConsentProof.Paper(
        at(row, "kept_at"),
        row.getString("keeper"),
        row.getString("facility"),
        sealer
            .sealed(Subject.of(document, patient), row.getBytes("sealed_place"), PaperPlace.class)
            .read()
            .map(PaperPlace::location)
            .orElse(""),
        ((String[]) row.getArray("files").getArray()).length);
  }

  private record Key(boolean there, @Nullable Instant destroyedAt) {}

  @QueryHandler
  PurgeProof handle(FindPurgeProof query) {
    String id = query.documentId().value();
    Key key =
        jdbc.sql(
                """
                select wrapped is not null as there, destroyed_at from keys.subject_key
                 where subject_id = ?\
                """)
            .param(id)
            .query((row, number) -> new Key(row.getBoolean("there"), maybe(row, "destroyed_at")))
            .optional()
            .orElse(new Key(false, null));
    List<PurgeProof.Event> history = history(id);
    return new PurgeProof(
        jdbc.sql("select state from guard.document where document_id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElse(""),
        key.destroyedAt(),
        key.there(),
        jdbc.sql(LEFT).param("id", id).query(Integer.class).single(),
        history,
        history.stream()
            .filter(event -> event.code().equals("DocumentPurged"))
            .findFirst()
            .flatMap(event -> Optional.ofNullable(proven(event.eventId())))
            .orElse(null));
  }

  private List<PurgeProof.Event> history(String aggregateId) {
    return jdbc.sql(HISTORY)
        .param(aggregateId)
        .query((row, number) ->
            new PurgeProof.Event(
                at(row, "at"),
                row.getString("action"),
                row.getString("name"),
                row.getString("facility"),
                row.getString("event_id")))
        .list();
  }

  private RecordProof.@Nullable Inclusion proven(String eventId) {
    return proofs
        .ofDomain(eventId)
        .map(found ->
            new RecordProof.Inclusion(
                found.position(),
                found.size(),
                found.signedAt(),
                found.leaf(),
                found.path(),
                found.root(),
                found.holds()))
        .orElse(null);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
