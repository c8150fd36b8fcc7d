package jp.tsunagaru.audit.view;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an auditor has to be able to answer within a minute, in the order of the guideline notes.
 */
enum AuditQuestion {
  VIEWERS,
  DEEDS,
  UNUSED,
  EDUCATION,
  EMERGENCY,
  PROOF,
  CONSENT,
  PURGE,
  REVIEW;

  String path() {
    return "audit-questions/" + name().toLowerCase(Locale.ROOT);
  }

  static Optional<AuditQuestion> of(String path) {
    return Stream.of(values())
        .filter(question -> question.name().toLowerCase(Locale.ROOT).equals(path))
        .findFirst();
  }
}
