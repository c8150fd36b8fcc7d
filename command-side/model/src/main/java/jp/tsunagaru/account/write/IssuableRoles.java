package jp.tsunagaru.account.write;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * Who may give which hats where (第8条2, 第11条2, AC-01): an administrator those of care in the own
 * facility; the city those of care in any facility in an administrator's place, and those of the
 * city, its contractor and the council in its own office. Care and office never meet in one
 * account, since the office reads nothing clinical.
 */
final class IssuableRoles {
  private static final Set<Role> CARE = EnumSet.of(Role.CARE_USER, Role.FACILITY_ADMIN);
  private static final Set<Role> OFFICE =
      EnumSet.of(
          Role.CITY_OPERATOR,
          Role.CITY_AUDITOR,
          Role.CONTRACTOR_OPS,
          Role.CONTRACTOR_HELPDESK,
          Role.COUNCIL);

  private IssuableRoles() {}

  static void check(Origin actor, FacilityId facility, Set<Role> roles) {
    boolean city = mayActForCity(actor);
    boolean own =
        actor.has(Role.FACILITY_ADMIN.name()) && actor.facilityId().equals(facility.value());
    if (!city && !own) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (roles.isEmpty()) {
      throw Refused.field(RefusalCode.FIELD_REQUIRED, "roles");
    }
    boolean office = facility.equals(FacilityId.CITY);
    if (!(office ? OFFICE : CARE).containsAll(roles) || office && !city) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "roles");
    }
  }

  private static boolean mayActForCity(Origin actor) {
    return actor.has(Role.CITY_OPERATOR.name()) || actor.accountId().equals(Origin.SYSTEM);
  }
}
