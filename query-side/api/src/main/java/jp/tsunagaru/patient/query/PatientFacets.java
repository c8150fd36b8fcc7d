package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

/**
 * 対象者抽出 (LS-02): all facets together, any value within one; an empty one narrows nothing.
 *
 * @param registeredFrom first day of registration in Japan, inclusive; null for open
 * @param registeredTo last day, inclusive
 * @param professions of people in the team today
 * @param facilities of people in the team today
 * @param groups through which somebody is in the team today
 */
public record PatientFacets(
    @Nullable LocalDate registeredFrom,
    @Nullable LocalDate registeredTo,
    Set<Profession> professions,
    Set<FacilityId> facilities,
    Set<GroupId> groups,
    Set<PatientState> states) {
  public static final PatientFacets NONE =
      new PatientFacets(null, null, Set.of(), Set.of(), Set.of(), Set.of());

  public PatientFacets {
    professions = Set.copyOf(professions);
    facilities = Set.copyOf(facilities);
    groups = Set.copyOf(groups);
    states = Set.copyOf(states);
  }
}
