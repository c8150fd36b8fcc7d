package jp.tsunagaru.retention.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.Role;

/**
 * 削除・廃棄証明書 (DL-07), recorded before it is handed out. Of deletions of one's own facility; the city
 * of all.
 *
 * @param recordId of the request, of the disposal, or of the purged document
 */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record PrintCertificate(String recordId, PrintPurpose purpose) implements AuditRead {
  @Override
  public String scopeCode() {
    return "CERTIFICATE";
  }

  @Override
  public String scopeId() {
    return recordId;
  }

  @Override
  public String purposeCode() {
    return purpose.name();
  }
}
