package jp.tsunagaru.support.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;

/** Table of contents of the commands of this feature: all of them write into the record. */
public sealed interface SupportCommand extends PatientScoped
    permits RequestSupport, AnswerSupport, DeclineSupport, DecideSupport, WithdrawSupport {
  DocumentId documentId();

  /** The version that was on the screen; another one is a {@code CONFLICT}. */
  long expectedVersion();

  @Override
  default Right needs() {
    return Right.WRITE;
  }

  @Override
  default Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId());
  }
}
