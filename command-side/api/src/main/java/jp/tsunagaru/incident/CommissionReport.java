package jp.tsunagaru.incident;

import java.util.List;
import jp.tsunagaru.refusal.Check;

/** The nine items of a report (個人情報保護法施行規則第8条第1項), each up to 2,000 characters. */
public record CommissionReport(
    String overview,
    String dataItems,
    String persons,
    String cause,
    String secondaryDamage,
    String response,
    String publication,
    String prevention,
    String other) {
  public CommissionReport checked() {
    return new CommissionReport(
        Check.required("overview", overview, 2000),
        Check.text("dataItems", dataItems, 2000),
        Check.text("persons", persons, 2000),
        Check.text("cause", cause, 2000),
        Check.text("secondaryDamage", secondaryDamage, 2000),
        Check.text("response", response, 2000),
        Check.text("publication", publication, 2000),
        Check.text("prevention", prevention, 2000),
        Check.text("other", other, 2000));
  }

  public List<String> items() {
    return List.of(
        overview,
        dataItems,
        persons,
        cause,
        secondaryDamage,
        response,
        publication,
        prevention,
        other);
  }
}
