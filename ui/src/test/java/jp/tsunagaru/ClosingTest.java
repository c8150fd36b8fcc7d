package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.DisposalId;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.LegalHoldId;
import jp.tsunagaru.retention.command.ApproveDisposal;
import jp.tsunagaru.retention.command.ExecuteDeletion;
import jp.tsunagaru.retention.command.LiftLegalHold;
import jp.tsunagaru.retention.command.PlaceLegalHold;
import jp.tsunagaru.retention.command.RequestDeletion;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of sharing in its four ways, and what is left after an erasure: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingTest {
  private static final String CARE_MANAGER = "shimai-care";
  private static final String NURSE = "shimai-kango";

  private final RunningApplication application = RunningApplication.get();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final LocalDate today = LocalDate.now(application.bean(Clock.class));
  private Preparation.Worker manager;
  private Preparation.Worker nurse;

  @BeforeAll
  void a_care_manager_and_a_nurse_of_two_facilities() {
    manager = worker("終居宅介護支援", "shimai-admin", CARE_MANAGER, "介山", Profession.CARE_MANAGER);
    nurse = worker("終訪問看護", "shimai-admin2", NURSE, "看川", Profession.NURSE);
  }

  private Preparation.Worker worker(
      String facility, String admin, String login, String family, Profession profession) {
    return preparation.worker(
        preparation.facility(preparation.city(), facility, Affiliation.MEDICAL_ASSOCIATION, admin),
        login,
        new PersonName(family, "終", "しまい", "おわり"),
        profession,
        Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void use_ends_after_its_effect_was_shown_and_the_team_of_that_day_goes_on_displaying() {
    PatientId patient = patient("終田", "ヨネ");
    post(nurse, patient, "最後の訪問でした。");
    Person reader = at(NURSE, patient, Person.withTablet());
    assertThat(reader.entry("最後の訪問でした。")).isVisible();
    assertThat(reader.field("連絡帳の本文")).isVisible();
    Person person = at(CARE_MANAGER, patient, Person.atDesk());
    person.tab("同意");
    person.sees("共有をやめる・記録を消す");
    person.shot("closing-cards");

    person.press("利用を終結");

    Locator dialog = person.page.locator("vaadin-dialog[opened]");
    assertThat(dialog).containsText("表示だけになる人（2人）");
    assertThat(dialog).containsText("看川 終（看護師・終訪問看護）");
    assertThat(dialog).containsText("記事 1件、様式 0件、ファイル 0件、下書き 0件");
    assertThat(dialog).containsText("元に戻せるか");
    person.shot("closing-end");
    person.tick("上の内容を確かめました");
    person.confirm("利用を終結");

    person.sees("利用は終結しています（死亡");
    assertThat(reader.page.getByText("書き込みはできません（第19条）")).isVisible();
    assertThat(reader.page.getByLabel("連絡帳の本文")).hasCount(0);
    assertThat(reader.entry("最後の訪問でした。")).isVisible();
    reader.shot("closing-ended");
    assertThat(refusal(() -> post(nurse, patient, "書けません。")))
        .isEqualTo(RefusalCode.RETENTION_READ_ONLY);

    person.press("終結を取り消す");
    person.confirm("終結を取り消す");
    assertThat(reader.field("連絡帳の本文")).isVisible();
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void a_withdrawal_closes_every_open_page() {
    PatientId patient = patient("撤野", "ウメ");
    post(nurse, patient, "撤回の前の記事です。");
    Person reader = at(NURSE, patient, Person.withTablet());
    assertThat(reader.entry("撤回の前の記事です。")).isVisible();
    Person list = Person.withPhone().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(list.rowOf("撤野 ウメ")).isVisible();
    Person person = at(CARE_MANAGER, patient, Person.atDesk());
    person.tab("同意");
    person.press("同意の撤回を登録");
    person.sees("一切見られなくなる人（2人）");
    person.field("ケアマネジャーを通じて").check();
    person.type("申し出た人の氏名", "撤野 一郎");
    person.type("続柄（本人のときは空欄）", "長男");
    person.tick("上の内容を確かめました");
    person.confirm("同意の撤回を登録");
    person.sees("同意の撤回を登録しました。");

    assertThat(reader.page.getByText("撤回の前の記事です。")).hasCount(0);
    assertThat(list.rowOf("撤野 ウメ")).hasCount(0);
    reader.sees("このページは表示できません");
    person.sees("このページは表示できません");
    person.goes("/patients");
    person.search("撤野");
    person.sees("条件に合う患者は、あなたの担当の中にはいません。");
  }

  @Test
  void a_deletion_request_is_carried_out_and_certified_and_the_city_sees_no_name()
      throws Exception {
    PatientId patient = patient("消原", "マツ");
    post(nurse, patient, "消える記事の本文です。");
    Person person = at(CARE_MANAGER, patient, Person.atDesk());
    person.tab("同意");
    person.press("削除の申し出を受け付ける");
    person.sees("受け付けただけでは何も消えません。");
    person.page.getByText("この患者のすべて").last().click();
    person.page.getByText("本人確認書類で確かめた").click();
    person.field("本人・家族から直接").check();
    person.type("申し出た人の氏名", "消原 マツ");
    person.shot("closing-delete");
    person.tick("上の内容を確かめました");
    person.confirm("削除の申し出を受け付ける");
    person.goes("/deletion-requests");
    Locator ticket = person.page.locator(".deletion-request").first();
    assertThat(ticket).containsText("消原 マツさんの記録");
    assertThat(ticket).containsText("実行待ち");
    person.shot("deletion-requests");

    Person city = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    assertThat(city.page.getByText("参加申込み").first()).isVisible();
    city.goes("/deletion-requests");
    assertThat(city.page.locator(".deletion-request").first()).containsText("実行待ち");
    city.doesNotSee("消原");
    city.doesNotSee("消える記事");
    assertThat(city.page.getByText("削除を実行")).hasCount(0);

    ticket.getByText("削除を実行").click();
    person.sees("元に戻せない");
    person.page.locator("vaadin-dialog[opened] vaadin-checkbox").click();
    person.shot("deletion-execute");
    person.confirm("削除を実行");
    Locator done = person.page.locator(".deletion-request").first();
    assertThat(done).containsText("実行済み");
    person.doesNotSee("消原");
    done.getByText("証明書を印刷").click();
    person.press("印刷用PDFを作る");
    person.sees("PDFができました。");
    person.shot("certificate");
    person.goes("/patients");
    person.search("消原");
    person.sees("条件に合う患者は、あなたの担当の中にはいません。");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void what_the_city_holds_is_not_destroyed_and_what_is_over_is_disposed_of_by_the_city() {
    PatientId patient = preparation.patientWithoutConsent(manager, info("廃谷", "トメ"));
    consent(patient, today.minusYears(7));
    DocumentId document = post(manager, patient, "五年前の記事です。");
    LocalDate lastDayIsYesterday = today.minusYears(5);
    end(patient, lastDayIsYesterday);
    PatientId kept = preparation.patientWithoutConsent(manager, info("保谷", "タケ"));
    consent(kept, today.minusYears(7));
    end(kept, lastDayIsYesterday.plusDays(1));
    LegalHoldId hold = LegalHoldId.next();
    preparation.send(
        preparation.city().origin(),
        new PlaceLegalHold(hold, patient, "訴訟の資料", today.plusDays(30)));

    Person city = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    assertThat(city.page.getByText("参加申込み").first()).isVisible();
    city.goes("/disposal");
    Locator row = city.page.locator(".kept-card", containing(patient.value()));
    assertThat(row).containsText("市が保全中");
    assertThat(city.page.locator(".kept-card", containing(kept.value()))).containsText("保管期間中");
    city.doesNotSee("廃谷");
    assertThat(refusal(() -> dispose(patient))).isEqualTo(RefusalCode.DELETION_HELD);
    assertThat(refusal(() -> dispose(kept))).isEqualTo(RefusalCode.NOT_DISPOSABLE);

    preparation.send(preparation.city().origin(), new LiftLegalHold(hold));
    city.page.reload();
    assertThat(row).containsText("廃棄できます");
    row.locator("vaadin-checkbox").click();
    city.shot("disposal");
    city.press("選んだ患者の記録を廃棄");
    city.page.locator("vaadin-dialog[opened] vaadin-checkbox").click();
    city.confirm("選んだ患者の記録を廃棄");

    assertThat(row).hasCount(0);
    city.sees("保管期間の終了による廃棄（第19条）");
    assertThat(stateOf(document)).isEqualTo("PURGED");
    assertThat(city.complaints()).isEmpty();
  }

  /** Issue 5: whatever was entered, in whatever column, file or copy of the events it may lie. */
  @Test
  void nothing_that_was_ever_entered_is_found_after_an_erasure_not_even_in_a_backup()
      throws Exception {
    PatientId patient = patient("鯨井", "奈緒美");
    List<String> entered =
        List.of(
            "鯨井",
            "奈緒美",
            "くじらい",
            "稲妻のような痛みの訴え",
            "下書きにだけある秘密",
            "右かかとの写真.jpg",
            "鯨井 申出子",
            "0568-00-7431");
    DocumentId document = post(nurse, patient, "稲妻のような痛みの訴え");
    preparation.send(nurse.origin(), new SaveDraft(patient, DocumentId.next(), "下書きにだけある秘密"));
    Person person = at(NURSE, patient, Person.atDesk());
    person.writes("写真です。稲妻のような痛みの訴え");
    person.attach(SampleFiles.photo());
    assertThat(person.page.locator(".composer .file-row")).hasCount(1);
    person.press("投稿");
    assertThat(person.entry("写真です。")).containsText("右かかとの写真.jpg");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !addressesOf(patient).isEmpty() && converted(patient));
    List<String> addresses = addressesOf(patient);
    assertThat(addresses).allSatisfy(address -> assertThat(inVault(address)).isTrue());
    DeletionRequestId request = DeletionRequestId.next();
    preparation.send(
        manager.origin(),
        new RequestDeletion(
            request,
            patient,
            RequestChannel.FAMILY,
            IdentityCheck.ID_DOCUMENT,
            new Requester("鯨井 申出子", "長女"),
            DeletionScope.EVERYTHING,
            Set.of(),
            null,
            null,
            today,
            today.plusDays(14)));
    await().until(() -> !Traces.inDatabase(jdbc, "鯨井").isEmpty());
    await().until(() -> hashesOf(patient) > 0);
    // A backup of the events as they are; the keys are kept apart from it.
    jdbc.sql("create schema if not exists backup").update();
    jdbc.sql("create table backup.events as select * from store.domain_event_entry").update();

    preparation.send(manager.origin(), new ExecuteDeletion(request, patient));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          for (String text : entered) {
            assertThat(Traces.inDatabase(jdbc, text)).as(text).isEmpty();
          }
          assertThat(addresses).allSatisfy(address -> assertThat(inVault(address)).isFalse());
          assertThat(hashesOf(patient)).isZero();
        });
    assertThat(stateOf(document)).isEqualTo("PURGED");
    assertThat(Traces.inFiles(application.vault(), entered)).isEmpty();

    // The restored events are the same bytes, and say nothing any more.
    List<Object> restored = restored(patient, document);
    assertThat(restored).hasSizeGreaterThan(2);
    for (Object event : restored) {
      for (String text : entered) {
        assertThat(String.valueOf(event)).doesNotContain(text);
      }
    }
    assertThat(readable(restored)).isZero();
    // And the chain over them still verifies.
    String closing =
        jdbc.sql("select event_id from view.erasure where record_id = ?")
            .param(request.value())
            .query(String.class)
            .single();
    String registration =
        jdbc.sql(
                """
                select event_identifier from backup.events
                 where aggregate_identifier = ? order by sequence_number limit 1\
                """)
            .param(patient.value())
            .query(String.class)
            .single();
    Proofs proofs = application.bean(Proofs.class);
    for (String event : List.of(registration, closing)) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(proofs.ofDomain(event))
                  .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue()));
    }
    assertThat(proofs.states()).allSatisfy(state -> assertThat(state.alarm()).isEmpty());
    jdbc.sql("drop schema backup cascade").update();
  }

  // ---- what is needed for it

  private static com.microsoft.playwright.Page.LocatorOptions containing(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  private static jp.tsunagaru.patient.BasicInfo info(String family, String given) {
    return Preparation.person(family, given, "くじらい", "おわり", "0568-00-7431");
  }

  private PatientId patient(String family, String given) {
    return preparation.patient(manager, info(family, given), nurse);
  }

  private void consent(PatientId patient, LocalDate on) {
    preparation.send(
        manager.origin(),
        new RecordConsent(
            ConsentId.of(patient),
            patient,
            ConsentKind.SELF,
            null,
            manager.accountId(),
            on,
            application.bean(TermsInForce.class).consentForm().version(),
            new ConsentSignatures("説明 花子", "本人", "")));
  }

  private void end(PatientId patient, LocalDate on) {
    preparation.send(
        manager.origin(), new EndUse(ConsentId.of(patient), patient, EndReason.DEATH, on));
  }

  private void dispose(PatientId patient) {
    preparation.send(
        preparation.city().origin(), new ApproveDisposal(DisposalId.next(), Set.of(patient)));
  }

  private DocumentId post(Preparation.Worker author, PatientId patient, String text) {
    DocumentId id = DocumentId.next();
    preparation.send(
        author.origin(),
        new PostArticle(
            id,
            patient,
            today,
            new ArticleContent("", text),
            Set.of(),
            Visibility.TEAM,
            List.of()));
    return id;
  }

  private static RefusalCode refusal(Runnable action) {
    Throwable cause = Objects.requireNonNull(catchThrowable(action::run));
    while (!(cause instanceof Refused) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertThat(cause).isInstanceOf(Refused.class);
    return ((Refused) cause).code();
  }

  private static Person at(String login, PatientId patient, Person person) {
    person.signsIn(login, Preparation.PASSWORD);
    person.sees("患者");
    assertThat(person.page).hasURL(java.util.regex.Pattern.compile("/patients"));
    person.goes("/patients/" + patient.value());
    person.sees("連絡帳");
    return person;
  }

  private String stateOf(DocumentId document) {
    return jdbc.sql("select state from guard.document where document_id = ?")
        .param(document.value())
        .query(String.class)
        .single();
  }

  private List<String> addressesOf(PatientId patient) {
    return jdbc.sql(
            """
            select unnest(array_prepend(address, renditions)) from guard.attachment
             where patient_id = ?\
            """)
        .param(patient.value())
        .query(String.class)
        .list();
  }

  private boolean converted(PatientId patient) {
    return jdbc.sql("select count(*) = 0 from guard.conversion where patient_id = ?")
        .param(patient.value())
        .query(Boolean.class)
        .single();
  }

  private boolean inVault(String address) throws IOException {
    try (Stream<Path> files = Files.walk(application.vault())) {
      return files.anyMatch(
          file -> address.contains(file.getFileName().toString()) && Files.isRegularFile(file));
    }
  }

  private int hashesOf(PatientId patient) {
    return jdbc.sql("select count(*) from view.audit_name where subject_id = ?")
        .param(patient.value())
        .query(Integer.class)
        .single();
  }

  private List<Object> restored(PatientId patient, DocumentId document) {
    Configuration axon = application.bean(Configuration.class);
    return jdbc.sql(
            """
            select * from backup.events
             where aggregate_identifier in (?, ?, ?) order by global_index\
            """)
        .params(patient.value(), document.value(), ConsentId.of(patient).value())
        .<Object>query((row, number) ->
            EventStreamUtils.upcastAndDeserializeDomainEvents(
                    Stream.of(
                        new GenericDomainEventEntry<>(
                            row.getString("type"),
                            row.getString("aggregate_identifier"),
                            row.getLong("sequence_number"),
                            row.getString("event_identifier"),
                            row.getString("time_stamp"),
                            row.getString("payload_type"),
                            row.getString("payload_revision"),
                            row.getBytes("payload"),
                            row.getBytes("meta_data"))),
                    axon.eventSerializer(),
                    axon.upcasterChain())
                .next()
                .getPayload())
        .list();
  }

  private static long readable(List<Object> events) throws ReflectiveOperationException {
    long readable = 0;
    for (Object event : events) {
      for (var component : event.getClass().getRecordComponents()) {
        if (component.getType() == jp.tsunagaru.kernel.Personal.class) {
          Object personal = component.getAccessor().invoke(event);
          if (((jp.tsunagaru.kernel.Personal<?>) personal).read().isPresent()) {
            readable++;
          }
        }
      }
    }
    return readable;
  }
}
