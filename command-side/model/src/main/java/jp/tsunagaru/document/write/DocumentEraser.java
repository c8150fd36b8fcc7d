package jp.tsunagaru.document.write;

import java.util.Collection;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * 削除 and 完全削除 of documents for a request of the patient or a disposal, which take the place of the
 * second person (DL-03). Works in the unit of work of the caller: all or nothing.
 */
@Component
public class DocumentEraser {
  private final Repository<Document> documents;
  private final DocumentFiles files;

  DocumentEraser(
      @Lazy @Qualifier("documentRepository") Repository<Document> documents, DocumentFiles files) {
    this.documents = documents;
    this.files = files;
  }

  /** Official forms are documents, too. What is gone already stays so. */
  public void erase(PatientId patientId, Collection<DocumentId> ids, MetaData metaData) {
    Actor actor = Actor.of(metaData);
    for (DocumentId id : ids) {
      documents
          .load(id.value())
          .execute(document -> document.erase(patientId, actor, files.all(id)));
    }
  }

  /** Where the key is destroyed already, so that no reason can be sealed any more. */
  public void eraseAgain(PatientId patientId, Collection<DocumentId> ids, MetaData metaData) {
    Actor actor = Actor.of(metaData);
    for (DocumentId id : ids) {
      documents
          .load(id.value())
          .execute(document -> document.eraseAgain(patientId, actor, files.all(id)));
    }
  }
}
