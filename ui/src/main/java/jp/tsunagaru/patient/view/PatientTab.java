package jp.tsunagaru.patient.view;

import java.util.Arrays;
import jp.tsunagaru.shell.view.Texts;

/** Parts of a patient's page, each with its own address. */
enum PatientTab {
  NOTEBOOK("notebook"),
  MEDICINES("medicines"),
  VITALS("vitals"),
  FORMS("forms"),
  BASIC("basic"),
  EXTENDED("extended"),
  TEAM("team"),
  VIEWING("viewing"),
  CONSENT("consent");

  private final String path;

  PatientTab(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  String label() {
    return Texts.of("patient.tab", this);
  }

  /** The tab of an address; an unknown one is the first. */
  static PatientTab of(String path) {
    return Arrays.stream(values())
        .filter(tab -> tab.path.equals(path))
        .findFirst()
        .orElse(NOTEBOOK);
  }
}
