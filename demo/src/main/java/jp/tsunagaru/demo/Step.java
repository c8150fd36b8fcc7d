package jp.tsunagaru.demo;

import jp.tsunagaru.document.DeletionReason;

/** One thing that somebody does while signed in. */
sealed interface Step {
  /** The signed 様式第1 arrives at the city's desk. */
  record ReceivePaper(DemoFacility facility) implements Step {}

  record SendBack(DemoFacility facility) implements Step {}

  /** The facility tells its new address, which waits for the city. */
  record MoveFacility(DemoFacility facility) implements Step {}

  /** The facility asks for the end of its registration. */
  record AskToAbolish(DemoFacility facility) implements Step {}

  record MakeGroup(DemoGroup group) implements Step {}

  /** Registers a patient, records the consent and sets up the team. */
  record Register(DemoPatient patient) implements Step {}

  /** Looks at the own list of patients, with or without a word to search for. */
  record Search(String text) implements Step {}

  /** Opens a patient's page and the timeline. */
  record Open(DemoPatient patient) implements Step {}

  record OpenFile(PostPlan post) implements Step {}

  record LookAtTeam(DemoPatient patient) implements Step {}

  record LookAtReaders(PostPlan post) implements Step {}

  record Write(PostPlan post) implements Step {}

  /** An official form, confirmed or left to a physician. */
  record Issue(FormPlan form) implements Step {}

  record Revise(PostPlan post, String addition, String reason) implements Step {}

  record Delete(PostPlan post, DeletionReason reason, String note) implements Step {}

  record Restore(PostPlan post) implements Step {}

  record AskToPurge(PostPlan post) implements Step {}

  record AgreeToPurge(PostPlan post) implements Step {}

  /** Care level certified anew for two years. */
  record RenewCertificate(DemoPatient patient) implements Step {}

  record EndMembership(DemoPatient patient, DemoUser member, String reason) implements Step {}

  record StopSharing(DemoPatient patient) implements Step {}

  record Deactivate(DemoUser user) implements Step {}

  /** What an auditor does: finds a patient and replays who looked. */
  record Audit(DemoPatient patient) implements Step {}

  /** The lists of the desk: applications and facilities, or users and deleted documents. */
  record Desk() implements Step {}
}
