package jp.tsunagaru.facility.read;

import java.util.Optional;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.query.ApplicationRow;
import jp.tsunagaru.facility.query.ApplicationSheet;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.facility.query.ApplicationStatus;
import jp.tsunagaru.facility.query.Applications;
import jp.tsunagaru.facility.query.FindApplicationSheet;
import jp.tsunagaru.facility.query.FindApplicationStatus;
import jp.tsunagaru.facility.query.ListApplications;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ApplicationQueries {
  /** What a destroyed key leaves of a person's name. */
  private static final FacilityPeople ERASED = new FacilityPeople("―", "");

  private final ApplicationRepository applications;
  private final JsonMapper json;
  private final Sealer sealer;

  ApplicationQueries(ApplicationRepository applications, JsonMapper json, Sealer sealer) {
    this.applications = applications;
    this.json = json;
    this.sealer = sealer;
  }

  @QueryHandler
  Applications handle(ListApplications query) {
    return new Applications(applications.desk().stream().map(this::row).toList());
  }

  @QueryHandler
  ApplicationStatus handle(FindApplicationStatus query) {
    return applications
        .findByApplicationId(query.applicationId().value())
        .map(this::status)
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  @QueryHandler
  ApplicationSheet handle(FindApplicationSheet query) {
    return applications
        .findByApplicationId(query.applicationId().value())
        .filter(application ->
            application.state == ApplicationState.WAITING_FOR_PAPER
                || application.state == ApplicationState.RETURNED)
        .map(application ->
            new ApplicationSheet(application.appliedOn, profile(application), people(application)))
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private ApplicationRow row(ApplicationEntity application) {
    return new ApplicationRow(
        new ApplicationId(application.applicationId),
        application.state,
        application.appliedOn,
        application.receivedAt,
        application.paperReceivedOn,
        profile(application),
        people(application),
        json.readValue(application.agreement, TermsAgreement.class));
  }

  /** Content goes back only to be mended: whoever finds an old link learns the state, no more. */
  private ApplicationStatus status(ApplicationEntity application) {
    ApplicationId id = new ApplicationId(application.applicationId);
    boolean returned = application.state == ApplicationState.RETURNED;
    return new ApplicationStatus(
        id,
        application.state,
        application.appliedOn,
        Optional.ofNullable(application.sealedReason)
            .flatMap(reason -> sealer.sealed(Subject.of(id), reason, String.class).read())
            .orElse(""),
        returned ? profile(application) : null,
        returned ? people(application) : null);
  }

  private FacilityProfile profile(ApplicationEntity application) {
    return json.readValue(application.profile, FacilityProfile.class);
  }

  private FacilityPeople people(ApplicationEntity application) {
    Subject subject = Subject.of(new ApplicationId(application.applicationId));
    return sealer
        .sealed(subject, application.sealedPeople, FacilityPeople.class)
        .read()
        .orElse(ERASED);
  }
}
