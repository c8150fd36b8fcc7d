package jp.tsunagaru.careteam.view;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;

/** What is proposed for a profession (TM-03 職種テンプレート); the person who assigns may change it. */
final class MembershipTemplate {
  private static final Set<Right> READER = EnumSet.of(Right.VIEW);
  private static final Set<Right> WRITER = EnumSet.of(Right.VIEW, Right.WRITE, Right.EDIT);

  private MembershipTemplate() {}

  static MembershipTerms of(Profession profession) {
    return new MembershipTerms(role(profession), rights(profession), null, null);
  }

  static TeamRole role(Profession profession) {
    return switch (profession.family()) {
      case MEDICAL ->
          profession == Profession.PHYSICIAN ? TeamRole.ATTENDING_PHYSICIAN : TeamRole.OTHER;
      case DENTAL -> profession == Profession.DENTIST ? TeamRole.DENTIST : TeamRole.OTHER;
      case PHARMACY -> TeamRole.PHARMACIST;
      case NURSING -> TeamRole.VISITING_NURSE;
      case REHABILITATION -> TeamRole.REHABILITATION;
      case CARE_MANAGEMENT -> TeamRole.CARE_MANAGER;
      case CARE -> TeamRole.HOME_HELPER;
      case WELFARE -> TeamRole.SOCIAL_WORKER;
      case ADMINISTRATION, OTHER -> TeamRole.OTHER;
    };
  }

  static Set<Right> rights(Profession profession) {
    if (profession == Profession.PHYSICIAN
        || profession.family() == ProfessionFamily.CARE_MANAGEMENT) {
      return EnumSet.allOf(Right.class);
    }
    return switch (profession.family()) {
      case NURSING -> with(Right.EDIT_BASIC, Right.FORMS, Right.DELETE);
      case DENTAL, PHARMACY, REHABILITATION -> with(Right.DELETE);
      case ADMINISTRATION, OTHER -> READER;
      default -> WRITER;
    };
  }

  private static Set<Right> with(Right... more) {
    Set<Right> rights = EnumSet.copyOf(WRITER);
    rights.addAll(Set.of(more));
    return rights;
  }
}
