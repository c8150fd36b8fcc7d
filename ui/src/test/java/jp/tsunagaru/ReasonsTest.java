package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.access.query.ExplainedAccess;
import jp.tsunagaru.access.query.GetAccessReasons;
import jp.tsunagaru.access.query.ReplayAccessReasons;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.ReplayAccess;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 「なぜ見えるの?」 through the whole system: who may ask, what the answer says, that it is recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReasonsTest {
  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse = preparation.city();
  private Preparation.Worker pharmacist = nurse;
  private Preparation.Worker stranger = nurse;
  private Preparation.Worker auditor = nurse;
  private PatientId patientId = PatientId.next();
  private final DocumentId forNurses = DocumentId.next();

  @BeforeAll
  void a_team_of_two_facilities() {
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "なぜ訪問看護ステーション", Affiliation.MEDICAL_ASSOCIATION, "naze-admin");
    Preparation.Worker pharmacy =
        preparation.facility(
            preparation.city(), "なぜ薬局", Affiliation.PHARMACIST_ASSOCIATION, "naze-yakkyoku");
    nurse =
        preparation.worker(
            station,
            "naze-kango",
            new PersonName("名瀬", "かおり", "なぜ", "かおり"),
            Profession.NURSE,
            Role.CARE_USER);
    pharmacist =
        preparation.worker(
            pharmacy,
            "naze-yakuzai",
            new PersonName("薬師寺", "稔", "やくしじ", "みのる"),
            Profession.PHARMACIST,
            Role.CARE_USER);
    stranger =
        preparation.worker(
            pharmacy,
            "naze-yoso",
            new PersonName("余所", "実", "よそ", "みのる"),
            Profession.PHARMACIST,
            Role.CARE_USER);
    auditor =
        preparation.worker(
            preparation.city(),
            "naze-kansa",
            new PersonName("監査", "奈瀬", "かんさ", "なぜ"),
            Profession.MUNICIPAL_OFFICER,
            Role.CITY_AUDITOR);
    patientId =
        preparation.patient(
            nurse, Preparation.person("那世", "トメ", "なぜ", "とめ", "0568-00-7001"), pharmacist);
    preparation.send(
        nurse.origin(),
        new PostArticle(
            forNurses,
            patientId,
            LocalDate.now(application.bean(Clock.class)),
            new ArticleContent("", "看護師だけへの申し送りです。"),
            Set.of(),
            new Visibility(
                Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE)),
            List.of()));
  }

  @Test
  void a_member_reads_why_in_a_sentence_and_rule_by_rule() {
    Person person = Person.withTablet();
    person.signsIn("naze-kango", Preparation.PASSWORD);
    assertThat(person.rowOf("那世 トメ")).isVisible();
    person.rowOf("那世 トメ").click();
    Locator entry = person.entry("看護師だけへの申し送りです。");
    assertThat(entry).isVisible();

    person.fromMenuOf(entry, "なぜ見えるの?");
    person.sees("名瀬 かおりさんがこの記事を見られるのは");
    person.shot("why-article");
    person.field("だれについて").fill("");
    person.pick("だれについて", "薬師寺");
    person.sees("薬師寺 稔さんはこの記事を見られません。書いた人が選んだ公開範囲に入っていないためです。");
    person.shot("why-not-article");
    person.press("閉じる");

    person.tab("担当者");
    person.page.getByLabel("薬師寺 稔さんはなぜ見える?").click();
    person.sees("薬師寺 稔さんがこの患者の記録を見られるのは");
    person.press("閉じる");
    person.press("見える人・見えない人を調べる");
    person.pick("だれについて", "余所");
    person.sees("余所 実さんはこの患者の記録を見られません。");
    person.shot("why-not-stranger");
    assertThat(person.complaints()).isEmpty();
    person.close();
  }

  @Test
  void only_who_sees_an_article_may_ask_about_it_and_the_office_asks_nothing() {
    refused(
        pharmacist.origin(), new GetAccessReasons(patientId, nurse.accountId(), forNurses, null));
    refused(stranger.origin(), new GetAccessReasons(patientId, nurse.accountId(), null, null));
    refused(auditor.origin(), new GetAccessReasons(patientId, nurse.accountId(), null, null));
    refused(
        preparation.city().origin(),
        new GetAccessReasons(patientId, nurse.accountId(), null, null));
    refused(
        nurse.origin(), new ReplayAccessReasons(patientId, nurse.accountId(), null, Instant.EPOCH));
  }

  @Test
  void somebody_outside_the_team_and_somebody_who_does_not_exist_look_the_same() {
    AccessReasons outside = why(stranger.accountId(), null).reasons();

    assertThat(outside.broken()).contains(Rule.TEAM);
    assertThat(why(auditor.accountId(), null).reasons()).isEqualTo(outside);
    assertThat(why(AccountId.next(), null).reasons()).isEqualTo(outside);
  }

  @Test
  void a_past_moment_is_explained_by_what_was_true_then() {
    Clock clock = application.bean(Clock.class);
    Instant before = clock.instant();
    GrantId grantId = GrantId.next();
    preparation.send(
        nurse.origin(),
        new AssignMember(
            CareTeamId.of(patientId),
            patientId,
            grantId,
            stranger.accountId(),
            new MembershipTerms(TeamRole.PHARMACIST, Set.of(Right.VIEW), null, null)));
    Instant during = clock.instant();
    preparation.send(
        nurse.origin(), new EndMembership(CareTeamId.of(patientId), patientId, grantId, "MISTAKE"));

    assertThat(why(stranger.accountId(), before).reasons().broken()).contains(Rule.TEAM);
    // The day of the consent comes from the read model, which follows the events.
    ExplainedAccess then =
        await()
            .until(() -> why(stranger.accountId(), during), shown -> shown.consentedOn() != null);
    assertThat(then.reasons().allowed()).isTrue();
    assertThat(then.consentedOn()).isEqualTo(LocalDate.now(clock));
    assertThat(why(stranger.accountId(), null).reasons().broken()).contains(Rule.TEAM);
    ExplainedAccess audited =
        ask(
            auditor.origin(),
            new ReplayAccessReasons(patientId, stranger.accountId(), null, during),
            ExplainedAccess.class);
    assertThat(audited).isEqualTo(then);
    ExplainedAccess office =
        ask(
            auditor.origin(),
            new ReplayAccessReasons(patientId, auditor.accountId(), null, during),
            ExplainedAccess.class);
    assertThat(office.reasons().broken()).as("the auditor is told more").contains(Rule.CARE_USER);
  }

  @Test
  void every_question_is_recorded() {
    Instant begin = application.bean(Clock.class).instant();
    why(pharmacist.accountId(), null);
    ask(
        auditor.origin(),
        new ReplayAccessReasons(patientId, pharmacist.accountId(), null, begin),
        ExplainedAccess.class);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(replay(begin))
                .extracting(AccessStep::accountId, AccessStep::action)
                .contains(
                    org.assertj.core.groups.Tuple.tuple(
                        nurse.accountId().value(), "GetAccessReasons"),
                    org.assertj.core.groups.Tuple.tuple(
                        auditor.accountId().value(), "ReplayAccessReasons")));
  }

  private List<AccessStep> replay(Instant from) {
    return ask(
            auditor.origin(),
            new ReplayAccess(
                AccessFilter.during(from, from.plusSeconds(3600))
                    .about(AuditScope.PATIENT, patientId.value()),
                null,
                500),
            AccessReplay.class)
        .steps();
  }

  private ExplainedAccess why(AccountId accountId, @org.jspecify.annotations.Nullable Instant at) {
    return ask(
        nurse.origin(),
        new GetAccessReasons(patientId, accountId, null, at),
        ExplainedAccess.class);
  }

  private void refused(Origin origin, Object query) {
    assertThat(catchThrowable(() -> ask(origin, query, ExplainedAccess.class)))
        .hasRootCauseInstanceOf(Refused.class)
        .rootCause()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  private <R> R ask(Origin origin, Object query, Class<R> answer) {
    try {
      return application
          .bean(QueryGateway.class)
          .query(
              query.getClass().getName(),
              new GenericQueryMessage<>(query, ResponseTypes.instanceOf(answer))
                  .withMetaData(MetaData.from(origin.toMetadata())),
              ResponseTypes.instanceOf(answer))
          .join();
    } catch (CompletionException failed) {
      throw failed;
    }
  }
}
