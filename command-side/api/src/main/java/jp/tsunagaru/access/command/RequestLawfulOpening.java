package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks that a withdrawn record be displayed to one user on a lawful ground (§8.3 Q3). Nothing opens
 * before another person of the city approves. Refuses {@code NOT_FOUND} for whoever is not exactly
 * one withdrawn patient, {@code UNKNOWN_ACCOUNT}.
 *
 * @param accountId who may display it
 * @param explanation number of the order, who inquired, to what end
 * @param days how long it is open once approved, 1 to 14
 */
@AllowedFor(Role.CITY_OPERATOR)
public record RequestLawfulOpening(
    @TargetAggregateIdentifier LawfulOpeningId openingId,
    SoughtPatient sought,
    AccountId accountId,
    LawfulGround ground,
    String explanation,
    int days)
    implements AccessCommand {
  public static final int MOST_DAYS = 14;

  public RequestLawfulOpening {
    sought = sought.checked();
    explanation = Check.required("explanation", explanation, 400);
    Check.that(days >= 1 && days <= MOST_DAYS, RefusalCode.FIELD_INVALID, "days");
  }
}
