package jp.tsunagaru.access.query;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * 「なぜ見えるの?」, asked by a member about anybody (TM-07). Of a document only who sees it may ask. Of a
 * stranger to the team the answer says just that.
 *
 * @param documentId null for the patient's record as a whole
 * @param at null for now
 */
public record GetAccessReasons(
    PatientId patientId, AccountId accountId, @Nullable DocumentId documentId, @Nullable Instant at)
    implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.ofNullable(documentId);
  }
}
