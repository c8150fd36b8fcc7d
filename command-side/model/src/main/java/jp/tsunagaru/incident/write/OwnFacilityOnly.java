package jp.tsunagaru.incident.write;

import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;

/** 第28条3: the administrator of the facility concerned asks and decides, and no other. */
final class OwnFacilityOnly {
  private OwnFacilityOnly() {}

  static void check(FacilityId facility, MetaData metaData) {
    if (!Acting.facility(metaData).equals(facility)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
