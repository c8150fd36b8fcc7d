package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.audit.LogReviewId;

/** What a reviewer reads for the review of a period; recorded with that purpose (C-09). */
interface ReviewRead extends AuditRead {
  String PURPOSE = "REVIEW";

  LogReviewId reviewId();

  @Override
  default String scopeCode() {
    return "LOG_REVIEW";
  }

  @Override
  default String scopeId() {
    return reviewId().value();
  }

  @Override
  default Instant from() {
    return start(reviewId().period().from());
  }

  @Override
  default Instant to() {
    return start(reviewId().period().to().plusDays(1));
  }

  @Override
  default String purposeCode() {
    return PURPOSE;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant();
  }
}
