package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city allows 緊急閲覧, which is off until then (TM-10).
 *
 * @param minutes how long one opening lasts, 5 to 240
 */
@AllowedFor(Role.CITY_OPERATOR)
public record EnableBreakGlass(@TargetAggregateIdentifier BreakGlassSwitchId switchId, int minutes)
    implements AccessCommand {
  public static final int USUAL_MINUTES = 60;

  public EnableBreakGlass {
    Check.that(minutes >= 5 && minutes <= 240, RefusalCode.FIELD_INVALID, "minutes");
  }
}
