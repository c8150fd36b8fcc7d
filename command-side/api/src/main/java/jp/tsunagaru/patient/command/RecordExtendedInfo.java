package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Writes some fields of 拡張情報 (PT-08); the others stay. Refuses {@code CONFLICT} when somebody else
 * was faster, and {@code FIELD_INVALID} for what the schema in force does not have.
 *
 * @param expectedVersion 0 before the first value
 * @param schemaVersion by which the form was shown
 */
public record RecordExtendedInfo(
    @TargetAggregateIdentifier PatientId patientId,
    long expectedVersion,
    String schemaVersion,
    ExtendedValues changes)
    implements PatientCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
