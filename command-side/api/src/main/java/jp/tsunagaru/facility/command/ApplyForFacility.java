package jp.tsunagaru.facility.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 第8条1: online application with agreement to both documents in force; refuses {@code
 * TERMS_OUTDATED}.
 */
@AllowedFor(value = Role.PUBLIC, beforePledge = true)
public record ApplyForFacility(
    @TargetAggregateIdentifier ApplicationId applicationId,
    LocalDate appliedOn,
    FacilityProfile profile,
    FacilityPeople people,
    TermsAgreement agreement)
    implements FacilityCommand {
  public ApplyForFacility {
    profile = profile.checked();
    people = people.checked();
  }
}
