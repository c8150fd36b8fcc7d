package jp.tsunagaru.careteam.query;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.japanese.Profession;

/** Every profession once, in the order of the list of professions. */
public record RightsTemplateList(List<Template> templates) {
  /**
   * @param ofCity whether the city decided it; built in otherwise
   * @param version to be named when it is changed
   */
  public record Template(Profession profession, Set<Right> rights, boolean ofCity, int version) {}

  public Set<Right> rights(Profession profession) {
    return templates.stream()
        .filter(template -> template.profession() == profession)
        .findFirst()
        .orElseThrow()
        .rights();
  }
}
