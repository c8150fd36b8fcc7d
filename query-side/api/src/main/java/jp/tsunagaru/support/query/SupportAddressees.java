package jp.tsunagaru.support.query;

import java.util.List;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.support.Addressee;
import org.jspecify.annotations.Nullable;

/** Facilities by name, each followed by its people. */
public record SupportAddressees(List<Candidate> candidates) {
  /**
   * @param name of the person; blank of a facility as a whole
   * @param profession null of a facility as a whole
   */
  public record Candidate(
      Addressee addressee, String name, String facility, @Nullable Profession profession) {}
}
