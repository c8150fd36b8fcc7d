package jp.tsunagaru.access.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about patient and team look at.
 *
 * @param sharing of the patient; blank when there is no such patient
 * @param grants direct ones first
 * @param breakGlassId the opening in an emergency that is in force, or blank
 * @param lawfulOpeningId the opening of a withdrawn record that is in force, or blank
 * @param retainedUntil last day of the five years when use has ended, else null
 * @param today in Japan
 */
record TeamFacts(
    boolean careUser,
    String sharing,
    boolean registrar,
    String consentId,
    List<Grant> grants,
    String breakGlassId,
    String lawfulOpeningId,
    Right needs,
    boolean whileStopped,
    boolean afterEnd,
    @Nullable LocalDate retainedUntil,
    LocalDate today) {
  boolean provisional() {
    return sharing.equals("PROVISIONAL");
  }

  boolean stopped() {
    return sharing.equals("STOPPED");
  }

  boolean withdrawn() {
    return sharing.equals("WITHDRAWN");
  }

  boolean ended() {
    return sharing.equals("ENDED");
  }

  /** 第19条2: the last day included. */
  boolean kept() {
    return retainedUntil != null && !today.isAfter(retainedUntil);
  }

  /** 仮登録: the registrar needs no membership and holds every right. */
  boolean privateToRegistrar() {
    return provisional() && registrar;
  }

  /** TM-10: it shows the record to read; whoever is in charge goes on working as usual. */
  boolean emergency() {
    return !breakGlassId.isEmpty() && needs == Right.VIEW;
  }

  /** §8.3 Q3: displays what nobody else sees, to the one person named. */
  boolean unlocked() {
    return withdrawn() && !lawfulOpeningId.isEmpty() && needs == Right.VIEW;
  }

  Optional<Grant> used() {
    return grants.stream()
        .filter(grant -> grant.validOn(today) && grant.rights().contains(needs.name()))
        .findFirst();
  }
}
