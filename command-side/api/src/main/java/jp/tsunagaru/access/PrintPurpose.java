package jp.tsunagaru.access;

/**
 * Why personal content leaves the application, on paper or as a file (DC-09, LS-07, 第32条). The
 * names are stored with every print and every list that is taken out: never rename one.
 */
public enum PrintPurpose {
  VISIT,
  MEETING,
  HANDOVER,
  /** Handed to whom it is addressed: a station, an insurer, another system. */
  DELIVERY,
  EXPLANATION,
  DISASTER,
  INSURANCE_CLAIM,
  /** Given to the person, or who may ask for it in the person's place, because of a request. */
  PERSON_REQUEST,
  OTHER;

  /** The purpose of a stored code; lists had two names of their own once. */
  public static PrintPurpose ofCode(String code) {
    return switch (code) {
      case "VISIT_PLANNING" -> VISIT;
      case "TEAM_MEETING" -> MEETING;
      default -> valueOf(code);
    };
  }
}
