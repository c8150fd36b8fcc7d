package jp.tsunagaru.incident.command;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Anybody who is signed in reports an incident or a defect (第28条1). Refused when the reporter may
 * not see one of the records named, as if it did not exist.
 *
 * @param occurredAt null when unknown
 * @param affected at most 100
 */
@AllowedFor({
  Role.CARE_USER,
  Role.FACILITY_ADMIN,
  Role.CITY_OPERATOR,
  Role.CITY_AUDITOR,
  Role.CONTRACTOR_OPS,
  Role.CONTRACTOR_HELPDESK,
  Role.COUNCIL
})
public record ReportIncident(
    @TargetAggregateIdentifier IncidentId incidentId,
    IncidentKind kind,
    Instant foundAt,
    @Nullable Instant occurredAt,
    List<AffectedRecord> affected,
    IncidentContent content)
    implements IncidentCommand {
  public ReportIncident {
    affected = List.copyOf(affected);
    Check.that(affected.size() <= 100, RefusalCode.FIELD_INVALID, "affected");
    content = content.checked();
  }
}
