package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.patient.PatientId;

/** 支援チーム一覧 for the patient (TM-08); answered with {@link Team}. */
public record PrintTeam(PatientId patientId, PrintReason reason) implements Prints {}
