package jp.tsunagaru.incident;

import jp.tsunagaru.refusal.Check;

/**
 * What is said about an incident.
 *
 * @param description 1 to 2,000 characters
 * @param immediateAction what was done at once, up to 1,000
 * @param caller who told it by telephone and how to call back, up to 200; blank for an own report
 * @param place the page it was filed from, without anything behind the question mark
 */
public record IncidentContent(
    String description, String immediateAction, String caller, String place) {
  public IncidentContent checked() {
    return new IncidentContent(
        Check.required("description", description, 2000),
        Check.text("immediateAction", immediateAction, 1000),
        Check.text("caller", caller, 200),
        Check.text("place", place.replaceFirst("[?#].*", ""), 200));
  }
}
