package jp.tsunagaru.support.write;

import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.Addressee;

/** What a request for support depends on, as it stands at the moment of the decision. */
interface SupportFacts {
  /** Whether the addressee, or somebody of the addressed facility, may write about the patient. */
  boolean mayAnswer(Addressee addressee, PatientId patientId);

  /** Whether all of them are documents of the patient that the whole team may see. */
  boolean shownToTheTeam(List<DocumentId> documents, PatientId patientId);

  /** Refuses {@code NOT_FOUND} when nobody of that facility is registered so. */
  Writer writer(AccountId accountId, FacilityId facilityId);

  /** Who writes, as registered at this moment. */
  record Writer(AuthorAsWritten name, Profession profession) {}
}
