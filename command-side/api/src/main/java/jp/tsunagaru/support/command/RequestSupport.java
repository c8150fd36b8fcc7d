package jp.tsunagaru.support.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * 支援依頼 (第17条, TM-09), or a better wording of one that nobody has answered yet. Makes version {@code
 * expectedVersion} + 1. Refuses {@code SUPPORT_ADDRESSEE} when the addressee may not write about
 * the patient, {@code FIELD_INVALID} for an addressee at the own facility or a day that has passed,
 * {@code SUPPORT_REFERENCE}, {@code SUPPORT_STATE}, {@code CONFLICT} with {@code version}.
 *
 * @param expectedVersion 0 for a new one
 * @param dueOn by when an answer is wished; null when that is left open
 * @param contract how the two facilities call their contract (第17条); blank when there is none
 * @param references documents of the same patient that the whole team may see, at most {@link
 *     #MOST_REFERENCES}
 */
public record RequestSupport(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    SupportKind kind,
    Addressee addressee,
    @Nullable LocalDate dueOn,
    String question,
    String contract,
    List<DocumentId> references)
    implements SupportCommand {
  public static final int LONGEST_TEXT = 4000;
  public static final int LONGEST_CONTRACT = 100;
  public static final int MOST_REFERENCES = 20;

  public RequestSupport {
    question = Check.required("question", question, LONGEST_TEXT);
    contract = Check.text("contract", contract, LONGEST_CONTRACT);
    references = references.stream().distinct().toList();
    Check.that(references.size() <= MOST_REFERENCES, RefusalCode.FIELD_INVALID, "references");
  }

  /** Before it is there, nobody can be asked about its scope. */
  @Override
  public Optional<DocumentId> documentConcerned() {
    return expectedVersion == 0 ? Optional.empty() : Optional.of(documentId);
  }
}
