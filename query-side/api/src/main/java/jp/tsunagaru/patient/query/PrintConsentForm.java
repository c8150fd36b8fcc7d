package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.patient.PatientId;

/** 様式第2 with the patient's name (PT-04); answered with {@link PatientDetails}. */
public record PrintConsentForm(PatientId patientId, PrintReason reason) implements Prints {}
