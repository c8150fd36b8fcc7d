package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** 担当者 and 閲覧状況 of a patient (別紙1⑤, TM-05). */
public record GetTeam(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
