package jp.tsunagaru.document.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Destroys the files of a post that was never sent: their key, and with it files and pictures.
 * Refuses {@code DOCUMENT_STATE} when it was posted, when somebody still has a draft of it, or when
 * one of its files is younger.
 *
 * @param days whole days since the newest of its files came
 */
@AllowedFor(Role.SYSTEM)
public record PurgeUnsentFiles(
    @TargetAggregateIdentifier DocumentId documentId, PatientId patientId, int days)
    implements DocumentCommand {}
