package jp.tsunagaru.shell.view;

import java.util.Collection;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;

/** Japanese names of enum constants. */
public final class Names {
  private Names() {}

  public static String of(Profession profession) {
    return Texts.of("profession", profession);
  }

  /** One or two characters for the badge of a family. */
  public static String badge(ProfessionFamily family) {
    return Texts.of("family.badge", family);
  }

  public static String of(ProfessionFamily family) {
    return Texts.of("family", family);
  }

  public static String of(Role role) {
    return Texts.of("role", role);
  }

  public static String of(Right right) {
    return Texts.of("right", right);
  }

  public static String of(TeamRole role) {
    return Texts.of("teamRole", role);
  }

  public static String of(CareLevel level) {
    return Texts.of("careLevel", level);
  }

  public static String of(Gender gender) {
    return Texts.of("gender", gender);
  }

  public static String of(Affiliation affiliation) {
    return Texts.of("affiliation", affiliation);
  }

  /** A code from metadata, which may name a constant that is no more. */
  public static String profession(String code) {
    return code.isEmpty() ? "" : Texts.find("profession." + code).orElse(code);
  }

  public static String roles(Collection<Role> roles) {
    return roles.stream()
        .sorted()
        .map(Names::of)
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  public static String roleCodes(Collection<String> codes) {
    return codes.stream()
        .sorted()
        .map(code -> Texts.find("role." + code).orElse(code))
        .collect(Collectors.joining(Texts.get("list.separator")));
  }
}
