package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Newest first. */
public record ExtendedSchemaList(List<Version> versions) {
  public ExtendedSchemaList {
    versions = List.copyOf(versions);
  }

  /**
   * @param droppedAt when it was replaced or taken back before its first day
   */
  public record Version(
      int version,
      LocalDate effectiveFrom,
      String by,
      Instant at,
      @Nullable String droppedBy,
      @Nullable Instant droppedAt) {}
}
