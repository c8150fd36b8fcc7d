package jp.tsunagaru.audit.view;

import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked, as it stands in the address: an answer can be asked for again by its link.
 *
 * @param id of whom or what it is about, or blank
 * @param days for the question about unused accounts
 * @param asked whether it was asked already
 */
record QuestionState(String id, AuditPeriod period, int days, boolean asked)
    implements Serializable {
  private static final int USUAL_DAYS = 90;

  static QuestionState of(QueryParameters parameters, AuditPeriod usual) {
    LocalDate from = day(parameters, "from").orElse(usual.from());
    LocalDate to = day(parameters, "to").orElse(usual.to());
    return new QuestionState(
        parameters
            .getSingleParameter("id")
            .filter(id -> id.matches("[a-z]{3}_[0-9a-z]{26}"))
            .orElse(""),
        to.isBefore(from) ? usual : new AuditPeriod(from, to),
        parameters
            .getSingleParameter("days")
            .filter(days -> days.matches("[1-9][0-9]{0,2}"))
            .map(Integer::parseInt)
            .orElse(USUAL_DAYS),
        parameters.getSingleParameter("asked").isPresent());
  }

  QueryParameters parameters() {
    Map<String, String> parameters = new HashMap<>();
    if (!id.isEmpty()) {
      parameters.put("id", id);
    }
    parameters.put("from", period.from().toString());
    parameters.put("to", period.to().toString());
    parameters.put("days", Integer.toString(days));
    if (asked) {
      parameters.put("asked", "1");
    }
    return QueryParameters.simple(parameters);
  }

  QuestionState about(String other) {
    return new QuestionState(other, period, days, true);
  }

  QuestionState during(AuditPeriod other) {
    return new QuestionState(id, other, days, true);
  }

  QuestionState unusedFor(int other) {
    return new QuestionState(id, period, other, true);
  }

  private static Optional<LocalDate> day(QueryParameters parameters, String name) {
    return parameters
        .getSingleParameter(name)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeException unreadable) {
            return Optional.empty();
          }
        });
  }
}
