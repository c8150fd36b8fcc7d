package jp.tsunagaru.patient.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;
import jp.tsunagaru.access.TakesOut;

/**
 * The list as a file or on paper: at most 500 rows of {@code search}, whose page does not matter,
 * and of these only patients for whom the actor holds {@code FORMS}, the right to make papers. The
 * answer is {@link TakenOutList}.
 */
@AllowedFor(Role.CARE_USER)
public record ListPatientsToTakeOut(ListPatients search, ListPurpose purpose, ListFormat format)
    implements Searches, TakesOut {
  public static final int MOST = 500;

  @Override
  public Set<String> searchedKinds() {
    return search.searchedKinds();
  }

  @Override
  public String searchTerm() {
    return search.searchTerm();
  }

  @Override
  public String purposeCode() {
    return purpose.name();
  }

  @Override
  public String formatCode() {
    return format.name();
  }
}
