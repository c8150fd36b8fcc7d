package jp.tsunagaru.facility.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.terms.TermsInForce;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A facility that applied and was admitted, with the account of who answers for it. */
record Registered(FacilityId facilityId, AccountId administratorId) {
  static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  static Registered facility(RunningAccounts running, String name) {
    ApplicationId application = ApplicationId.next();
    Registered registered = new Registered(FacilityId.next(), AccountId.next());
    running.send(
        new ApplyForFacility(
            application,
            DAY,
            new FacilityProfile(
                name,
                "485-0041",
                "愛知県小牧市小牧2-2",
                Affiliation.DENTAL_ASSOCIATION,
                "",
                "",
                "0568-76-1188",
                "",
                "mori@example.jp",
                Set.of(PublicField.NAME)),
            new FacilityPeople("森　一郎", ""),
            running.bean(TermsInForce.class).agreement()),
        Origin.visitor("192.0.2.8"));
    running.send(new ReceivePaperForm(application, DAY), running.cityOperator());
    String suffix = application.value();
    running.send(
        new ApproveApplication(
            application,
            registered.facilityId(),
            registered.administratorId(),
            new LoginId("mori-" + suffix.substring(suffix.length() - 8)),
            new Secret("one-time-secret"),
            Profession.DENTIST,
            true,
            ""),
        running.cityOperator());
    return registered;
  }

  /** Simple names of what became of a facility, oldest first. */
  static List<String> events(RunningAccounts running, FacilityId facility) {
    return running
        .bean(JdbcClient.class)
        .sql(
            """
            select regexp_replace(payload_type, '.*[.]', '') from store.domain_event_entry
             where aggregate_identifier = ? order by sequence_number\
            """)
        .param(facility.value())
        .query(String.class)
        .list();
  }
}
