package jp.tsunagaru.form.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.query.FormState;
import org.jspecify.annotations.Nullable;

/** A row of {@code view.form}. */
record StoredForm(
    DocumentId documentId,
    FormKind kind,
    String formVersion,
    FormState state,
    long version,
    String enteredBy,
    String enteredName,
    String facilityId,
    String ownerId,
    String ownerFacilityId,
    String approvedName,
    Instant changedAt,
    @Nullable Instant approvedAt,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable DocumentId supersededBy,
    byte[] sealedBegun,
    byte[] sealedForm,
    byte[] sealedReason) {
  static StoredForm of(ResultSet row) throws SQLException {
    OffsetDateTime approvedAt = row.getObject("approved_at", OffsetDateTime.class);
    String by = row.getString("superseded_by");
    return new StoredForm(
        new DocumentId(row.getString("document_id")),
        FormKind.valueOf(row.getString("kind")),
        row.getString("form_version"),
        FormState.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getString("entered_by"),
        row.getString("entered_name"),
        row.getString("facility_id"),
        row.getString("owner_id"),
        row.getString("owner_facility_id"),
        row.getString("approved_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        approvedAt == null ? null : approvedAt.toInstant(),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        by == null ? null : new DocumentId(by),
        row.getBytes("sealed_begun"),
        row.getBytes("sealed_form"),
        row.getBytes("sealed_reason"));
  }

  /** Whether it is still on its way to a physician, or was dropped on it. */
  boolean isUnconfirmed() {
    return approvedAt == null;
  }
}
