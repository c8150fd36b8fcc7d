package jp.tsunagaru.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;

/** Which pattern of BALP an entry follows, and what the agents are called in it. */
final class Patterns {
  private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String PARTICIPATION =
      "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  private static final CodeableConcept SOURCE =
      AuditEvents.concept(DCM, "110153", "Source Role ID");
  private static final CodeableConcept DESTINATION =
      AuditEvents.concept(DCM, "110152", "Destination Role ID");
  private static final CodeableConcept APPLICATION =
      AuditEvents.concept(DCM, "110150", "Application");
  private static final CodeableConcept CUSTODIAN =
      AuditEvents.concept(
          "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
          "custodian",
          "Custodian");
  private static final CodeableConcept RECIPIENT =
      AuditEvents.concept(PARTICIPATION, "IRCP", "information recipient");
  private static final CodeableConcept AUTHOR =
      AuditEvents.concept(PARTICIPATION, "AUT", "author (originator)");

  private Patterns() {}

  /** The last part of its name; blank where there is none, or where the entry cannot fulfil it. */
  static String of(AuditEntry entry) {
    if (!entry.refusal().isEmpty() || entry.actor().address().isEmpty()) {
      return "";
    }
    String name =
        switch (entry.operation()) {
          case READ, EXPORT -> "Read";
          case CREATE -> "Create";
          case UPDATE -> "Update";
          case DELETE -> "Delete";
          case SEARCH -> "Query";
          case SIGN_IN, SIGN_OUT, AUDIT -> "";
        };
    return name.isEmpty() || entry.patientId().isEmpty() ? name : "Patient" + name;
  }

  static CodeableConcept client(Operation operation) {
    return switch (operation) {
      case READ, EXPORT, AUDIT -> DESTINATION;
      case CREATE, UPDATE, SEARCH -> SOURCE;
      case DELETE, SIGN_IN, SIGN_OUT -> APPLICATION;
    };
  }

  static CodeableConcept server(Operation operation) {
    return switch (operation) {
      case READ, EXPORT, AUDIT -> SOURCE;
      case CREATE, UPDATE, SEARCH, SIGN_IN, SIGN_OUT -> DESTINATION;
      case DELETE -> CUSTODIAN;
    };
  }

  static CodeableConcept user(Operation operation) {
    return switch (operation) {
      case CREATE, UPDATE, DELETE -> AUTHOR;
      case READ, EXPORT, SEARCH, SIGN_IN, SIGN_OUT, AUDIT -> RECIPIENT;
    };
  }
}
