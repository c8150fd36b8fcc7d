package jp.tsunagaru.careteam;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;

/** What is proposed for a profession while the city has decided nothing else (TM-03). */
public final class BuiltInRights {
  private static final Set<Right> READER = Set.of(Right.VIEW);
  private static final Set<Right> WRITER = Set.of(Right.VIEW, Right.WRITE, Right.EDIT);

  private BuiltInRights() {}

  public static Set<Right> of(Profession profession) {
    if (profession == Profession.PHYSICIAN
        || profession.family() == ProfessionFamily.CARE_MANAGEMENT) {
      return Set.of(Right.values());
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
    return Set.copyOf(rights);
  }
}
