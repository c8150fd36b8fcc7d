package jp.tsunagaru.fhir;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an access history, as another system is told of it. Nobody who is cared for has a
 * name here.
 *
 * @param eventId of the stored event, which is asked for when a proof is wanted
 * @param action the code of what was done, such as {@code GetTimeline} or {@code DocumentConfirmed}
 * @param refusal code of the refusal or the failure; blank when it was done
 * @param emergency whether an opening in an emergency carried it
 * @param patientId blank when it was about no one person
 * @param documents shown or changed, with their versions; 0 where none is known
 * @param attachmentId the file opened, or blank
 * @param object what was changed, where it is neither a patient nor a document; else blank
 * @param reason null where none was given
 * @param seconds how long the session was that ended; -1 for everything else
 */
public record AuditEntry(
    String eventId,
    Instant at,
    Operation operation,
    String action,
    Actor actor,
    String refusal,
    boolean emergency,
    String patientId,
    Map<String, Long> documents,
    String attachmentId,
    String object,
    @Nullable ActReason reason,
    long seconds) {

  /**
   * Who, and from where.
   *
   * @param accountId blank for a visitor
   * @param loginId what the account is called at the sign-in, or blank
   * @param name blank when it is not known any more
   * @param roles codes of the hats worn
   * @param profession its code, or blank
   * @param professionName the same in words
   * @param address of the device, as the server saw it; blank when it is not known
   */
  public record Actor(
      String accountId,
      String loginId,
      String name,
      Set<String> roles,
      String profession,
      String professionName,
      String facilityId,
      String facilityName,
      String session,
      String address) {}
}
