package jp.tsunagaru.fhir;

/** Why, as codes of HL7 v3 ActReason; only those that are meant here. */
public enum ActReason {
  TREAT("treatment"),
  ETREAT("Emergency Treatment"),
  COC("coordination of care"),
  PATRQT("patient requested"),
  FAMRQT("family requested"),
  HPAYMT("healthcare payment"),
  DISASTER("disaster"),
  HCOMPL("health compliance");

  final String display;

  ActReason(String display) {
    this.display = display;
  }
}
