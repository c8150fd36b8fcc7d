package jp.tsunagaru.patient.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * Values to narrow the actor's own list by: what stands in the teams of those patients (PT-12).
 * Recorded like a search without a term.
 */
@AllowedFor(Role.CARE_USER)
public record ListPatientFacets() implements Searches {
  @Override
  public Set<String> searchedKinds() {
    return Set.of("FACETS");
  }

  @Override
  public String searchTerm() {
    return "";
  }
}
