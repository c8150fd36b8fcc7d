package jp.tsunagaru.patient.query;

import java.util.List;

/** Newest version first. */
public record BasicInfoHistory(List<BasicInfoVersion> versions) {
  public BasicInfoHistory {
    versions = List.copyOf(versions);
  }
}
