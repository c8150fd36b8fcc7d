package jp.tsunagaru.patient.query;

import java.util.List;

/** The initial answer of {@link WatchPatient} and {@link WatchMyPatients}: no change yet. */
public record PatientChanges(List<PatientChange> changes) {
  public static final PatientChanges NONE = new PatientChanges(List.of());

  public PatientChanges {
    changes = List.copyOf(changes);
  }
}
