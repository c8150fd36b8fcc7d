package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;

/** PT-04: the signed sheet is kept with the consent, for the team and nobody else. */
class ConsentPaperScreenTest {
  private static final LocatorAssertions.IsVisibleOptions CONVERTED =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void a_scan_is_kept_seen_by_the_team_only_and_taken_away_for_good() {
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "原本訪問看護", Affiliation.MEDICAL_ASSOCIATION, "genpon-admin");
    Preparation.Worker nurse = nurse(station, "genpon-k", "原本");
    Preparation.Worker reader = nurse(station, "genpon-d", "同僚");
    nurse(station, "genpon-y", "余所");
    PatientId patientId =
        preparation.patient(nurse, Preparation.person("原田", "ミネ", "はらだ", "みね", "0568-00-7060"));
    preparation.send(
        nurse.origin(),
        new AssignMember(
            CareTeamId.of(patientId),
            patientId,
            GrantId.next(),
            reader.accountId(),
            new MembershipTerms(TeamRole.OTHER, Set.of(Right.VIEW), null, null)));

    Person author = Person.atDesk();
    author.signsIn("genpon-k", Preparation.PASSWORD);
    author.goes("/patients/" + patientId.value() + "/consent");
    author.sees("署名された同意書の画像や保管場所は、まだ記録されていません。");
    author.press("同意書の画像・保管場所を記録");
    author.press("記録する");
    author.sees("画像か、紙の保管場所のどちらかを入れてください。");
    author.attach(SampleFiles.photo());
    assertThat(author.page.locator(".consent-paper .file-row")).hasCount(1);
    author.type("紙の保管場所", "鍵付きキャビネット2段目");
    author.press("記録する");
    author.sees("紙の保管場所：鍵付きキャビネット2段目");
    Locator picture = author.page.locator(".consent-paper img.thumb-face");
    assertThat(picture).isVisible(CONVERTED);
    author.shot("consent-paper");
    author.page.setViewportSize(390, 844);
    author.shot("consent-paper");
    author.page.setViewportSize(1280, 800);
    String address = Objects.requireNonNull(picture.getAttribute("src"));

    Person colleague = Person.withTablet();
    colleague.signsIn("genpon-d", Preparation.PASSWORD);
    colleague.goes("/patients/" + patientId.value() + "/consent");
    assertThat(colleague.page.locator(".consent-paper img.thumb-face")).isVisible();
    assertThat(colleague.button("取り除く")).hasCount(0);
    assertThat(colleague.button("同意書の画像・保管場所を記録")).hasCount(0);
    assertThat(status(colleague, address)).isEqualTo(200);

    Person outsider = Person.withPhone();
    outsider.signsIn("genpon-y", Preparation.PASSWORD);
    assertThat(outsider.page.getByText("担当している患者はまだいません")).isVisible();
    assertThat(status(outsider, address)).isEqualTo(404);

    author.press("取り除く");
    author.confirm("取り除く");
    author.sees("署名された同意書の画像や保管場所は、まだ記録されていません。");
    assertThat(status(author, address)).isEqualTo(404);
    assertThat(status(colleague, address)).isEqualTo(404);
    assertThat(author.complaints()).isEmpty();
    Stream.of(author, colleague, outsider).forEach(Person::close);
  }

  @Test
  void who_comes_of_age_is_asked_and_the_city_counts_without_names() {
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "若葉訪問看護", Affiliation.MEDICAL_ASSOCIATION, "wakaba-admin");
    Preparation.Worker nurse = nurse(station, "wakaba-k", "若葉");
    LocalDate today = LocalDate.now(RunningApplication.get().bean(Clock.class));
    PatientId patientId = minor(nurse, today.minusYears(18), today);

    Person person = Person.atDesk();
    person.signsIn("wakaba-k", Preparation.PASSWORD);
    person.sees("18歳になった患者（1人）に、本人の同意を確認してください。");
    person.shot("of-age-list");
    person.page.getByText("若宮 元さん（").click();
    person.sees("18歳になりました。本人の同意を確認してください");
    person.shot("of-age-consent");
    Person office = Person.atDesk();
    office.signsIn(preparation.city().login(), Preparation.PASSWORD);
    office.goes("/duplicates");
    office.sees("本人の同意をまだ確認していない患者：1人");
    office.doesNotSee("若宮");
    person.press("本人の同意を確認した");
    person.sees("本人の同意の確認を記録しました。");
    assertThat(person.page.getByText("18歳になりました。")).hasCount(0);
    assertThat(person.page.getByText("本人の同意の確認").first()).isVisible();
    person.goes("/patients");
    assertThat(person.rowOf("若宮 元")).isVisible();
    person.doesNotSee("18歳になった患者");
    office.page.reload();
    office.sees("本人の同意をまだ確認していない患者：0人");
    assertThat(patientId).isNotNull();
    Stream.of(person, office).forEach(Person::close);
  }

  private PatientId minor(Preparation.Worker nurse, LocalDate born, LocalDate today) {
    BasicInfo base = Preparation.person("若宮", "元", "わかみや", "はじめ", "0568-00-7061");
    PatientId patientId =
        preparation.patientWithoutConsent(
            nurse,
            new BasicInfo(
                base.familyName(),
                base.givenName(),
                base.familyKana(),
                base.givenKana(),
                base.gender(),
                born,
                base.postalCode(),
                base.address(),
                base.phones(),
                base.emergencyContacts(),
                "",
                "",
                null,
                null,
                null,
                "",
                "",
                ""));
    preparation.send(
        nurse.origin(),
        new RecordConsent(
            ConsentId.of(patientId),
            patientId,
            ConsentKind.PROXY,
            ProxyGround.MINOR,
            nurse.accountId(),
            today.minusDays(1),
            "1.0",
            new ConsentSignatures("説明 花子", "若宮 母", "母")));
    return patientId;
  }

  private static int status(Person person, String address) {
    return person.page.request().get(address.startsWith("/") ? address : "/" + address).status();
  }

  private Preparation.Worker nurse(Preparation.Worker administrator, String login, String family) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "看護", "かんご", "かんご"),
        Profession.NURSE,
        Role.CARE_USER);
  }
}
