package jp.tsunagaru.attachment.automation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.axon.vault.FileVault;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 完全削除 of files and thumbnails (DL-03). Their key is gone with the event; the bytes follow here, as
 * often as it takes.
 */
@Component
@ProcessingGroup("purged-files")
class PurgedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PurgedFiles.class);

  private record Files(String attachmentId, List<String> addresses) {}

  private final JdbcClient jdbc;
  private final FileVault vault;

  PurgedFiles(JdbcClient jdbc, FileVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @EventHandler
  void on(DocumentPurged event) throws IOException {
    deleteFiles();
  }

  @EventHandler
  void on(UnsentFilesPurged event) throws IOException {
    deleteFiles();
  }

  @EventHandler
  void on(ProvisionalPurged event) throws IOException {
    deleteFiles();
  }

  @EventHandler
  void on(PatientErased event) throws IOException {
    deleteFiles();
  }

  /** Pictures that were under way when their document was purged. */
  @EventHandler
  void on(AttachmentConverted event) throws IOException {
    deleteFiles();
  }

  /** A vault that is out of reach does not keep the application from starting. */
  @EventListener(ApplicationReadyEvent.class)
  void deleteWhatWasLeft() {
    try {
      deleteFiles();
    } catch (IOException | RuntimeException problem) {
      LOG.warn("files of purged documents are still to be deleted", problem);
    }
  }

  private void deleteFiles() throws IOException {
    List<Files> purged =
        jdbc.sql(
                """
                select attachment_id, address, renditions from guard.attachment
                where purged and not files_deleted\
                """)
            .query((rs, row) -> {
              List<String> addresses = new ArrayList<>();
              addresses.add(rs.getString(2));
              addresses.addAll(List.of((String[]) rs.getArray(3).getArray()));
              return new Files(rs.getString(1), addresses);
            })
            .list();
    for (Files files : purged) {
      for (String address : files.addresses()) {
        vault.delete(address);
      }
      jdbc.sql(
              """
              update guard.attachment set files_deleted = true
              where attachment_id = ? and cardinality(renditions) = ?\
              """)
          .params(files.attachmentId(), files.addresses().size() - 1)
          .update();
    }
  }
}
