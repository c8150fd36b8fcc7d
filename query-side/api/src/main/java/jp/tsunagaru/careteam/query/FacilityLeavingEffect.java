package jp.tsunagaru.careteam.query;

import java.util.List;
import jp.tsunagaru.japanese.Profession;

/**
 * @param patients whom the facility is in charge of today, with or without others
 * @param last of these, those without anybody of another facility; sharing goes on
 * @param stopped of these, those without anybody of another facility; sharing is stopped
 * @param retained patients whose ended record nobody of another facility displays
 * @param inCharge who may see those that {@code last} counts
 */
public record FacilityLeavingEffect(
    int patients, int last, int stopped, int retained, List<InCharge> inCharge) {
  public FacilityLeavingEffect {
    inCharge = List.copyOf(inCharge);
  }

  public record InCharge(String name, Profession profession, int patients) {}
}
