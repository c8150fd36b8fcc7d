package jp.tsunagaru.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that a definition may name, by the names of their classes. */
final class FormRules {
  private static final Map<String, FormRule> BY_NAME =
      List.of(
              new VisitNursingPeriod(),
              new SpecialPeriod(),
              new SpecialOncePerMonth(),
              new SpecialNeedsOrder(),
              new DripPeriod(),
              new DripDays(),
              new IssuedBeforeStart(),
              new RehabilitationTimes(),
              new LastExamination(),
              new MemoryAgainstDementia(),
              new WalkingAgainstBedridden(),
              new SpecificDisease())
          .stream()
          .collect(Collectors.toMap(rule -> rule.getClass().getSimpleName(), rule -> rule));

  private FormRules() {}

  static Optional<FormRule> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
