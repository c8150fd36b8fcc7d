package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.io.InputStream;
import jp.tsunagaru.attachment.FileContents;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.axon.vault.FileVault;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens only what is known to belong to the document. */
@Component
class StoredContents implements FileContents {
  private final JdbcClient jdbc;
  private final FileVault vault;

  StoredContents(JdbcClient jdbc, FileVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  public InputStream open(DocumentId documentId, StoredFile file) throws IOException {
    PatientId patientId =
        jdbc.sql(
                """
                select patient_id from guard.attachment
                where document_id = ? and not purged and (address = ? or ? = any (renditions))
                limit 1\
                """)
            .params(documentId.value(), file.address(), file.address())
            .query((rs, row) -> new PatientId(rs.getString(1)))
            .optional()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    return vault
        .open(Subject.of(documentId, patientId), file.address())
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }
}
