package jp.tsunagaru.patient.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * Patients of the actor who came of age since a proxy signed for them (PT-03); only those whose
 * consent the actor may confirm. The answer is {@link ConsentTasks}.
 */
@AllowedFor(Role.CARE_USER)
public record ListConsentTasks() implements Searches {
  @Override
  public Set<String> searchedKinds() {
    return Set.of("CONSENT_TASKS");
  }

  @Override
  public String searchTerm() {
    return "";
  }
}
