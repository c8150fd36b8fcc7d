package jp.tsunagaru.facility.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 廃止の申請 (第10条, PF-12): the facility asks the city to end its registration. Refuses {@code
 * PAST_DATE} and, for the city's own office and where a request waits already, {@code
 * FACILITY_STATE}.
 *
 * @param on last day of use is the day before; not before today in Japan
 */
@AllowedFor(Role.FACILITY_ADMIN)
public record RequestAbolition(
    @TargetAggregateIdentifier FacilityId facilityId, long basedOn, LocalDate on, String reason)
    implements FacilityCommand, FacilityScoped {
  public static final int LONGEST_REASON = 400;

  public RequestAbolition {
    reason = Check.required("reason", reason, LONGEST_REASON);
  }
}
