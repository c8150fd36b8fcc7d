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
 * @param today in Japan
 */
record TeamFacts(
    boolean careUser,
    String sharing,
    boolean registrar,
    String consentId,
    List<Grant> grants,
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

  Optional<Grant> used() {
    return grants.stream()
        .filter(grant -> grant.validOn(today) && grant.rights().contains(needs.name()))
        .findFirst();
  }
}
