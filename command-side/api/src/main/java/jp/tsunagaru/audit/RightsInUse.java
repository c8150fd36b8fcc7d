package jp.tsunagaru.audit;

import java.util.List;
import jp.tsunagaru.facility.FacilityId;

/** What every account in use of a facility may do today, from the tables that decide. */
public interface RightsInUse {
  List<HeldRights> of(FacilityId facilityId);
}
