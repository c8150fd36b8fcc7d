package jp.tsunagaru.facility.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.account.write.RunningAccounts.Outbox;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.RejectApplication;
import jp.tsunagaru.facility.command.ReturnApplication;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.terms.TermsInForce;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;

class ApplicantMailTest {
  private final RunningAccounts running = RunningAccounts.get();
  private final ApplicationId application = ApplicationId.next();
  private final String address = application.suffix() + "@example.jp";

  @Test
  void the_applicant_learns_of_each_decision_and_no_open_letter_says_why_or_who() {
    running.send(
        new ApplyForFacility(
            application,
            LocalDate.of(2026, 11, 20),
            new FacilityProfile(
                "若葉薬局",
                "485-0041",
                "愛知県小牧市小牧3-3",
                Affiliation.PHARMACIST_ASSOCIATION,
                "",
                "",
                "0568-76-1188",
                "",
                address,
                EnumSet.of(PublicField.NAME)),
            new FacilityPeople("若葉 茂", ""),
            running.bean(TermsInForce.class).agreement()),
        Origin.visitor("192.0.2.8"));
    running.send(new ReturnApplication(application, "所在地の記入漏れ"), running.cityOperator());
    running.send(new RejectApplication(application, "取り下げのため"), running.cityOperator());

    Outbox outbox = running.bean(Outbox.class);
    await().until(() -> states(outbox).size() == 2);
    assertThat(states(outbox).getFirst()).contains("差し戻され");
    assertThat(states(outbox).getLast()).contains("至りません");
    assertThat(states(outbox))
        .allSatisfy(letter ->
            assertThat(letter)
                .contains(application.value(), "http://localhost:8080/apply/")
                .doesNotContain("記入漏れ", "取り下げ", "若葉", "茂"));
  }

  /** A letter may be sent again after a crash: what counts is what the applicant learns. */
  private List<String> states(Outbox outbox) {
    return outbox.to(address).stream()
        .map(SimpleMailMessage::getText)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }
}
