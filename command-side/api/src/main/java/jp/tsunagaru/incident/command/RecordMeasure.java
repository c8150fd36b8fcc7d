package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city records a measure (第28条2).
 *
 * @param eventId of what was really done, of that very kind; blank for {@link MeasureKind#OTHER}
 * @param note up to 1,000 characters; required where no event is named
 */
@AllowedFor(Role.CITY_OPERATOR)
public record RecordMeasure(
    @TargetAggregateIdentifier IncidentId incidentId, MeasureKind kind, String eventId, String note)
    implements IncidentCommand {
  public RecordMeasure {
    note =
        kind == MeasureKind.OTHER
            ? Check.required("note", note, 1000)
            : Check.text("note", note, 1000);
    Check.that(
        eventId.isEmpty() == (kind == MeasureKind.OTHER), RefusalCode.FIELD_INVALID, "measure");
  }
}
