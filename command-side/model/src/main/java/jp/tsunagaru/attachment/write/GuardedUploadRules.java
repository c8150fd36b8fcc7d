package jp.tsunagaru.attachment.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files go to a document that may be revised (DC-03) or to one that its author has not posted yet.
 * A document has only so many.
 */
@Component
class GuardedUploadRules implements UploadRules {
  private record Owner(String patientId, String authorId, String facilityId, String state) {}

  private record Sibling(String patientId, String uploaderId) {}

  private final JdbcClient jdbc;
  private final int maxFiles;

  GuardedUploadRules(
      JdbcClient jdbc, @Value("${tsunagaru.files.max-per-document:20}") int maxFiles) {
    this.jdbc = jdbc;
    this.maxFiles = maxFiles;
  }

  @Override
  public void check(PatientId patientId, DocumentId documentId, Uploader uploader) {
    Optional<Owner> document =
        jdbc.sql(
                """
                select patient_id, author_id, facility_id, state from guard.document
                where document_id = ?\
                """)
            .params(documentId.value())
            .query((rs, row) ->
                new Owner(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
            .optional();
    List<Sibling> siblings =
        jdbc.sql("select patient_id, uploader_id from guard.attachment where document_id = ?")
            .params(documentId.value())
            .query((rs, row) -> new Sibling(rs.getString(1), rs.getString(2)))
            .list();
    if (document.isPresent()) {
      checkOwner(document.get(), patientId, uploader);
    } else {
      checkSiblings(siblings, patientId, uploader);
    }
    if (siblings.size() >= maxFiles) {
      throw new Refused(RefusalCode.FILE_TOO_MANY, Map.of("max", Integer.toString(maxFiles)));
    }
  }

  private static void checkOwner(Owner document, PatientId patientId, Uploader uploader) {
    if (!document.patientId().equals(patientId.value())
        || !document.authorId().equals(uploader.accountId().value())
            && !document.facilityId().equals(uploader.facilityId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (!document.state().equals("CONFIRMED")) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
  }

  private static void checkSiblings(
      List<Sibling> siblings, PatientId patientId, Uploader uploader) {
    Sibling own = new Sibling(patientId.value(), uploader.accountId().value());
    if (!siblings.stream().allMatch(own::equals)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
