package jp.tsunagaru.careteam.write;

import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 別紙1④, TM-02: a group is changed by its maker or an administrator of its facility. */
final class OwnerOrAdministrator {
  private OwnerOrAdministrator() {}

  static void check(Origin origin, AccountId owner, FacilityId facility) {
    boolean administrator =
        origin.has(Role.FACILITY_ADMIN.name()) && origin.facilityId().equals(facility.value());
    if (!administrator && !origin.accountId().equals(owner.value())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
