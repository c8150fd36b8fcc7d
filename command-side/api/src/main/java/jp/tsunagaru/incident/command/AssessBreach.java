package jp.tsunagaru.incident.command;

import java.time.Instant;
import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city judges whether the 個人情報保護委員会 has to be told (IN-07). May be judged anew.
 *
 * @param awareAt when the city, or whoever reports, knew of it: the clock starts here
 * @param encrypted whether the data were so well encrypted that nothing has to be reported
 * @param persons how many are concerned, 0 to 1,000,000
 */
@AllowedFor(Role.CITY_OPERATOR)
public record AssessBreach(
    @TargetAggregateIdentifier IncidentId incidentId,
    Instant awareAt,
    Set<BreachReason> reasons,
    boolean encrypted,
    int persons)
    implements IncidentCommand {
  public AssessBreach {
    reasons = Set.copyOf(reasons);
    Check.that(persons >= 0 && persons <= 1_000_000, RefusalCode.FIELD_INVALID, "persons");
  }
}
