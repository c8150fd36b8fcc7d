package jp.tsunagaru.incident;

/** What seems to have happened, in the eyes of who reports it (IN-01). */
public enum IncidentKind {
  ACCIDENT,
  DEFECT,
  LOSS_OR_THEFT,
  MISDIRECTED,
  UNAUTHORISED_ACCESS,
  VIRUS,
  OTHER
}
