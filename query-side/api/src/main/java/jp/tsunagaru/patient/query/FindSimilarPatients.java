package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * Whether somebody about to be registered is there already (PT-09), among the patients in the
 * actor's own list: nothing tells of another patient (PT-12). The answer is {@link
 * SimilarPatients}.
 *
 * @param kana family and given name in kana, in any spelling
 * @param insuredNumber 被保険者番号, or blank
 */
@AllowedFor(Role.CARE_USER)
public record FindSimilarPatients(String kana, LocalDate birthDate, String insuredNumber)
    implements Searches {
  @Override
  public Set<String> searchedKinds() {
    Set<String> kinds = new TreeSet<>(Set.of("TEXT", "BIRTH_DATE"));
    if (!insuredNumber.isBlank()) {
      kinds.add("INSURED_NUMBER");
    }
    return kinds;
  }

  @Override
  public String searchTerm() {
    return kana;
  }
}
