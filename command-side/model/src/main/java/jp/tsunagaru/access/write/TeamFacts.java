package jp.tsunagaru.access.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.Right;

/**
 * What the rules about patient and team look at.
 *
 * @param sharing of the patient; blank when there is no such patient
 * @param grants direct ones first
 * @param breakGlassId the opening in an emergency that is in force, or blank
 * @param today in Japan
 */
record TeamFacts(
    boolean careUser,
    String sharing,
    boolean registrar,
    String consentId,
    List<Grant> grants,
    String breakGlassId,
    Right needs,
    boolean whileStopped,
    LocalDate today) {
  boolean provisional() {
    return sharing.equals("PROVISIONAL");
  }

  boolean stopped() {
    return sharing.equals("STOPPED");
  }

  /** 仮登録: the registrar needs no membership and holds every right. */
  boolean privateToRegistrar() {
    return provisional() && registrar;
  }

  /** TM-10: it shows the record to read; whoever is in charge goes on working as usual. */
  boolean emergency() {
    return !breakGlassId.isEmpty() && needs == Right.VIEW;
  }

  Optional<Grant> used() {
    return grants.stream()
        .filter(grant -> grant.validOn(today) && grant.rights().contains(needs.name()))
        .findFirst();
  }
}
