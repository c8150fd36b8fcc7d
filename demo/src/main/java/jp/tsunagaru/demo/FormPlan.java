package jp.tsunagaru.demo;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.FormValues;

/**
 * An official form that somebody writes.
 *
 * @param firstDay of the period of an order
 * @param days of that period; 0 for what has none
 * @param confirmed whether a physician confirms it at once; otherwise it waits for one
 * @param station a nurse of the station it is addressed to; blank for what has no addressee
 */
record FormPlan(
    String key,
    DemoPatient patient,
    DemoUser writer,
    int day,
    FormKind kind,
    int firstDay,
    int days,
    boolean confirmed,
    String station) {
  private static final Map<String, List<String>> WORDS = Wording.sections("formwords.txt");

  static List<FormPlan> all(Roster roster) {
    return Table.rows("forms.txt", 9).stream()
        .map(row ->
            new FormPlan(
                row[0],
                roster.patient(row[1]),
                roster.user(row[2]),
                Integer.parseInt(row[3]),
                FormKind.valueOf(row[4]),
                Integer.parseInt(row[5]),
                Integer.parseInt(row[6]),
                row[7].equals("APPROVED"),
                row[8]))
        .toList();
  }

  DocumentId documentId() {
    return new DocumentId(FixedIds.of("doc", "form/" + key));
  }

  /** What is not known already: the words of the patient's theme, and the period. */
  FormValues written(FormDefinition form, FormValues begun, Calendar calendar, String addressee) {
    FormValues values = begun;
    for (String line : WORDS.getOrDefault(patient.theme(), List.of())) {
      int equals = line.indexOf('=');
      values = with(form, values, line.substring(0, equals), line.substring(equals + 1));
    }
    values = with(form, values, "orderType", "1");
    values = with(form, values, "addressee", addressee);
    values = with(form, values, "lastExaminedOn", calendar.date(day).toString());
    if (days > 0) {
      values =
          values.with(
              "period",
              calendar.date(firstDay).toString(),
              calendar.date(firstDay + days - 1).toString());
    }
    return form.fitting(values);
  }

  private static FormValues with(
      FormDefinition form, FormValues values, String field, String words) {
    return form.find(field).isPresent() && !words.isEmpty() ? values.with(field, words) : values;
  }
}
