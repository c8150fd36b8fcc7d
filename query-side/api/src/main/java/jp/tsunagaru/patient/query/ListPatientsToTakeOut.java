package jp.tsunagaru.patient.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;
import jp.tsunagaru.access.TakesOut;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * The list as a file or on paper: at most 500 rows of {@code search}, whose page does not matter,
 * and of these only patients for whom the actor holds {@code FORMS}, the right to make papers. The
 * answer is {@link TakenOutList}. Refuses {@link PrintPurpose#OTHER}, which would need words: a
 * list is recorded with each of its patients, and words about all of them belong to none.
 */
@AllowedFor(Role.CARE_USER)
public record ListPatientsToTakeOut(ListPatients search, PrintPurpose purpose, ListFormat format)
    implements Searches, TakesOut {
  public static final int MOST = 500;

  public ListPatientsToTakeOut {
    Check.that(purpose != PrintPurpose.OTHER, RefusalCode.FIELD_INVALID, "purpose");
  }

  @Override
  public Set<String> searchedKinds() {
    return search.searchedKinds();
  }

  @Override
  public String searchTerm() {
    return search.searchTerm();
  }

  @Override
  public String formatCode() {
    return format.name();
  }
}
