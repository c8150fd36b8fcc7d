package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.Sending.query;
import static jp.tsunagaru.access.write.WriteSide.accessesOf;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.document;
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
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.ReviewVerdict;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.access.command.CloseBreakGlass;
import jp.tsunagaru.access.command.DisableBreakGlass;
import jp.tsunagaru.access.command.EnableBreakGlass;
import jp.tsunagaru.access.command.OpenBreakGlass;
import jp.tsunagaru.access.command.ReviewBreakGlass;
import jp.tsunagaru.audit.event.AccessDenied;
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
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.document.DocumentId;
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

/** 緊急閲覧, by commands alone. */
class BreakGlassTest {
  private static final LocalDate BORN = LocalDate.of(1938, 3, 9);

  record Read(PatientId patientId) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  private final People.Person nurse = signedIn(People.nurse());
  private final People.Person physician =
      GeneratedHistory.issued(
          People.at(WriteSide.facility(), Profession.PHYSICIAN, Role.CARE_USER));
  private final People.Person operator =
      signedIn(People.at(WriteSide.facility(), Profession.OTHER, Role.CITY_OPERATOR));
  private final PatientId patientId = PatientId.next();
  private final BreakGlassId id = BreakGlassId.next();

  /** One name for each test, since they share their city. */
  private final String family = "緊急" + patientId.suffix();

  private final String insured = patientId.suffix().substring(16);
  private Registration handler = () -> true;

  @BeforeEach
  void a_shared_patient() {
    handler =
        bean(QueryBus.class).subscribe(Read.class.getName(), Object.class, message -> "content");
    command(operator, new EnableBreakGlass(BreakGlassSwitchId.CITY, 60)).isDone();
    register(patientId);
    consent(patientId);
  }

  @AfterEach
  void off_again() {
    handler.cancel();
    command(operator, new DisableBreakGlass(BreakGlassSwitchId.CITY)).isDone();
  }

  @Test
  void it_is_off_until_the_city_enables_it_and_nobody_else_can() {
    command(operator, new DisableBreakGlass(BreakGlassSwitchId.CITY)).isDone();
    command(physician, open(id)).isRefused(RefusalCode.BREAK_GLASS_OFF);
    command(physician, new EnableBreakGlass(BreakGlassSwitchId.CITY, 60))
        .isRefused(RefusalCode.NOT_FOUND);

    command(operator, new EnableBreakGlass(BreakGlassSwitchId.CITY, 30)).isDone();

    command(physician, open(id)).isDone();
    readsInVain(signedIn(People.nurse()));
  }

  @Test
  void who_opens_the_record_reads_it_on_the_ground_of_the_opening_and_changes_nothing() {
    readsInVain(physician);

    command(physician, open(id)).isDone();

    reads(physician);
    command(physician, new CorrectBasicInfo(patientId, 1, basicInfo()))
        .isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(physician))
        .contains(
            new RecordViewed(
                patientId,
                "Read",
                Map.of(),
                "",
                new AccessGround(ConsentId.of(patientId).value(), "", "", "VIEW", id.value())))
        .contains(new AccessDenied(patientId.value(), "CorrectBasicInfo", "NO_MEMBERSHIP"));
  }

  @Test
  void it_ends_by_itself_and_is_worth_nothing_afterwards() {
    command(physician, open(id)).isDone();
    Instant now = bean(Clock.class).instant();

    assertThat(decidedAt(now.plusSeconds(59 * 60))).isTrue();
    assertThat(decidedAt(now.plusSeconds(60 * 60))).isFalse();
  }

  @Test
  void it_ends_at_once_when_who_opened_it_is_ready_and_opens_only_anew() {
    command(physician, open(id)).isDone();
    Instant during = bean(Clock.class).instant();
    command(signedIn(People.nurse()), new CloseBreakGlass(id)).isRefused(RefusalCode.NOT_FOUND);

    command(physician, new CloseBreakGlass(id)).isDone();

    readsInVain(physician);
    command(physician, open(id)).isDone();
    readsInVain(physician);
    AccessExplanations why = bean(AccessExplanations.class);
    AccessReasons then =
        why.explain(physician.id(), patientId, Right.VIEW, Optional.empty(), Optional.of(during));
    assertThat(then.allowed()).isTrue();
    assertThat(then.emergency()).isTrue();
    assertThat(
            why.explain(physician.id(), patientId, Right.VIEW, Optional.empty(), Optional.empty())
                .allowed())
        .isFalse();

    command(physician, open(BreakGlassId.next())).isDone();
    reads(physician);
  }

  @Test
  void the_city_ends_one_or_all() {
    BreakGlassId other = BreakGlassId.next();
    People.Person second = signedIn(People.nurse());
    command(physician, open(id)).isDone();
    command(second, open(other)).isDone();

    command(operator, new CloseBreakGlass(id)).isDone();
    readsInVain(physician);
    reads(second);

    command(operator, new DisableBreakGlass(BreakGlassSwitchId.CITY)).isDone();
    readsInVain(second);
    command(operator, new EnableBreakGlass(BreakGlassSwitchId.CITY, 60)).isDone();
    readsInVain(second);
  }

  @Test
  void a_document_that_its_author_shows_to_some_stays_hidden() {
    DocumentId hidden =
        document(patientId, nurse, "CONFIRMED", "SELECTED", List.of(), List.of(), List.of());
    DocumentId open = document(patientId, nurse, "CONFIRMED");
    command(physician, open(id)).isDone();

    AccessExplanations why = bean(AccessExplanations.class);
    assertThat(
            why.explain(physician.id(), patientId, Right.VIEW, Optional.of(open), Optional.empty())
                .allowed())
        .isTrue();
    assertThat(
            why.explain(
                    physician.id(), patientId, Right.VIEW, Optional.of(hidden), Optional.empty())
                .allowed())
        .isFalse();
  }

  @Test
  void the_patient_is_found_by_kana_or_number_too_and_never_by_a_part() {
    String name = family + " 太郎";
    for (SoughtPatient fits :
        List.of(
            new SoughtPatient(BORN, name, ""),
            new SoughtPatient(BORN, "きんきゅう" + patientId.suffix() + "　タロウ", ""),
            new SoughtPatient(BORN, "", insured))) {
      command(signedIn(People.nurse()), open(BreakGlassId.next(), fits)).isDone();
    }
    for (SoughtPatient wrong :
        List.of(
            new SoughtPatient(BORN.plusDays(1), name, ""),
            new SoughtPatient(BORN, family, ""),
            new SoughtPatient(BORN, "", insured.substring(1)),
            new SoughtPatient(BORN, name, "0000000000"))) {
      command(signedIn(People.nurse()), open(BreakGlassId.next(), wrong))
          .isRefused(RefusalCode.NOT_FOUND);
    }
  }

  @Test
  void nobody_two_namesakes_a_stop_and_a_provisional_patient_are_refused_alike_and_recorded() {
    command(physician, open(id, new SoughtPatient(BORN, "だれでもない", "")))
        .isRefused(RefusalCode.NOT_FOUND);
    PatientId namesake = PatientId.next();
    register(namesake);
    command(physician, open(BreakGlassId.next())).isDone();
    consent(namesake);
    command(physician, open(BreakGlassId.next())).isRefused(RefusalCode.NOT_FOUND);
    command(
            nurse,
            new StopSharing(
                ConsentId.of(patientId),
                patientId,
                RequestChannel.FAMILY,
                new Requester("申し出た人", "")))
        .isDone();
    command(
            nurse,
            new StopSharing(
                ConsentId.of(namesake),
                namesake,
                RequestChannel.FAMILY,
                new Requester("申し出た人", "")))
        .isDone();
    command(physician, open(BreakGlassId.next())).isRefused(RefusalCode.NOT_FOUND);

    readsInVain(physician);
    assertThat(accessesOf(physician))
        .filteredOn(new AccessDenied("", "OpenBreakGlass", "NOT_FOUND")::equals)
        .hasSize(3);
  }

  @Test
  void five_tries_an_hour_right_or_wrong() {
    for (int i = 0; i < NoGuessing.TRIES; i++) {
      command(physician, open(BreakGlassId.next(), new SoughtPatient(BORN, "推量" + i, "")))
          .isRefused(RefusalCode.NOT_FOUND);
    }
    command(physician, open(id)).isRefused(RefusalCode.BREAK_GLASS_TOO_OFTEN);
    assertThat(accessesOf(physician))
        .hasSize(NoGuessing.TRIES + 1)
        .last()
        .isEqualTo(new AccessDenied("", "OpenBreakGlass", "TOO_OFTEN"));
    readsInVain(physician);
    command(signedIn(People.nurse()), open(BreakGlassId.next())).isDone();
  }

  @Test
  void the_office_opens_nothing() {
    command(operator, open(id)).isRefused(RefusalCode.NOT_FOUND);
    command(
            signedIn(People.at(WriteSide.facility(), Profession.OTHER, Role.CITY_AUDITOR)),
            open(id))
        .isRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void a_review_comes_once_when_it_is_over() {
    ReviewBreakGlass review = new ReviewBreakGlass(id, ReviewVerdict.JUSTIFIED, "救急搬送の記録と一致");
    command(operator, review).isRefused(RefusalCode.NOT_FOUND);
    command(physician, open(id)).isDone();
    command(operator, review).isRefused(RefusalCode.BREAK_GLASS_STATE);
    command(physician, new CloseBreakGlass(id)).isDone();
    command(physician, review).isRefused(RefusalCode.NOT_FOUND);

    command(operator, review).isDone();

    command(operator, review).isRefused(RefusalCode.BREAK_GLASS_STATE);
  }

  @Test
  void nothing_that_was_typed_lies_open_in_the_store() {
    command(physician, open(id)).isDone();
    byte[] stored =
        WriteSide.jdbc()
            .sql("select payload from store.domain_event_entry where aggregate_identifier = ?")
            .param(id.value())
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(new String(stored, StandardCharsets.UTF_8))
        .contains(patientId.value())
        .doesNotContain("意識がなく")
        .doesNotContain(family);
  }

  private OpenBreakGlass open(BreakGlassId breakGlassId) {
    return open(breakGlassId, new SoughtPatient(BORN, family + "太郎", ""));
  }

  private static OpenBreakGlass open(BreakGlassId breakGlassId, SoughtPatient sought) {
    return new OpenBreakGlass(breakGlassId, sought, EmergencyReason.EMERGENCY_CARE, "意識がなく搬送されました");
  }

  private boolean decidedAt(Instant at) {
    return bean(AccessDecisions.class)
        .decide(physician.origin(), new Read(patientId), at)
        .isAllowed();
  }

  private void reads(People.Person person) {
    assertThat(query(person, new Read(patientId)).answered()).isEqualTo("content");
  }

  private void readsInVain(People.Person person) {
    query(person, new Read(patientId)).isRefused(RefusalCode.NOT_FOUND);
  }

  private void register(PatientId patient) {
    command(
            nurse,
            new RegisterPatient(patient, basicInfo(), GrantId.next(), TeamRole.VISITING_NURSE))
        .isDone();
  }

  private void consent(PatientId patient) {
    command(
            nurse,
            new RecordConsent(
                ConsentId.of(patient),
                patient,
                ConsentKind.SELF,
                null,
                nurse.id(),
                LocalDate.of(2024, 4, 1),
                "2024-04-01",
                new ConsentSignatures("佐藤 花子", "緊急 太郎", "")))
        .isDone();
  }

  private BasicInfo basicInfo() {
    return new BasicInfo(
        family,
        "太郎",
        "キンキュウ" + patientId.suffix(),
        "たろう",
        Gender.MALE,
        BORN,
        "485-0041",
        "小牧市小牧三丁目1番地",
        List.of("0568-76-1188"),
        List.of(),
        "",
        insured,
        null,
        null,
        null,
        "",
        "",
        "");
  }
}
