package jp.tsunagaru.fhir;

/** What was done, in the kinds that the patterns of BALP and DICOM tell apart. */
public enum Operation {
  READ,
  /** Read and taken out, on paper or as a file. */
  EXPORT,
  CREATE,
  UPDATE,
  DELETE,
  /** A list or a search that is about no one person. */
  SEARCH,
  SIGN_IN,
  SIGN_OUT,
  /** The access history itself was read. */
  AUDIT
}
