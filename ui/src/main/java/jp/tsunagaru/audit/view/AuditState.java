package jp.tsunagaru.audit.view;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.audit.query.AuditScope;

/**
 * What the page shows, as it stands in the address: an auditor can send the link to a colleague.
 */
record AuditState(AuditScope scope, String id, AuditPeriod period, long step)
    implements Serializable {
  private static final int DEFAULT_DAYS = 30;
  private static final int LONGEST_ID = 40;

  static AuditState of(QueryParameters parameters, LocalDate today) {
    AuditPeriod usual = AuditPeriod.lastDays(today, DEFAULT_DAYS);
    AuditPeriod asked =
        new AuditPeriod(
            day(parameters, "from").orElse(usual.from()), day(parameters, "to").orElse(usual.to()));
    return new AuditState(
        parameters
            .getSingleParameter("scope")
            .flatMap(AuditState::scope)
            .orElse(AuditScope.PATIENT),
        parameters
            .getSingleParameter("id")
            .filter(id -> id.matches("[a-z0-9_]{1," + LONGEST_ID + "}"))
            .orElse(""),
        asked.to().isBefore(asked.from()) ? usual : asked,
        parameters
            .getSingleParameter("step")
            .filter(step -> step.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .orElse(0L));
  }

  Location location() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("scope", List.of(scope.name()));
    if (!id.isEmpty()) {
      parameters.put("id", List.of(id));
    }
    parameters.put("from", List.of(period.from().toString()));
    parameters.put("to", List.of(period.to().toString()));
    if (step > 0) {
      parameters.put("step", List.of(Long.toString(step)));
    }
    return new Location("audit", new QueryParameters(parameters));
  }

  AuditState at(long position) {
    return new AuditState(scope, id, period, position);
  }

  private static Optional<AuditScope> scope(String name) {
    for (AuditScope scope : AuditScope.values()) {
      if (scope.name().equals(name)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
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
