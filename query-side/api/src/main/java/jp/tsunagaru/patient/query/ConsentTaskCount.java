package jp.tsunagaru.patient.query;

/** Patients who came of age and whose own consent is still to be asked for. */
public record ConsentTaskCount(int patients) {}
