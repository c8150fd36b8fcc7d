package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Destroys a 仮登録 that got no consent in time (PT-01): its key and everything under it. Refuses
 * {@code SHARING_STATE} when a consent came or the days are not over.
 *
 * @param days whole days after the registration
 */
@AllowedFor(Role.SYSTEM)
public record PurgeProvisional(@TargetAggregateIdentifier PatientId patientId, int days)
    implements PatientCommand {}
