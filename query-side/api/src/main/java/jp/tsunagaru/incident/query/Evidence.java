package jp.tsunagaru.incident.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * @param accesses in order, at most {@link #MOST}
 * @param more whether there were more
 * @param reach what the account could reach and opened; empty when none was asked about
 * @param sessions of that account in the period
 * @param proofs files for the verifier, by name
 * @param notSigned events without a proof yet: the last minute is signed a little later
 */
public record Evidence(
    IncidentDetail incident,
    List<Access> accesses,
    boolean more,
    List<Reach> reach,
    List<Session> sessions,
    Map<String, byte[]> proofs,
    List<String> notSigned)
    implements Counted {
  public static final int MOST = 5000;

  public record Access(
      String eventId,
      Instant at,
      String accountId,
      String name,
      String facility,
      String session,
      String action,
      PatientId patientId,
      String patient,
      Set<DocumentId> documents,
      String result) {}

  /**
   * @param reachable whether a membership or an emergency opened it at any time of the period
   * @param opened how often its content was handed out
   */
  public record Reach(
      PatientId patientId, String patient, boolean reachable, int opened, int documents) {}

  /**
   * @param opened how many different records were opened in it
   */
  public record Session(String session, String address, Instant first, Instant last, int opened) {}

  @Override
  public int results() {
    return accesses.size();
  }
}
