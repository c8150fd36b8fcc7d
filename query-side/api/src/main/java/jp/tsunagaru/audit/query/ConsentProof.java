package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param state of sharing now: PROVISIONAL, SHARED, STOPPED, ENDED, WITHDRAWN or ERASED; blank for
 *     nobody known
 * @param given null before the consent, and after an erasure
 * @param papers signed sheets that are kept
 */
public record ConsentProof(String state, @Nullable Given given, List<Paper> papers)
    implements Counted {
  /**
   * @param kind code of who consented
   * @param ground code of why a proxy signed; blank when the patient did
   * @param signer blank when it cannot be read any more
   * @param recordedAt null when the event is not in the read model yet
   * @param proven null while no signed head covers the record
   */
  public record Given(
      String kind,
      String ground,
      LocalDate consentedOn,
      String textVersion,
      String explainer,
      String signer,
      String relationship,
      String facility,
      @Nullable LocalDate confirmedOn,
      @Nullable Instant recordedAt,
      String recordedBy,
      String eventId,
      RecordProof.@Nullable Inclusion proven) {}

  /**
   * @param place where the paper lies, or blank
   * @param files scans that are kept; they are not shown here
   */
  public record Paper(Instant keptAt, String keptBy, String facility, String place, int files) {}

  @Override
  public int results() {
    return given == null ? 0 : 1;
  }
}
