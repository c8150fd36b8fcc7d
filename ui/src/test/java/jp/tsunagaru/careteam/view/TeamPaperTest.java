package jp.tsunagaru.careteam.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.PaperText;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.printing.Imprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamPaperTest {
  private static final Instant AT = Instant.parse("2026-11-25T05:05:00Z");
  private static final BasicInfo PATIENT =
      new BasicInfo(
          "渡邉",
          "千代",
          "わたなべ",
          "ちよ",
          Gender.FEMALE,
          LocalDate.of(1947, 7, 5),
          "",
          "小牧市",
          List.of(),
          List.of(),
          "",
          "",
          null,
          null,
          null,
          "",
          "",
          "");

  @Test
  void whoeverTakesPartTodayIsOnItAndNobodyElse() throws IOException {
    Team team =
        new Team(
            List.of(
                member("髙橋 一郎", TeamRole.ATTENDING_PHYSICIAN, Profession.PHYSICIAN, null, null),
                member("昔 担当", TeamRole.OTHER, Profession.NURSE, LocalDate.of(2026, 11, 24), null),
                member("元 担当", TeamRole.OTHER, Profession.NURSE, null, AT),
                new TeamMember(
                    GrantId.next(),
                    null,
                    GroupId.next(),
                    "夜間当番グループ",
                    "さくら訪問看護ステーション",
                    null,
                    terms(TeamRole.OTHER, null),
                    null,
                    null)));

    List<String> pages =
        PaperText.pages(TeamPaper.of(PATIENT, team, Imprint.ofForm("支援チーム一覧", AT)).pdf(), "team");

    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst())
        .contains("支援チーム一覧", "渡邉 千代 様", "2026年11月25日（令和8年）現在")
        .contains("髙橋 一郎", "医師", "小牧ひがし診療所")
        .doesNotContain("昔 担当", "元 担当", "夜間当番グループ");
  }

  private static MembershipTerms terms(TeamRole role, @Nullable LocalDate to) {
    return new MembershipTerms(role, Set.of(Right.VIEW), null, to);
  }

  private static TeamMember member(
      String name,
      TeamRole role,
      Profession profession,
      @Nullable LocalDate to,
      @Nullable Instant ended) {
    return new TeamMember(
        GrantId.next(),
        AccountId.next(),
        null,
        name,
        "小牧ひがし診療所",
        profession,
        terms(role, to),
        null,
        ended);
  }
}
