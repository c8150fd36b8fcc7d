package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The city sends an application back with what is to be mended (PF-09). */
@AllowedFor(Role.CITY_OPERATOR)
public record ReturnApplication(
    @TargetAggregateIdentifier ApplicationId applicationId, String reason)
    implements FacilityCommand {
  public ReturnApplication {
    reason = Check.required("reason", reason, 1000);
  }
}
