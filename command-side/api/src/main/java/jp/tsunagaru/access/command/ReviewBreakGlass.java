package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.ReviewVerdict;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The review that every opening needs once it is over (C-24).
 *
 * @param findings 1 to 1,000 characters
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ReviewBreakGlass(
    @TargetAggregateIdentifier BreakGlassId breakGlassId, ReviewVerdict verdict, String findings)
    implements AccessCommand {
  public ReviewBreakGlass {
    findings = Check.required("findings", findings, 1000);
  }
}
