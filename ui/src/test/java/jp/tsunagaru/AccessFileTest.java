package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.query.AccessCount;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AuditPurpose;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.GetAccessCount;
import jp.tsunagaru.audit.query.ListAccessToTakeOut;
import jp.tsunagaru.audit.query.TakenOutAccesses;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access history leaves as a file: whole, with its purpose, and naming nobody cared for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessFileTest {
  private static final String AUDITOR = "mochi-kansa";
  private static final String NURSE = "mochi-kango";

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker auditorAtWork;
  private Preparation.Worker nurse;
  private PatientId patient;

  @BeforeAll
  void a_patient_of_a_nurse() {
    auditorAtWork =
        preparation.worker(
            preparation.city(),
            AUDITOR,
            new PersonName("持出", "調子", "もちだし", "しらべこ"),
            Profession.MUNICIPAL_OFFICER,
            Role.CITY_AUDITOR);
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "=持出診療所", Affiliation.MEDICAL_ASSOCIATION, "mochi-admin");
    nurse =
        preparation.worker(
            admin,
            NURSE,
            new PersonName("持田", "看子", "もちだ", "みるこ"),
            Profession.NURSE,
            Role.CARE_USER);
    patient =
        preparation.patient(nurse, Preparation.person("秘野", "見代", "ひの", "みよ", "0568-45-2222"));
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void the_list_leaves_with_the_headings_of_the_guideline_and_as_audit_events() {
    Person nurse = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    nurse.sees("患者");
    nurse.goes("/patients/" + patient.value());
    nurse.sees("記事はまだありません");

    Person auditor = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditor.sees("だれ・どこを探して選ぶか");
    auditor.field("だれ・どこ").fill("ひの みよ");
    auditor.press("検索");
    auditor.choosesSubject("秘野 見代");
    Locator rows = auditor.page.locator(".access-row");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("連絡帳を表示")).first()).isVisible();
    auditor.shot("access-file-list");

    auditor.press("ファイルで持ち出す");
    auditor.sees("表示中の条件に合う記録は");
    assertThat(auditor.button("ファイルを作る")).isDisabled();
    auditor.tick("定期的な点検");
    auditor.shot("access-file-dialog");
    auditor.page.setViewportSize(390, 844);
    auditor.shot("access-file-dialog");
    auditor.page.setViewportSize(1280, 800);
    String csv = text(auditor.downloads(() -> auditor.confirm("ファイルを作る")));
    auditor.shot("access-file-ready");

    assertThat(csv).startsWith("\uFEFF\"ユーザーID\",\"氏名\",\"時刻\",\"カテゴリ\",\"操作情報\",\"結果\"");
    assertThat(csv).doesNotContain("秘野").doesNotContain("見代");
    List<String> lines = csv.lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.contains("\"連絡帳を表示\""))
        .first()
        .asString()
        .startsWith("\"" + NURSE + "\",\"持田 看子\",\"")
        .contains("\"閲覧\",\"連絡帳を表示\",\"許可\",\"'=持出診療所\",\"看護師\",\"利用者\"")
        .contains("\"" + patient.value() + "\"");

    auditor.confirm("閉じる");
    auditor.press("ファイルで持ち出す");
    auditor.tick("NDJSON（IHE BALP・FHIR AuditEvent。記録を集めるシステム用）");
    auditor.tick("他のシステムへの取込み");
    String ndjson = text(auditor.downloads(() -> auditor.confirm("ファイルを作る")));

    assertThat(ndjson).doesNotContain("秘野").doesNotContain("見代");
    assertThat(events(ndjson))
        .filteredOn(event -> says(event, "GetTimeline"))
        .isNotEmpty()
        .allSatisfy(event -> {
          assertThat(event.getMeta().getProfile().getFirst().getValue())
              .endsWith("IHE.BasicAudit.PatientRead");
          assertThat(event.getAgent().get(2).getAltId()).isEqualTo(NURSE);
          assertThat(event.getEntity().getFirst().getWhat().getIdentifier().getValue())
              .isEqualTo(patient.value());
        });

    // The files themselves stand in the history of the patient.
    auditor.confirm("閉じる");
    auditor.page.reload();
    Locator taken = rows.filter(new Locator.FilterOptions().setHasText("監査（記録をファイルで持ち出し）"));
    assertThat(taken).hasCount(2);
    assertThat(taken.last()).containsText("定期的な点検");
    assertThat(taken.first()).containsText("他のシステムへの取込み");
    assertThat(auditor.complaints()).isEmpty();
  }

  @Test
  void what_a_nurse_writes_stands_in_the_table_and_in_both_files() {
    PatientId written =
        preparation.patient(nurse, Preparation.person("書野", "記代", "かきの", "きよ", "0568-45-2223"));
    Person atWork = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    atWork.sees("患者");
    atWork.goes("/patients/" + written.value());
    atWork.writes("朝の血圧は落ち着いています。");
    atWork.press("投稿");
    assertThat(atWork.entry("朝の血圧は落ち着いています。")).isVisible();
    String document =
        application
            .bean(JdbcClient.class)
            .sql("select document_id from view.timeline_entry where patient_id = ?")
            .param(written.value())
            .query(String.class)
            .single();

    Person auditor = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditor.sees("だれ・どこを探して選ぶか");
    auditor.goes("/audit?patient=" + written.value());
    Locator rows = auditor.page.locator(".access-row");
    Locator posted = rows.filter(new Locator.FilterOptions().setHasText("記事の投稿"));
    assertThat(posted).hasCount(1);
    assertThat(posted).containsText("持田 看子");
    assertThat(posted).containsText("看護師");
    assertThat(posted).containsText(document + "（第1版）");
    assertThat(posted).containsText("同意");
    assertThat(posted).containsText("127.0.0.1");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("患者の登録"))).hasCount(1);
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("連絡帳を表示")).first()).isVisible();
    auditor.shot("access-writes");
    auditor.page.setViewportSize(390, 844);
    auditor.shot("access-writes");
    auditor.page.setViewportSize(1280, 800);

    auditor.choose("操作の種類", "登録");
    assertThat(posted).hasCount(1);
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("連絡帳を表示"))).hasCount(0);
    auditor.shot("access-writes-narrowed");
    posted.locator("vaadin-button").click();
    assertThat(auditor.page.locator(".step-detail h2").first()).hasText("記事の投稿");
    auditor.shot("access-writes-replayed");

    auditor.goes("/audit?patient=" + written.value());
    auditor.press("ファイルで持ち出す");
    auditor.tick("定期的な点検");
    String csv = text(auditor.downloads(() -> auditor.confirm("ファイルを作る")));
    auditor.confirm("閉じる");
    auditor.press("ファイルで持ち出す");
    auditor.tick("NDJSON（IHE BALP・FHIR AuditEvent。記録を集めるシステム用）");
    auditor.tick("他のシステムへの取込み");
    String ndjson = text(auditor.downloads(() -> auditor.confirm("ファイルを作る")));

    assertThat(csv + ndjson).doesNotContain("書野").doesNotContain("記代").doesNotContain("血圧");
    assertThat(csv.lines().filter(line -> line.contains("\"記事の投稿\"")).toList())
        .singleElement()
        .asString()
        .startsWith("\"" + NURSE + "\",\"持田 看子\",\"")
        .contains("\"登録\",\"記事の投稿\",\"許可\",\"'=持出診療所\",\"看護師\",\"利用者\"")
        .contains("\"" + written.value() + "\",\"" + document + "（第1版）\"")
        .contains("同意", "127.0.0.1", "パスワード");
    List<AuditEvent> events = events(ndjson);
    assertThat(events)
        .filteredOn(event -> says(event, "DocumentConfirmed"))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.getMeta().getProfile().getFirst().getValue())
              .endsWith("IHE.BasicAudit.PatientCreate");
          assertThat(event.getAgent().get(2).getAltId()).isEqualTo(NURSE);
          assertThat(event.getEntity().getFirst().getWhat().getIdentifier().getValue())
              .isEqualTo(written.value());
          assertThat(event.getEntity().get(1).getWhat().getIdentifier().getValue())
              .isEqualTo(document);
        });
    assertThat(events)
        .as("one order")
        .isSortedAccordingTo(Comparator.comparing(AuditEvent::getRecorded));
    assertThat(events.stream().filter(event -> says(event, "PatientRegistered"))).hasSize(1);
    assertThat(auditor.complaints()).isEmpty();
  }

  @Test
  void a_long_history_leaves_in_parts_without_a_gap_and_without_its_own_traces() {
    String account = Ids.next("acc");
    Origin somebody =
        new Origin(account, "fac_x", Set.of("CARE_USER"), "NURSE", "ses_x", "192.0.2.7", "pwd");
    PatientId seen = PatientId.next();
    int many = 2 * ListAccessToTakeOut.PART + 100;
    Instant begin = Instant.now().minusSeconds(1);
    for (int i = 0; i < many; i++) {
      application
          .bean(AccessHistory.class)
          .append(
              new RecordViewed(
                  seen, "GetTimeline", Map.of(), "", new AccessGround("", "", "", "VIEW")),
              somebody);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            application
                    .bean(JdbcClient.class)
                    .sql("select count(*) from view.access_log where account_id = ?")
                    .param(account)
                    .query(Integer.class)
                    .single()
                == many);
    AccessFilter filter =
        AccessFilter.during(begin, Instant.now()).about(AuditScope.PATIENT, seen.value());

    assertThat(ask(new GetAccessCount(filter), AccessCount.class).accesses()).isEqualTo(many);
    List<String> ids = new ArrayList<>();
    List<Integer> parts = new ArrayList<>();
    AccessCursor after = null;
    do {
      TakenOutAccesses part =
          ask(new ListAccessToTakeOut(filter, after, AuditPurpose.SYSTEM), TakenOutAccesses.class);
      parts.add(part.accesses().size());
      part.accesses().forEach(each -> ids.add(each.step().eventId()));
      after = part.next();
    } while (after != null);

    assertThat(parts).containsExactly(500, 500, 100);
    assertThat(ids).hasSize(many).doesNotHaveDuplicates();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(
                    application
                        .bean(JdbcClient.class)
                        .sql(
                            """
                            select results from view.access_log
                             where action = 'ListAccessToTakeOut' and purpose = 'SYSTEM'
                               and patient_id = ? order by position
                            """)
                        .param(seen.value())
                        .query(Integer.class)
                        .list())
                .isEqualTo(parts));
  }

  private static List<AuditEvent> events(String ndjson) {
    return ndjson
        .lines()
        .map(
            line -> FhirContext.forR4Cached().newJsonParser().parseResource(AuditEvent.class, line))
        .toList();
  }

  private static boolean says(AuditEvent event, String action) {
    return event.getSubtype().stream().map(Coding::getCode).anyMatch(action::equals);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private <R> R ask(Object query, Class<R> answer) {
    return application
        .bean(QueryGateway.class)
        .query(
            query.getClass().getName(),
            new GenericQueryMessage<>(query, ResponseTypes.instanceOf(answer))
                .withMetaData(MetaData.from(auditorAtWork.origin().toMetadata())),
            ResponseTypes.instanceOf(answer))
        .join();
  }
}
