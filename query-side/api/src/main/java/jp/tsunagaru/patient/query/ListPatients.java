package jp.tsunagaru.patient.query;

import java.util.Set;
import java.util.TreeSet;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;
import jp.tsunagaru.japanese.Gender;
import org.jspecify.annotations.Nullable;

/**
 * 患者一覧 and 患者検索 (別紙1②③): the patients of the actor's teams, unread first, then by latest post
 * (LS-01, LS-04). The search is recorded without its terms (LS-06).
 *
 * @param text name, kana or part of a phone number (≥ 4 digits) in any spelling; blank for all
 * @param ageFrom inclusive, by display age; null for open
 * @param ageTo inclusive
 * @param limit 1 to 200 rows from {@code offset}
 */
@AllowedFor(Role.CARE_USER)
public record ListPatients(
    String text,
    @Nullable Gender gender,
    @Nullable Integer ageFrom,
    @Nullable Integer ageTo,
    boolean unreadOnly,
    PatientFacets facets,
    int offset,
    int limit)
    implements Searches {

  /** With no facet. */
  public ListPatients(
      String text,
      @Nullable Gender gender,
      @Nullable Integer ageFrom,
      @Nullable Integer ageTo,
      boolean unreadOnly,
      int offset,
      int limit) {
    this(text, gender, ageFrom, ageTo, unreadOnly, PatientFacets.NONE, offset, limit);
  }

  @Override
  public Set<String> searchedKinds() {
    Set<String> kinds = new TreeSet<>();
    if (!text.isBlank()) {
      kinds.add("TEXT");
    }
    if (gender != null) {
      kinds.add("GENDER");
    }
    if (ageFrom != null || ageTo != null) {
      kinds.add("AGE");
    }
    if (facets.registeredFrom() != null || facets.registeredTo() != null) {
      kinds.add("REGISTERED");
    }
    add(kinds, facets.professions(), "PROFESSION");
    add(kinds, facets.facilities(), "FACILITY");
    add(kinds, facets.groups(), "GROUP");
    add(kinds, facets.states(), "STATE");
    return kinds;
  }

  @Override
  public String searchTerm() {
    return text;
  }

  private static void add(Set<String> kinds, Set<?> values, String kind) {
    if (!values.isEmpty()) {
      kinds.add(kind);
    }
  }
}
