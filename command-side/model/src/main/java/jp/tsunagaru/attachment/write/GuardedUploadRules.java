package jp.tsunagaru.attachment.write;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
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
import org.springframework.util.unit.DataSize;

/**
 * Files go to a document that may be revised (DC-03) or to one that its author has not posted yet.
 * A document has only so many, a person sends only so much in 24 hours, a facility keeps only so
 * much: each is looked at before a file is read, so that the last one may go beyond.
 */
@Component
class GuardedUploadRules implements UploadRules {
  private static final Duration DAY = Duration.ofHours(24);

  private record Owner(String patientId, String authorId, String facilityId, String state) {}

  private record Sibling(String patientId, String uploaderId, boolean purged) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final int maxFiles;
  private final DataSize perDay;
  private final DataSize perFacility;

  GuardedUploadRules(
      JdbcClient jdbc,
      Clock clock,
      @Value("${tsunagaru.files.max-per-document:20}") int maxFiles,
      @Value("${tsunagaru.files.max-per-person-and-day:2GB}") DataSize perDay,
      @Value("${tsunagaru.files.max-per-facility:100GB}") DataSize perFacility) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.maxFiles = maxFiles;
    this.perDay = perDay;
    this.perFacility = perFacility;
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
        jdbc.sql(
                "select patient_id, uploader_id, purged from guard.attachment where document_id = ?")
            .params(documentId.value())
            .query((rs, row) -> new Sibling(rs.getString(1), rs.getString(2), rs.getBoolean(3)))
            .list();
    if (document.isPresent()) {
      checkOwner(document.get(), patientId, uploader);
    } else {
      checkSiblings(siblings, patientId, uploader);
    }
    if (siblings.size() >= maxFiles) {
      throw new Refused(RefusalCode.FILE_TOO_MANY, Map.of("max", Integer.toString(maxFiles)));
    }
    checkQuotas(uploader);
  }

  private void checkQuotas(Uploader uploader) {
    long sent =
        jdbc.sql(
                """
                select coalesce(sum(bytes), 0) from guard.attachment
                where uploader_id = ? and received_at > ?\
                """)
            .params(
                uploader.accountId().value(), clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    if (sent >= perDay.toBytes()) {
      throw new Refused(RefusalCode.FILE_QUOTA_PERSON, megabytes(perDay));
    }
    long kept =
        jdbc.sql(
                """
                select coalesce(sum(bytes), 0) from guard.attachment
                where facility_id = ? and not files_deleted\
                """)
            .params(uploader.facilityId())
            .query(Long.class)
            .single();
    if (kept >= perFacility.toBytes()) {
      throw new Refused(RefusalCode.FILE_QUOTA_FACILITY, megabytes(perFacility));
    }
  }

  private static Map<String, String> megabytes(DataSize size) {
    return Map.of("max", Long.toString(size.toMegabytes()));
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
    boolean own =
        siblings.stream()
            .allMatch(sibling ->
                sibling.patientId().equals(patientId.value())
                    && sibling.uploaderId().equals(uploader.accountId().value()));
    if (!own) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    // The post was never sent, and its files were destroyed with their key.
    if (siblings.stream().anyMatch(Sibling::purged)) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
  }
}
