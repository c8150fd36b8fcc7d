package jp.tsunagaru.patient.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * Pairs of registrations that may be one person (PT-09), for the city to ask the two facilities
 * about: ids, facilities and days, no names. 仮登録 stays with its registrar (PT-01).
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ListPossibleDuplicates() implements Searches {
  @Override
  public Set<String> searchedKinds() {
    return Set.of("DUPLICATES");
  }

  @Override
  public String searchTerm() {
    return "";
  }
}
