package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;

/** What was known then, asked for today: M1. */
class AsOfTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

  private final Preparation preparation = Preparation.ofRunningApplication();
  private final Clock clock = RunningApplication.get().bean(Clock.class);
  private final LocalDate today = LocalDate.now(clock);

  @Test
  void the_record_of_a_moment_is_shown_to_whoever_may_see_it_today() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "むかし訪問看護", Affiliation.MEDICAL_ASSOCIATION, "mukashi-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "mukashi-kango",
            new PersonName("昔", "静", "むかし", "しずか"),
            Profession.NURSE,
            Role.CARE_USER);
    Preparation.Worker doctor =
        preparation.worker(
            administrator,
            "mukashi-ishi",
            new PersonName("往診", "守", "おうしん", "まもる"),
            Profession.PHYSICIAN,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(nurse, Preparation.person("時任", "ハツ", "ときとう", "はつ", "0568-42-0001"));
    DocumentId document = DocumentId.next();
    post(nurse, patient, document, "朝の血圧は高めでした。");
    DocumentId destroyed = DocumentId.next();
    post(nurse, patient, destroyed, "別の方の記録でした。");
    extend(nurse, patient, 0, "裏口からお入りください");
    Instant first = laterBySeconds();
    extend(nurse, patient, 1, "今は表玄関です");
    revise(nurse, patient, document, 1, "朝の血圧は152/88でした。");
    GrantId grant = GrantId.next();
    preparation.send(
        nurse.origin(),
        new AssignMember(
            CareTeamId.of(patient),
            patient,
            grant,
            doctor.accountId(),
            new MembershipTerms(TeamRole.OTHER, Set.of(Right.VIEW), null, null)));
    preparation.send(
        nurse.origin(),
        new StopSharing(
            ConsentId.of(patient), patient, RequestChannel.FAMILY, new Requester("時田 花", "娘")));
    Instant second = laterBySeconds();
    preparation.send(
        nurse.origin(),
        new ResumeSharing(
            ConsentId.of(patient), patient, RequestChannel.FAMILY, new Requester("時田 花", "娘")));
    revise(nurse, patient, document, 2, "朝の血圧は152/88、再検で138/80でした。");
    preparation.send(
        nurse.origin(), new DeleteDocument(destroyed, patient, DeletionReason.WRONG_PATIENT, ""));
    preparation.send(nurse.origin(), new RequestPurge(destroyed, patient));
    preparation.send(administrator.origin(), new ApprovePurge(destroyed));

    Person person = Person.withTablet().signsIn("mukashi-ishi", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    assertThat(person.entry("再検で138/80")).isVisible();
    person.shot("as-of-button");
    person.press("過去の時点で見る");
    person.type("日付", "令和99年1月1日");
    person.press("この時点で見る");
    assertThat(person.page.locator(".entry")).hasCount(0);
    person.shot("as-of-choose");
    person.type("日付", wareki(today));
    person.type("時刻（日本時間）", "25時");
    person.press("この時点で見る");
    person.sees("時刻を読み取れません。");
    person.type("時刻（日本時間）", TIME.format(first));
    person.press("この時点で見る");

    assertThat(person.page).hasURL(Pattern.compile("as-of\\?at=[-0-9T:%A]+&basis=recorded$"));
    person.sees("の時点の記録です");
    assertThat(person.entry("朝の血圧は高めでした。")).containsText("第1版（今は第3版）");
    assertThat(person.page.locator(".entry.gone")).containsText("消去済みの記事");
    person.doesNotSee("別の方の記録でした。");
    person.doesNotSee("138/80");
    person.sees("担当者（1人）");
    person.sees("同意：共有中");
    person.sees("に患者本人が署名");
    for (String writing :
        List.of(
            ".composer",
            "vaadin-upload",
            "vaadin-text-area",
            "vaadin-menu-bar-item:has-text('編集')")) {
      assertThat(person.page.locator(".as-of " + writing)).hasCount(0);
    }
    person.sees("拡張情報（1項目）").click();
    person.sees("裏口からお入りください");
    person.doesNotSee("今は表玄関です");
    person.shot("as-of-first");

    person.page.reload();
    assertThat(person.entry("朝の血圧は高めでした。")).isVisible();
    person.page.getByText("時点を変える").click();
    person.type("時刻（日本時間）", TIME.format(second));
    person.press("この時点で見る");
    assertThat(person.entry("朝の血圧は152/88でした。")).containsText("第2版（今は第3版）");
    person.sees("同意：共有の停止中");
    person.doesNotSee("同意：共有中");
    person.sees("担当者（2人）").click();
    person.sees("往診 守（医師");
    assertThat(person.page.locator("li", containing("往診 守"))).containsText("この時点の権限：閲覧");
    person.shot("as-of-second");
    Person onPhone = Person.withPhone().signsIn("mukashi-ishi", Preparation.PASSWORD);
    assertThat(onPhone.page.getByText("時任 ハツ").first()).isVisible();
    onPhone.goes(person.page.url().substring(person.page.url().indexOf("/patients")));
    assertThat(onPhone.entry("朝の血圧は152/88でした。")).isVisible();
    onPhone.shot("as-of-second");
    onPhone.goes("/patients/" + patient.value());
    assertThat(onPhone.button("過去の時点で見る")).isVisible();
    onPhone.shot("as-of-button");
    onPhone.close();

    person.page.goBack();
    assertThat(person.entry("朝の血圧は高めでした。")).isVisible();

    // when the doctor is taken out of the team, the open page is empty, and so is every moment
    preparation.send(
        nurse.origin(), new EndMembership(CareTeamId.of(patient), patient, grant, "MOVED"));
    person.sees("このページは表示できません");
    assertThat(person.page.locator(".entry")).hasCount(0);
    person.page.reload();
    person.sees("このページは表示できません");
    person.doesNotSee("朝の血圧");
    person.doesNotSee("時任");
    assertThat(person.complaints()).isEmpty();
    person.close();

    // and each look was recorded
    preparation.worker(
        preparation.city(),
        "mukashi-kansa",
        new PersonName("見張", "時子", "みはり", "ときこ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
    Person auditor = Person.atDesk().signsIn("mukashi-kansa", Preparation.PASSWORD);
    auditor.goes("/audit");
    auditor.field("だれ・どこ").fill("ときとう");
    auditor.press("検索");
    auditor.choosesSubject("時任 ハツ");
    auditor.sees("過去の時点の連絡帳を表示");
    auditor.sees(TIME.format(first) + "（登録日時）");
    auditor.shot("as-of-audit");
    auditor.close();
  }

  private void extend(Preparation.Worker who, PatientId patient, long version, String access) {
    preparation.extend(who, patient, version, Map.of("homeAccess", List.of(access)));
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** So that the second that is chosen on the screen has what went before and nothing after. */
  private Instant laterBySeconds() {
    Instant until = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    await().until(() -> !clock.instant().isBefore(until));
    return until.minusSeconds(1);
  }

  private static String wareki(LocalDate day) {
    return "R%d.%d.%d".formatted(day.getYear() - 2018, day.getMonthValue(), day.getDayOfMonth());
  }

  private void post(Preparation.Worker who, PatientId patient, DocumentId document, String text) {
    preparation.send(
        who.origin(),
        new PostArticle(
            document,
            patient,
            today,
            new ArticleContent("", text),
            Set.of("バイタル"),
            Visibility.TEAM,
            List.of()));
  }

  private void revise(
      Preparation.Worker who, PatientId patient, DocumentId document, long version, String text) {
    preparation.send(
        who.origin(),
        new ReviseArticle(
            document,
            patient,
            version,
            today,
            new ArticleContent("", text),
            Set.of("バイタル"),
            Visibility.TEAM,
            List.of(),
            "再検"));
  }
}
