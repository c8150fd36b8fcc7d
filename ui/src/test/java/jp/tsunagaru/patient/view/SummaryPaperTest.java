package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.PrintedSummary;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ConsentSummary;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportState;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportThread;
import org.junit.jupiter.api.Test;

class SummaryPaperTest {
  private static final Instant AT = Instant.parse("2026-11-25T05:05:00Z");
  private static final BasicInfo PATIENT =
      new BasicInfo(
          "渡邉",
          "千代",
          "わたなべ",
          "ちよ",
          Gender.FEMALE,
          LocalDate.of(1947, 7, 5),
          "485-0046",
          "小牧市堀の内一丁目1番地 市営住宅ひまわり棟 302号室",
          List.of("0568-76-1188", "090-1234-5678"),
          List.of(new EmergencyContact("渡邉 一郎", "長男", "090-1111-2222")),
          "232199",
          "0000012345",
          CareLevel.values()[3],
          LocalDate.of(2026, 4, 1),
          LocalDate.of(2027, 3, 31),
          "東医院 東 太郎",
          "小牧ケアプラン 佐藤",
          "そば、ペニシリン");

  @Test
  void one_sheet_tells_the_patient_the_consent_the_team_the_forms_and_the_last_articles()
      throws IOException {
    List<String> pages =
        print(List.of(form()), List.of(article("食欲があります。", null), article("", request())), false);

    assertThat(pages.getFirst())
        .contains("患者要約", "渡邉 千代", "わたなべ ちよ", "79歳", "0568-76-1188", "長男", "そば、ペニシリン")
        .contains("232199", "0000012345")
        .contains("共有の状態", "共有中", "2026年4月1日")
        .contains("看護 花子", "さくら訪問看護ステーション")
        .contains("訪問看護指示書", "東 太郎");
    assertThat(String.join("", pages))
        .contains("食欲があります。")
        .contains("支援依頼", "一部を採用", "第18条")
        .contains("参照情報", "1 / " + pages.size() + " ページ", "山田 さくら", "印刷の目的：引き継ぎ");
  }

  @Test
  void it_goes_on_over_the_pages_and_says_where_it_ends() throws IOException {
    List<String> pages =
        print(
            List.of(),
            IntStream.range(0, 30)
                .mapToObj(n -> article("記録" + n + "番。" + "本日の様子です。".repeat(30), null))
                .toList(),
            true);

    assertThat(pages).hasSizeGreaterThan(4);
    assertThat(pages.get(1)).contains("患者要約　渡邉 千代（続き）");
    assertThat(String.join("", pages).replaceAll("\\s", "")).contains("30件だけが入っています");
  }

  /** Who is handed the sheet must not miss an allergy that another record of the person names. */
  @Test
  void what_only_another_record_of_the_person_says_stands_there_with_its_source()
      throws IOException {
    LinkedRecord record =
        new LinkedRecord(PatientId.next(), false, "東医院", Instant.parse("2026-03-31T15:00:00Z"), AT);
    String sheet =
        print(List.of(new PrintedSummary.Other(record, elsewhere())), List.of(), List.of(), false)
            .getFirst();

    assertThat(sheet).contains("同じ方のほかの記録にある情報（東医院、2026年4月1日", "セフェム系");
    assertThat(sheet.substring(sheet.indexOf("同じ方のほかの記録"), sheet.indexOf("同意と共有")))
        .doesNotContain("0568-76-1188", "東 太郎", "渡邉");
    assertThat(
            print(List.of(new PrintedSummary.Other(record, PATIENT)), List.of(), List.of(), false)
                .getFirst())
        .doesNotContain("ほかの記録");
  }

  private static BasicInfo elsewhere() {
    return new BasicInfo(
        PATIENT.familyName(),
        PATIENT.givenName(),
        PATIENT.familyKana(),
        PATIENT.givenKana(),
        PATIENT.gender(),
        PATIENT.birthDate(),
        PATIENT.postalCode(),
        PATIENT.address(),
        List.of("0568-76-1188"),
        List.of(),
        PATIENT.insurerNumber(),
        PATIENT.insuredNumber(),
        PATIENT.careLevel(),
        PATIENT.careLevelFrom(),
        PATIENT.careLevelTo(),
        "",
        "",
        "セフェム系");
  }

  private static List<String> print(List<FormRow> forms, List<TimelineEntry> entries, boolean more)
      throws IOException {
    return print(List.of(), forms, entries, more);
  }

  private static List<String> print(
      List<PrintedSummary.Other> others,
      List<FormRow> forms,
      List<TimelineEntry> entries,
      boolean more)
      throws IOException {
    return PaperText.pages(
        SummaryPaper.of(
                new PrintedSummary(patient(), others, team(), forms, entries, more),
                Imprint.ofRecord("患者要約", AT, "山田 さくら", "さくら訪問看護ステーション").withNote("印刷の目的：引き継ぎ"))
            .pdf(),
        more ? "summary-long" : "summary");
  }

  private static PatientDetails patient() {
    return new PatientDetails(
        PatientId.next(),
        PATIENT,
        1,
        SharingState.SHARED,
        new ConsentSummary(
            ConsentKind.SELF,
            LocalDate.of(2026, 4, 1),
            "2026-04-01",
            "説明 花子",
            "さくら訪問看護ステーション",
            "渡邉 千代",
            "",
            null,
            false),
        null,
        EnumSet.of(Right.VIEW),
        AT,
        false,
        List.of());
  }

  private static Team team() {
    return new Team(
        List.of(
            member("看護 花子", "さくら訪問看護ステーション", Profession.NURSE, TeamRole.VISITING_NURSE),
            member("東 太郎", "東医院", Profession.PHYSICIAN, TeamRole.ATTENDING_PHYSICIAN)));
  }

  private static TeamMember member(
      String name, String facility, Profession profession, TeamRole role) {
    return new TeamMember(
        GrantId.next(),
        AccountId.next(),
        null,
        name,
        facility,
        profession,
        new MembershipTerms(role, Set.of(Right.VIEW), null, null),
        null,
        null);
  }

  private static FormRow form() {
    return new FormRow(
        DocumentId.next(),
        FormKind.VISIT_NURSING_ORDER,
        "HK16-2024",
        FormState.APPROVED,
        2,
        "東 太郎",
        "東 太郎",
        AT,
        LocalDate.of(2026, 11, 20),
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2027, 5, 31),
        null,
        0);
  }

  private static SupportThread request() {
    return new SupportThread(
        SupportKind.SECOND_OPINION,
        SupportState.DECIDED,
        new Addressee(FacilityId.next(), null),
        "",
        "東医院",
        LocalDate.of(2026, 11, 30),
        "契約 R8-1",
        List.of(
            new SupportReference(
                DocumentId.next(), LocalDate.of(2026, 11, 24), "看護 花子", "右かかとに発赤があります。", 1)),
        List.of(
            step(1, SupportStep.Kind.REQUESTED, null, "褥瘡の始まりでしょうか。"),
            step(2, SupportStep.Kind.ANSWERED, null, "褥瘡の初期と考えます。"),
            step(3, SupportStep.Kind.DECIDED, Adoption.PARTLY, "夜間は除きます。")),
        false,
        false,
        false,
        false,
        false);
  }

  private static SupportStep step(
      long version, SupportStep.Kind kind, Adoption adoption, String text) {
    return new SupportStep(
        version,
        kind,
        adoption,
        new AuthorAsWritten("看護 花子", "さくら訪問看護ステーション"),
        Profession.NURSE,
        AT,
        text);
  }

  private static TimelineEntry article(String text, SupportThread support) {
    return new TimelineEntry(
        PatientId.next(),
        DocumentId.next(),
        1,
        LocalDate.of(2026, 11, 24),
        AT.minusSeconds(90_000),
        AT.minusSeconds(3_000),
        AccountId.next(),
        new AuthorAsWritten("看護 花子", "さくら訪問看護ステーション"),
        Profession.NURSE,
        new ArticleContent("", text),
        Set.of(),
        Visibility.TEAM,
        List.of(),
        0,
        0,
        false,
        false,
        false,
        null,
        support);
  }
}
