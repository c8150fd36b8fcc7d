package jp.tsunagaru.patient.query;

import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;

/** In the order in which they are offered. */
public record FacetValues(
    List<Profession> professions, List<FacilityValue> facilities, List<GroupValue> groups)
    implements Counted {
  public FacetValues {
    professions = List.copyOf(professions);
    facilities = List.copyOf(facilities);
    groups = List.copyOf(groups);
  }

  public record FacilityValue(FacilityId facilityId, String name) {}

  public record GroupValue(GroupId groupId, String name) {}

  @Override
  public int results() {
    return professions.size() + facilities.size() + groups.size();
  }
}
