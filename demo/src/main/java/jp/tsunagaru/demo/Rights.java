package jp.tsunagaru.demo;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.japanese.Profession;

/** The part each profession plays in a team, and what it may do there (TM-01, TM-03). */
final class Rights {
  private Rights() {}

  static TeamRole role(Profession profession) {
    return switch (profession) {
      case PHYSICIAN -> TeamRole.ATTENDING_PHYSICIAN;
      case DENTIST, DENTAL_HYGIENIST -> TeamRole.DENTIST;
      case PHARMACIST -> TeamRole.PHARMACIST;
      case NURSE, ASSISTANT_NURSE, MIDWIFE, PUBLIC_HEALTH_NURSE -> TeamRole.VISITING_NURSE;
      case PHYSICAL_THERAPIST, OCCUPATIONAL_THERAPIST, SPEECH_THERAPIST, JUDO_THERAPIST ->
          TeamRole.REHABILITATION;
      case CARE_MANAGER, CHIEF_CARE_MANAGER -> TeamRole.CARE_MANAGER;
      case HOME_HELPER, SERVICE_PROVISION_MANAGER, CERTIFIED_CARE_WORKER -> TeamRole.HOME_HELPER;
      case MEDICAL_SOCIAL_WORKER,
          CERTIFIED_SOCIAL_WORKER,
          PSYCHIATRIC_SOCIAL_WORKER,
          CONSULTATION_SUPPORT_SPECIALIST,
          LIFE_COUNSELOR ->
          TeamRole.SOCIAL_WORKER;
      default -> TeamRole.OTHER;
    };
  }

  static Set<Right> of(Profession profession) {
    if (profession == Profession.OTHER) {
      return EnumSet.of(Right.VIEW);
    }
    Set<Right> rights = EnumSet.of(Right.VIEW, Right.WRITE, Right.EDIT, Right.DELETE);
    switch (role(profession)) {
      case ATTENDING_PHYSICIAN -> rights.add(Right.FORMS);
      case VISITING_NURSE -> rights.addAll(EnumSet.of(Right.EDIT_BASIC, Right.FORMS));
      case CARE_MANAGER -> rights.addAll(EnumSet.of(Right.EDIT_BASIC, Right.MANAGE_TEAM));
      default -> {
        // Nothing beyond the own notes.
      }
    }
    return rights;
  }
}
