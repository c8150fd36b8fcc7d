package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;

/** Whether a document was destroyed, and what is still there of it (第16条, DL-06). Recorded. */
@AllowedFor(Role.CITY_AUDITOR)
public record FindPurgeProof(DocumentId documentId) implements AuditRead {
  @Override
  public String scopeCode() {
    return AuditScope.DOCUMENT.name();
  }

  @Override
  public String scopeId() {
    return documentId.value();
  }
}
