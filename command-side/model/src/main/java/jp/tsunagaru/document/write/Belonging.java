package jp.tsunagaru.document.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.event.SupportRequested;

/**
 * Whose document it is. An article and a request for support stay their first author's; an official
 * form is at first of who began it, and from 確定 on of the physician, who answers for it.
 */
record Belonging(
    DocumentId documentId, PatientId patientId, AccountId authorId, FacilityId facilityId) {
  static Belonging of(DocumentConfirmed article) {
    return new Belonging(
        article.documentId(), article.patientId(), article.authorId(), article.facilityId());
  }

  static Belonging of(FormDrafted form) {
    return new Belonging(form.documentId(), form.patientId(), form.enteredBy(), form.facilityId());
  }

  static Belonging of(SupportRequested request) {
    return new Belonging(
        request.documentId(), request.patientId(), request.writtenBy(), request.facilityId());
  }

  static Belonging of(FormApproved form) {
    return new Belonging(form.documentId(), form.patientId(), form.approvedBy(), form.facilityId());
  }
}
