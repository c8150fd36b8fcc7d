package jp.tsunagaru.audit.view;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessResult;
import jp.tsunagaru.audit.query.AuditScope;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, as it stands in the address: an auditor can send the link to a colleague.
 *
 * @param searching what the box for names looks for
 * @param all whether the whole city is meant when nothing narrows
 * @param replay step by step instead of the list
 * @param before where the page of the list goes on, or null for the newest
 * @param step number of the record that is shown in the replay, blank for the first
 */
record AuditState(
    AuditScope searching,
    Map<AuditScope, String> subjects,
    @Nullable AccessKind kind,
    String action,
    AccessResult result,
    @Nullable AccessMark mark,
    AuditPeriod period,
    boolean all,
    boolean replay,
    @Nullable AccessCursor before,
    String step)
    implements Serializable {
  private static final int DEFAULT_DAYS = 30;
  private static final int LONGEST_ID = 40;
  private static final Map<AuditScope, String> NAMES =
      Map.of(
          AuditScope.PATIENT, "patient",
          AuditScope.ACCOUNT, "user",
          AuditScope.FACILITY, "facility",
          AuditScope.DOCUMENT, "document");

  static AuditState usual(LocalDate today) {
    return of(QueryParameters.empty(), today);
  }

  static AuditState of(QueryParameters parameters, LocalDate today) {
    AuditPeriod usual = AuditPeriod.lastDays(today, DEFAULT_DAYS);
    AuditPeriod asked =
        new AuditPeriod(
            day(parameters, "from").orElse(usual.from()), day(parameters, "to").orElse(usual.to()));
    AuditScope searching =
        constant(parameters, "scope", AuditScope.class).orElse(AuditScope.PATIENT);
    Map<AuditScope, String> subjects = new EnumMap<>(AuditScope.class);
    id(parameters, "id").ifPresent(id -> subjects.put(searching, id));
    NAMES.forEach((scope, name) -> id(parameters, name).ifPresent(id -> subjects.put(scope, id)));
    return new AuditState(
        searching,
        subjects,
        constant(parameters, "kind", AccessKind.class).orElse(null),
        parameters
            .getSingleParameter("action")
            .filter(action -> action.matches("[A-Za-z]{1,60}"))
            .orElse(""),
        constant(parameters, "result", AccessResult.class).orElse(AccessResult.ANY),
        constant(parameters, "mark", AccessMark.class).orElse(null),
        asked.to().isBefore(asked.from()) ? usual : asked,
        parameters.getSingleParameter("all").isPresent(),
        parameters.getSingleParameter("view").filter("replay"::equals).isPresent(),
        parameters.getSingleParameter("before").flatMap(AccessCursor::of).orElse(null),
        parameters
            .getSingleParameter("step")
            .filter(step -> step.matches("[A-Za-z0-9-]{1,40}"))
            .orElse(""));
  }

  Location location() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("scope", List.of(searching.name()));
    subjects.forEach((scope, id) -> parameters.put(NAMES.get(scope), List.of(id)));
    if (kind != null) {
      parameters.put("kind", List.of(kind.name()));
    }
    if (!action.isEmpty()) {
      parameters.put("action", List.of(action));
    }
    if (result != AccessResult.ANY) {
      parameters.put("result", List.of(result.name()));
    }
    if (mark != null) {
      parameters.put("mark", List.of(mark.name()));
    }
    parameters.put("from", List.of(period.from().toString()));
    parameters.put("to", List.of(period.to().toString()));
    if (all) {
      parameters.put("all", List.of("1"));
    }
    if (replay) {
      parameters.put("view", List.of("replay"));
    }
    if (before != null) {
      parameters.put("before", List.of(before.text()));
    }
    if (!step.isEmpty()) {
      parameters.put("step", List.of(step));
    }
    return new Location("audit", new QueryParameters(parameters));
  }

  AccessFilter filter() {
    return new AccessFilter(
        subject(AuditScope.PATIENT),
        subject(AuditScope.ACCOUNT),
        subject(AuditScope.FACILITY),
        subject(AuditScope.DOCUMENT),
        kind,
        action,
        result,
        mark,
        period.start(),
        period.end());
  }

  /** Whether there is anything to show yet. */
  boolean asks() {
    return all
        || !subjects.isEmpty()
        || kind != null
        || !action.isEmpty()
        || result != AccessResult.ANY
        || mark != null;
  }

  String subject(AuditScope scope) {
    return subjects.getOrDefault(scope, "");
  }

  AuditState with(AuditScope scope, String id) {
    Map<AuditScope, String> others = new EnumMap<>(AuditScope.class);
    others.putAll(subjects);
    others.remove(scope);
    if (!id.isEmpty()) {
      others.put(scope, id);
    }
    return new AuditState(scope, others, kind, action, result, mark, period, all, replay, null, "");
  }

  AuditState with(AuditPeriod other) {
    return new AuditState(
        searching, subjects, kind, action, result, mark, other, all, replay, null, "");
  }

  AuditState with(
      @Nullable AccessKind kind, String action, AccessResult result, @Nullable AccessMark mark) {
    return new AuditState(
        searching, subjects, kind, action, result, mark, period, all, replay, null, "");
  }

  AuditState wholeCity() {
    return new AuditState(
        searching, subjects, kind, action, result, mark, period, true, replay, null, "");
  }

  AuditState list() {
    return new AuditState(
        searching, subjects, kind, action, result, mark, period, all, false, null, "");
  }

  AuditState page(@Nullable AccessCursor from) {
    return new AuditState(
        searching, subjects, kind, action, result, mark, period, all, false, from, "");
  }

  /** Blank for the first. */
  AuditState at(String eventId) {
    return new AuditState(
        searching, subjects, kind, action, result, mark, period, all, true, null, eventId);
  }

  private static Optional<String> id(QueryParameters parameters, String name) {
    return parameters
        .getSingleParameter(name)
        .filter(id -> id.matches("[A-Za-z0-9_]{1," + LONGEST_ID + "}"));
  }

  private static <E extends Enum<E>> Optional<E> constant(
      QueryParameters parameters, String name, Class<E> type) {
    return parameters
        .getSingleParameter(name)
        .flatMap(text -> {
          for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
              return Optional.of(constant);
            }
          }
          return Optional.empty();
        });
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
