package jp.tsunagaru.audit.query;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;
import jp.tsunagaru.refusal.Check;

/**
 * Whom a list is printed for at a desk (M6): the whole name or its reading and the day of birth, as
 * they stand on what the person shows. Nothing is found by a part, so nobody can browse. A facility
 * finds whom it has or had somebody in the team of.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record FindPersonAtDesk(String name, LocalDate birthDate) implements Searches {
  public FindPersonAtDesk {
    name = Check.required("name", name, 80);
  }

  @Override
  public Set<String> searchedKinds() {
    return Set.of("NAME", "BIRTH_DATE");
  }

  @Override
  public String searchTerm() {
    return name;
  }
}
