package jp.tsunagaru.incident.event;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.kernel.Personal;
import org.jspecify.annotations.Nullable;

/**
 * @param occurredAt null when unknown
 * @param onBehalf whether the help desk filed it for a caller
 */
public record IncidentReported(
    IncidentId incidentId,
    IncidentKind kind,
    Instant foundAt,
    @Nullable Instant occurredAt,
    List<AffectedRecord> affected,
    Personal<IncidentContent> content,
    AccountId reporterId,
    FacilityId facilityId,
    boolean onBehalf)
    implements IncidentEvent {}
