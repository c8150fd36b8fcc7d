package jp.tsunagaru.facility.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The applicant mends an application that the city returned. */
@AllowedFor(value = Role.PUBLIC, beforePledge = true)
public record ReviseApplication(
    @TargetAggregateIdentifier ApplicationId applicationId,
    LocalDate appliedOn,
    FacilityProfile profile,
    FacilityPeople people,
    TermsAgreement agreement)
    implements FacilityCommand {
  public ReviseApplication {
    profile = profile.checked();
    people = people.checked();
  }
}
