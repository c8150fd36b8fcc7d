package jp.tsunagaru.careteam.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static jp.tsunagaru.careteam.read.ReadSide.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.careteam.query.Colleagues;
import jp.tsunagaru.careteam.query.FindColleagues;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.GroupRow;
import jp.tsunagaru.careteam.query.Groups;
import jp.tsunagaru.careteam.query.ListGroups;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchMyPatients;
import jp.tsunagaru.patient.query.WatchPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareTeamQueriesTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
  private final Origin helper = city.person("介護", "三郎", Profession.HOME_HELPER);

  @AfterEach
  void close() {
    city.close();
  }

  private Team team(PatientId patient) {
    return city.ask(nurse, new GetTeam(patient), Team.class);
  }

  @Test
  void showsPeopleThenGroupsWithTheirPeopleThenWhoEnded() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    GroupId group = city.group("夜間当番", nurse, helper);
    GrantId ofGroup =
        city.assign(patient, group, nurse, terms(null, TODAY, Right.VIEW, Right.WRITE));
    GrantId ended = city.assign(patient, doctor, Right.VIEW);
    city.happens(nurse, new MembershipEnded(CareTeamId.of(patient), patient, ended, "MOVED"));
    city.sees(helper, patient, Map.of());

    Team team = team(patient);

    assertThat(team.members())
        .extracting(TeamMember::name, TeamMember::groupId, TeamMember::ended)
        .containsExactly(
            tuple("看護 花子", null, null),
            tuple("夜間当番", group, null),
            tuple("介護 三郎", group, null),
            tuple("医師 太郎", null, team.members().getLast().ended()));
    assertThat(team.members().getLast().ended()).isNotNull();
    TeamMember row = team.members().get(1);
    assertThat(row.accountId()).isNull();
    assertThat(row.facility()).isEqualTo("訪問看護ステーションひかり");
    TeamMember through = team.members().get(2);
    assertThat(through.grantId()).isEqualTo(ofGroup);
    assertThat(through.terms()).isEqualTo(terms(null, TODAY, Right.VIEW, Right.WRITE));
    assertThat(through.lastViewedAt()).isEqualTo(city.now());
    assertThat(team.members().getFirst().lastViewedAt()).isNull();
    assertThat(team.members().getFirst().terms().from()).isNull();
  }

  @Test
  void changedTermsShowAtOnce() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    GrantId grant = city.assign(patient, doctor, Right.VIEW);

    city.happens(
        nurse,
        new MembershipChanged(
            CareTeamId.of(patient), patient, grant, terms(TODAY, null, Right.VIEW, Right.EDIT)));

    assertThat(team(patient).members())
        .filteredOn(member -> member.grantId().equals(grant))
        .extracting(TeamMember::terms)
        .containsExactly(terms(TODAY, null, Right.VIEW, Right.EDIT));
  }

  @Test
  void whoseAccountIsOutOfUseStandsBehindThoseWithAccess() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    city.assign(patient, doctor, Right.VIEW);
    city.assign(patient, helper, Right.VIEW);
    city.deactivate(doctor);

    assertThat(team(patient).members()).extracting(TeamMember::name).last().isEqualTo("医師 太郎");
  }

  @Test
  void theLastViewIsTheLatestEvenWhenToldLate() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    city.sees(nurse, patient, Map.of());
    var last = city.now();

    city.happensAgain();

    assertThat(team(patient).members().getFirst().lastViewedAt()).isEqualTo(last);
  }

  @Test
  void whoComesAndWhoGoesByAGroupIsTold() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    GroupId group = city.group("夜間当番", nurse, helper);
    city.assign(patient, group, nurse, terms(null, null, Right.VIEW));

    city.happens(nurse, new GroupChanged(group, "夜間当番", Set.of(id(doctor))));

    PatientChange change = new PatientChange(patient, PatientChange.Kind.TEAM, group.value());
    assertThat(city.told(new WatchPatient(patient))).containsExactly(change);
    assertThat(city.told(new WatchMyPatients(id(helper)))).containsExactly(change);
    assertThat(city.told(new WatchMyPatients(id(doctor)))).containsExactly(change);
    assertThat(city.told(new WatchMyPatients(id(nurse)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"渡辺", "わたなべ", "watanabe", "さむ", "おさむ", "ﾜﾀﾅﾍﾞ ｵｻﾑ", "みどり", "渡邊治"})
  void findsColleaguesByNameKanaAndFacility(String typed) {
    FacilityId pharmacy = new FacilityId(Ids.next("fac"));
    city.facility(pharmacy, "みどり薬局");
    Origin found =
        city.person("渡邉", "治", "わたなべ", "おさむ", Profession.PHARMACIST, pharmacy, "CARE_USER");
    city.person("渡辺", "市職員", "わたなべ", "", Profession.MUNICIPAL_OFFICER, pharmacy, "CITY_AUDITOR");

    Colleagues colleagues = city.ask(nurse, new FindColleagues(typed), Colleagues.class);

    assertThat(colleagues.people())
        .containsExactly(
            new Colleague(id(found), "渡邉 治", "わたなべ おさむ", "みどり薬局", Profession.PHARMACIST));
  }

  @Test
  void findsFiftyColleaguesAtMostAndNobodyOutOfUse() {
    for (int i = 0; i < 60; i++) {
      city.person("佐藤", "番号" + i, Profession.NURSE);
    }
    city.deactivate(doctor);

    assertThat(city.ask(nurse, new FindColleagues("佐藤"), Colleagues.class).people()).hasSize(50);
    assertThat(city.ask(nurse, new FindColleagues("医師"), Colleagues.class).people()).isEmpty();
  }

  @Test
  void listsOwnJoinedAndTheFacilitysGroups() {
    FacilityId elsewhere = new FacilityId(Ids.next("fac"));
    city.facility(elsewhere, "よその診療所");
    Origin outsider =
        city.person("外部", "四郎", "がいぶ", "しろう", Profession.PHYSICIAN, elsewhere, "CARE_USER");
    Origin administrator =
        city.person("管理", "五郎", "", "", Profession.NURSE, city.facility, "FACILITY_ADMIN");
    GroupId own = city.group("い自分の", nurse, nurse, doctor);
    GroupId joined = city.group("ろ招かれた", outsider, nurse);
    city.group("は無関係", outsider, outsider);

    Groups groups = city.ask(nurse, new ListGroups(), Groups.class);

    assertThat(groups.groups())
        .extracting(GroupRow::groupId, GroupRow::mayChange)
        .containsExactly(tuple(own, true), tuple(joined, false));
    assertThat(groups.groups().getFirst().members())
        .extracting(Colleague::name)
        .containsExactlyInAnyOrder("看護 花子", "医師 太郎");
    assertThat(city.ask(administrator, new ListGroups(), Groups.class).groups())
        .extracting(GroupRow::groupId, GroupRow::mayChange)
        .containsExactly(tuple(own, true));
    assertThat(city.ask(doctor, new ListGroups(), Groups.class).groups())
        .extracting(GroupRow::mayChange)
        .containsExactly(false);
  }
}
