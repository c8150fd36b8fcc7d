package jp.tsunagaru.shell.view;

/** Opens the report of an incident over whatever page is shown (IN-01). */
public interface IncidentDoor {
  /**
   * @param place path of the page, without anything behind the question mark
   */
  void open(String place);
}
