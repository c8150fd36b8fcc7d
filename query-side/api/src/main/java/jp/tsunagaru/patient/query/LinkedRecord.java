package jp.tsunagaru.patient.query;

import java.time.Instant;
import jp.tsunagaru.patient.PatientId;

/**
 * Another record of the same person that the actor may see too (PT-09).
 *
 * @param main whether the other one is carried on, and this one stands under it
 * @param facility that registered the other one
 */
public record LinkedRecord(
    PatientId patientId, boolean main, String facility, Instant registeredAt, Instant mergedAt) {}
