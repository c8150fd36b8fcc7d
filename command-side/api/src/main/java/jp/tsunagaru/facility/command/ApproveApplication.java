package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 第8条2: registers the facility and issues its administrator's account in one step. Refuses {@code
 * PAPER_FORM_MISSING} before {@link ReceivePaperForm}.
 *
 * @param otherAffiliationNote why the city admits a facility of no listed body (第7条(6)); required
 *     for those
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ApproveApplication(
    @TargetAggregateIdentifier ApplicationId applicationId,
    FacilityId facilityId,
    AccountId administratorId,
    LoginId administratorLogin,
    Secret oneTimePassword,
    Profession administratorProfession,
    boolean administratorIsCareUser,
    String otherAffiliationNote)
    implements FacilityCommand {
  public ApproveApplication {
    otherAffiliationNote = Check.text("otherAffiliationNote", otherAffiliationNote, 400);
  }
}
