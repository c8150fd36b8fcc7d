package jp.tsunagaru.retention.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.write.DocumentEraser;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.write.PatientEraser;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.event.DeletionRequested;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Destroys what a request or a disposal names, and counts it for the certificate (DL-07). */
@Component
class Erasure {
  private static final String OF_PATIENT =
      "select d.document_id from guard.document d where d.patient_id = :patient and d.state <>"
          + " 'PURGED' and ";

  private static final String COUNT =
      """
      select count(*) filter (where f.document_id is null) as articles,
             count(f.document_id) as forms,
             (select count(*) from guard.attachment u
               where u.patient_id = :patient and not u.purged
                 and (:everything or u.document_id = any (:documents))) as files,
             (select count(*) from guard.draft r
               where r.patient_id = :patient
                 and (:everything or r.document_id = any (:documents))) as drafts,
             (select count(*) from keys.subject_key k
               where k.wrapped is not null
                 and (k.subject_id = any (:documents)
                   or :everything and :patient in (k.subject_id, k.parent_id))) as keys
        from guard.document d left join guard.form f on f.document_id = d.document_id
       where d.document_id = any (:documents)
      """;

  private final JdbcClient jdbc;
  private final DocumentEraser documents;
  private final PatientEraser patients;

  Erasure(JdbcClient jdbc, DocumentEraser documents, PatientEraser patients) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.patients = patients;
  }

  Erased carryOut(DeletionRequested request, MetaData metaData) {
    PatientId patientId = request.patientId();
    return switch (request.scope()) {
      case EVERYTHING -> everything(patientId, metaData);
      case DOCUMENTS ->
          erase(
              patientId,
              find(
                  patientId,
                  "d.document_id = any (:named)",
                  Map.of(
                      "named",
                      request.documents().stream().map(DocumentId::value).toArray(String[]::new))),
              DeletionScope.DOCUMENTS,
              metaData);
      case PERIOD ->
          erase(
              patientId,
              find(
                  patientId,
                  "d.occurred_on between :from and :to",
                  Map.of("from", request.fromDay(), "to", request.toDay())),
              DeletionScope.PERIOD,
              metaData);
    };
  }

  Erased everything(PatientId patientId, MetaData metaData) {
    Erased erased =
        erase(patientId, find(patientId, "true", Map.of()), DeletionScope.EVERYTHING, metaData);
    patients.erase(patientId);
    return erased;
  }

  private Erased erase(
      PatientId patientId, List<String> ids, DeletionScope scope, MetaData metaData) {
    Erased counted = count(patientId, ids, scope == DeletionScope.EVERYTHING);
    documents.erase(patientId, ids.stream().map(DocumentId::new).toList(), metaData);
    return counted;
  }

  /**
   * Patients whose key is destroyed though their rows do not know: they came back from a backup.
   */
  List<PatientId> patientsWithoutKeys() {
    return jdbc.sql(
            """
            select p.patient_id from guard.patient p
              join keys.subject_key k on k.subject_id = p.patient_id
             where k.destroyed_at is not null and p.sharing not in ('ERASED', 'PURGED')
             order by p.patient_id\
            """)
        .query((row, number) -> new PatientId(row.getString(1)))
        .list();
  }

  /** The same of documents, also of those whose patient is gone. */
  Map<PatientId, List<DocumentId>> documentsWithoutKeys() {
    Map<PatientId, List<DocumentId>> found = new TreeMap<>(Comparator.comparing(PatientId::value));
    jdbc.sql(
            """
            select d.patient_id, d.document_id from guard.document d
             where d.state <> 'PURGED' and exists (
                select 1 from keys.subject_key k
                 where k.subject_id in (d.document_id, d.patient_id)
                   and k.destroyed_at is not null)
             order by d.document_id\
            """)
        .query(row -> {
          found
              .computeIfAbsent(new PatientId(row.getString(1)), patient -> new ArrayList<>())
              .add(new DocumentId(row.getString(2)));
        });
    return found;
  }

  /** Nothing readable is there any more: neither a hold nor a second person could change that. */
  Erased again(PatientId patientId, List<DocumentId> ids, boolean everything, MetaData metaData) {
    Erased counted = count(patientId, ids.stream().map(DocumentId::value).toList(), everything);
    documents.eraseAgain(patientId, ids, metaData);
    if (everything) {
      patients.erase(patientId);
    }
    return counted;
  }

  private List<String> find(PatientId patientId, String which, Map<String, ?> parameters) {
    return jdbc.sql(OF_PATIENT + which + " order by d.document_id")
        .param("patient", patientId.value())
        .params(parameters)
        .query(String.class)
        .list();
  }

  private Erased count(PatientId patientId, List<String> ids, boolean everything) {
    return jdbc.sql(COUNT)
        .param("patient", patientId.value())
        .param("documents", ids.toArray(String[]::new))
        .param("everything", everything)
        .query((row, number) ->
            new Erased(
                everything ? 1 : 0,
                row.getInt("articles"),
                row.getInt("forms"),
                row.getInt("files"),
                row.getInt("drafts"),
                row.getInt("keys")))
        .single();
  }
}
