package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.Sending.query;
import static jp.tsunagaru.access.write.WriteSide.accessesOf;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.access.command.ApproveLawfulOpening;
import jp.tsunagaru.access.command.CloseLawfulOpening;
import jp.tsunagaru.access.command.RequestLawfulOpening;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A withdrawn record on a lawful ground (§8.3 Q3), by commands alone. */
class LawfulOpeningTest {
  private static final LocalDate BORN = LocalDate.of(1938, 3, 9);

  record Look(PatientId patientId) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  private final People.Person nurse = signedIn(People.nurse());
  private final People.Person physician =
      GeneratedHistory.issued(
          People.at(WriteSide.facility(), Profession.PHYSICIAN, Role.CARE_USER));
  private final People.Person asks =
      signedIn(People.at(WriteSide.facility(), Profession.OTHER, Role.CITY_OPERATOR));
  private final People.Person opens =
      signedIn(People.at(WriteSide.facility(), Profession.OTHER, Role.CITY_OPERATOR));
  private final PatientId patientId = PatientId.next();
  private final LawfulOpeningId id = LawfulOpeningId.next();

  /** One name for each test, since they share their city. */
  private final String family = "撤回" + patientId.suffix();

  private Registration handler = () -> true;

  @BeforeEach
  void a_patient_who_consented() {
    handler =
        bean(QueryBus.class).subscribe(Look.class.getName(), Object.class, message -> "content");
    command(
            nurse,
            new RegisterPatient(patientId, basicInfo(), GrantId.next(), TeamRole.VISITING_NURSE))
        .isDone();
    command(
            nurse,
            new RecordConsent(
                ConsentId.of(patientId),
                patientId,
                ConsentKind.SELF,
                null,
                nurse.id(),
                LocalDate.of(2024, 4, 1),
                "2024-04-01",
                new ConsentSignatures("佐藤 花子", "撤回 太郎", "")))
        .isDone();
  }

  @AfterEach
  void quiet_again() {
    handler.cancel();
  }

  @Test
  void only_a_withdrawn_record_is_asked_for_and_nobody_else_learns_who_withdrew() {
    command(asks, request(family + "太郎")).isRefused(RefusalCode.NOT_FOUND);
    withdraw();
    command(asks, request(family)).isRefused(RefusalCode.NOT_FOUND);
    command(physician, request(family + "太郎")).isRefused(RefusalCode.NOT_FOUND);
    command(
            asks,
            new RequestLawfulOpening(
                id,
                new SoughtPatient(BORN, family + "太郎", ""),
                opens.id(),
                LawfulGround.COURT_ORDER,
                "令和8年（ヨ）第1号",
                3))
        .isRefused(RefusalCode.UNKNOWN_ACCOUNT);

    command(asks, request(family + "太郎")).isDone();
  }

  @Test
  void it_opens_by_the_second_person_for_the_one_named_to_display_and_nothing_else() {
    withdraw();
    command(asks, request(family + "太郎")).isDone();
    looksInVain(physician);
    command(asks, new ApproveLawfulOpening(id)).isRefused(RefusalCode.SAME_PERSON);
    command(physician, new ApproveLawfulOpening(id)).isRefused(RefusalCode.NOT_FOUND);
    looksInVain(physician);

    command(opens, new ApproveLawfulOpening(id)).isDone();

    assertThat(query(physician, new Look(patientId)).answered()).isEqualTo("content");
    looksInVain(nurse);
    looksInVain(opens);
    command(physician, new CorrectBasicInfo(patientId, 1, basicInfo()))
        .isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(physician))
        .contains(
            new RecordViewed(
                patientId,
                "Look",
                Map.of(),
                "",
                new AccessGround(ConsentId.of(patientId).value(), "", "", "VIEW", id.value())));
    command(opens, new ApproveLawfulOpening(id)).isRefused(RefusalCode.LAWFUL_OPENING_STATE);
  }

  @Test
  void a_former_member_displays_it_on_the_ground_of_the_opening_too() {
    withdraw();
    command(asks, request(nurse, family + "太郎")).isDone();
    command(opens, new ApproveLawfulOpening(id)).isDone();

    assertThat(query(nurse, new Look(patientId)).answered()).isEqualTo("content");
    AccessReasons why = why(nurse, Optional.empty());
    assertThat(why.allowed()).isTrue();
    assertThat(why.unlocked()).isTrue();
    assertThat(why.membership()).isNull();
  }

  @Test
  void it_ends_by_itself_or_by_the_city_and_the_explanation_says_so_later() {
    withdraw();
    command(asks, request(family + "太郎")).isDone();
    command(opens, new ApproveLawfulOpening(id)).isDone();
    Instant during = bean(Clock.class).instant();
    assertThat(decidedAt(during.plusSeconds(3 * 86_400 - 60))).isTrue();
    assertThat(decidedAt(during.plusSeconds(3 * 86_400 + 60))).isFalse();

    command(asks, new CloseLawfulOpening(id)).isDone();

    looksInVain(physician);
    assertThat(why(physician, Optional.of(during)).unlocked()).isTrue();
    assertThat(why(physician, Optional.empty()).broken()).contains(Rule.NOT_WITHDRAWN);
    command(opens, new ApproveLawfulOpening(id)).isRefused(RefusalCode.LAWFUL_OPENING_STATE);
  }

  @Test
  void what_was_ended_before_it_was_opened_is_never_opened() {
    withdraw();
    command(asks, request(family + "太郎")).isDone();
    command(asks, new CloseLawfulOpening(id)).isDone();

    command(opens, new ApproveLawfulOpening(id)).isRefused(RefusalCode.LAWFUL_OPENING_STATE);
    looksInVain(physician);
  }

  @Test
  void nothing_that_was_typed_lies_open_in_the_store() {
    withdraw();
    command(asks, request(family + "太郎")).isDone();
    byte[] stored =
        WriteSide.jdbc()
            .sql("select payload from store.domain_event_entry where aggregate_identifier = ?")
            .param(id.value())
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(new String(stored, StandardCharsets.UTF_8))
        .contains(patientId.value())
        .doesNotContain("令和8年")
        .doesNotContain(family);
  }

  private RequestLawfulOpening request(String name) {
    return request(physician, name);
  }

  private RequestLawfulOpening request(People.Person whom, String name) {
    return new RequestLawfulOpening(
        id,
        new SoughtPatient(BORN, name, ""),
        whom.id(),
        LawfulGround.COURT_ORDER,
        "令和8年（ヨ）第1号",
        3);
  }

  private void withdraw() {
    command(
            nurse,
            new WithdrawConsent(
                ConsentId.of(patientId),
                patientId,
                RequestChannel.FAMILY,
                new Requester("撤回 一", "長男"),
                LocalDate.ofInstant(bean(Clock.class).instant(), AccessDecisions.JAPAN)))
        .isDone();
  }

  private AccessReasons why(People.Person person, Optional<Instant> at) {
    return bean(AccessExplanations.class)
        .explain(person.id(), patientId, Right.VIEW, Optional.empty(), at);
  }

  private boolean decidedAt(Instant at) {
    return bean(AccessDecisions.class)
        .decide(physician.origin(), new Look(patientId), at)
        .isAllowed();
  }

  private void looksInVain(People.Person person) {
    query(person, new Look(patientId)).isRefused(RefusalCode.NOT_FOUND);
  }

  private BasicInfo basicInfo() {
    return new BasicInfo(
        family,
        "太郎",
        "てっかい" + patientId.suffix(),
        "たろう",
        Gender.MALE,
        BORN,
        "485-0041",
        "小牧市小牧三丁目1番地",
        List.of("0568-76-1188"),
        List.of(),
        "",
        "",
        null,
        null,
        null,
        "",
        "",
        "");
  }
}
