package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static jp.tsunagaru.careteam.read.ReadSide.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.patient.query.WatchMyPatients;
import jp.tsunagaru.patient.query.WatchPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientListTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
  private final Origin stranger = city.person("他人", "次郎", Profession.PHYSICIAN);

  @AfterEach
  void close() {
    city.close();
  }

  private PatientList list(Origin actor, String text) {
    return list(actor, new ListPatients(text, null, null, null, false, 0, 200));
  }

  private PatientList list(Origin actor, ListPatients query) {
    return city.ask(actor, query, PatientList.class);
  }

  private List<String> names(Origin actor, String text) {
    return list(actor, text).rows().stream().map(PatientRow::name).toList();
  }

  @Test
  void showsThePatientsOfTheActorsTeamsOnly() {
    city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    city.shared(info("鈴木", "一郎", "すずき", "いちろう"), doctor);

    assertThat(names(nurse, "")).containsExactly("山田 太郎");
    assertThat(list(doctor, "").total()).isEqualTo(2);
    assertThat(list(stranger, "")).isEqualTo(new PatientList(List.of(), 0, false, false));
    assertThat(list(nurse, "鈴木").total()).isZero();
    assertThat(list(nurse, "").rows().getFirst().teamSize()).isEqualTo(2);
  }

  @Test
  void aProvisionalPatientIsSeenByTheRegistrarAlone() {
    PatientId patient = city.registered(nurse, info("山田", "太郎", "やまだ", "たろう"));
    city.assign(patient, doctor, Right.VIEW);

    assertThat(list(nurse, "").rows().getFirst().sharing()).isEqualTo(SharingState.PROVISIONAL);
    assertThat(names(doctor, "")).isEmpty();

    city.consents(nurse, patient);

    assertThat(names(nurse, "")).as("the registrar is no member").isEmpty();
    assertThat(list(doctor, "").rows().getFirst().sharing()).isEqualTo(SharingState.SHARED);
  }

  @Test
  void aStoppedPatientStaysInTheListOfThoseWhoMayResumeWithoutContent() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    city.assign(patient, doctor, Right.VIEW, Right.WRITE);
    city.posts(doctor, patient, "内容");

    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "PAPER", null));

    assertThat(names(doctor, "")).isEmpty();
    PatientRow row = list(nurse, "").rows().getFirst();
    assertThat(row.sharing()).isEqualTo(SharingState.STOPPED);
    assertThat(row.latestLine() + row.phone() + row.physician()).isEmpty();
    assertThat(row.latestAt()).isNull();
    assertThat(row.unread()).isZero();

    city.happens(nurse, new SharingResumed(ConsentId.of(patient), patient, null, null));

    assertThat(list(doctor, "").rows().getFirst().sharing()).isEqualTo(SharingState.SHARED);
    assertThat(list(nurse, "").rows().getFirst().latestLine()).isEqualTo("内容");
  }

  @Test
  void aMembershipCountsOnItsFirstAndLastDayAndNotBeforeOrAfter() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    Origin today = city.person("今日", "", Profession.NURSE);
    Origin tomorrow = city.person("明日", "", Profession.NURSE);
    Origin yesterday = city.person("昨日", "", Profession.NURSE);
    city.assign(patient, today, terms(TODAY, TODAY, Right.VIEW));
    city.assign(patient, tomorrow, terms(TODAY.plusDays(1), null, Right.VIEW));
    city.assign(patient, yesterday, terms(null, TODAY.minusDays(1), Right.VIEW));

    assertThat(names(today, "")).hasSize(1);
    assertThat(names(tomorrow, "")).isEmpty();
    assertThat(names(yesterday, "")).isEmpty();
  }

  @Test
  void anEndedMembershipEndsSight() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    GrantId grant = city.assign(patient, doctor, Right.VIEW);
    assertThat(names(doctor, "")).hasSize(1);

    city.happens(nurse, new MembershipEnded(CareTeamId.of(patient), patient, grant, "MOVED"));

    assertThat(names(doctor, "")).isEmpty();
  }

  @Test
  void aGroupGivesSightToItsMembersAtOnceAndTakesItAtOnce() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    GroupId group = city.group("夜間当番", nurse, doctor);
    city.assign(patient, group, nurse, terms(null, null, Right.VIEW));
    assertThat(names(doctor, "")).hasSize(1);

    city.happens(nurse, new GroupChanged(group, "夜間当番", Set.of(ReadSide.id(stranger))));

    assertThat(names(doctor, "")).isEmpty();
    assertThat(names(stranger, "")).hasSize(1);

    city.happens(nurse, new GroupDissolved(group));

    assertThat(names(stranger, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "髙橋, 高橋",
    "高橋, 髙橋",
    "山﨑, 山崎",
    "山崎, 山﨑",
    "𠮷田, 吉田",
    "吉田, 𠮷田",
    "渡邉, 渡辺",
    "渡邉, 渡邊",
    "渡辺, 渡邉",
    "葛\uDB40\uDD00城, 葛城"
  })
  void aNameIsFoundInAnyOfItsVariants(String registered, String typed) {
    city.shared(info(registered, "太郎", "なまえ", "たろう"), nurse);
    city.shared(info("佐藤", "花子", "さとう", "はなこ"), nurse);

    assertThat(names(nurse, typed)).containsExactly(registered + " 太郎");
    assertThat(names(nurse, typed + " 太")).hasSize(1);
    assertThat(names(nurse, typed + "太郎")).hasSize(1);
    assertThat(names(nurse, typed + "花子")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "やまだ",
        "ヤマダ",
        "ﾔﾏﾀﾞ",
        "yamada",
        "Yamada Tarō",
        "YAMADA TAROU",
        "やまだ　たろー",
        "たろう",
        "ﾀﾛｳ",
        "tarou",
        "まだ",
        "たろう やまだ",
        "山田 たろう",
        "やまたたろう",
        "太郎",
        "田",
        "たろう 5678"
      })
  void aPatientIsFoundByKanaHoweverItIsTyped(String typed) {
    city.shared(
        info("山田", "太郎", "やまだ", "たろう", TODAY.minusYears(80), Gender.MALE, List.of("090-1234-5678")),
        nurse);
    city.shared(info("佐藤", "花子", "さとう", "はなこ"), nurse);

    assertThat(names(nurse, typed)).containsExactly("山田 太郎");
  }

  @Test
  void aLongVowelAcrossBothNamesHidesNobody() {
    city.shared(info("大野", "治", "おおの", "おさむ"), nurse);

    assertThat(names(nurse, "おおのおさむ")).hasSize(1);
    assertThat(names(nurse, "おさむ")).hasSize(1);
    assertThat(names(nurse, "ohno osamu")).hasSize(1);
  }

  @Test
  void voicingMarksMatterUnlessNothingElseIsFound() {
    city.shared(info("嘉藤", "", "かとう", ""), nurse);
    city.shared(info("我東", "", "がとう", ""), nurse);
    city.shared(info("戸田", "", "とだ", ""), nurse);

    assertThat(names(nurse, "かとう")).containsExactly("嘉藤");
    assertThat(names(nurse, "とた")).containsExactly("戸田");
  }

  @Test
  void aForeignNameIsFoundInLatinLettersAndKana() {
    city.shared(info("Maria", "Lopez", "マリア", "ロペス"), nurse);

    assertThat(names(nurse, "lopez")).hasSize(1);
    assertThat(names(nurse, "Maria Lopez")).hasSize(1);
    assertThat(names(nurse, "まりあ")).hasSize(1);
    assertThat(names(nurse, "ﾛﾍﾟｽ･ﾏﾘｱ")).hasSize(1);
    assertThat(names(nurse, "100%_")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0568-76-1188",
        "0568(76)1188",
        "０５６８－７６－１１８８",
        "+81 568 76 1188",
        "761188",
        "76-1188",
        "1188",
        "0568 76",
        "090ー1111ー2222",
        "5555"
      })
  void aPhoneNumberIsFoundInAnyPunctuation(String typed) {
    BasicInfo base =
        info(
            "山田",
            "太郎",
            "やまだ",
            "たろう",
            TODAY.minusYears(80),
            Gender.MALE,
            List.of("0568-76-1188", "09011112222"));
    BasicInfo withContact =
        new BasicInfo(
            base.familyName(),
            base.givenName(),
            base.familyKana(),
            base.givenKana(),
            base.gender(),
            base.birthDate(),
            "",
            base.address(),
            base.phones(),
            List.of(new EmergencyContact("山田 花子", "長女", "080-5555-0000")),
            "",
            "",
            null,
            null,
            null,
            "",
            "",
            "");
    city.shared(withContact, nurse);
    city.shared(
        info(
            "佐藤", "花子", "さとう", "はなこ", TODAY.minusYears(70), Gender.FEMALE, List.of("052-999-0000")),
        nurse);

    PatientList found = list(nurse, typed);

    assertThat(found.rows()).extracting(PatientRow::name).containsExactly("山田 太郎");
    assertThat(found.phoneUnderstood()).isTrue();
    assertThat(found.rows().getFirst().phone()).isEqualTo("0568-76-1188");
  }

  @Test
  void twoNumbersNeverMeetInOne() {
    city.shared(
        info("山田", "太郎", "やまだ", "たろう", TODAY, Gender.MALE, List.of("0568-76-1188", "0521234567")),
        nurse);

    assertThat(names(nurse, "11880521")).isEmpty();
  }

  @Test
  void agesAreThoseOfTheBirthday() {
    LocalDate born = TODAY.minusYears(65);
    city.shared(info("今日", "六十五", "あ", "", born, Gender.MALE, List.of()), nurse);
    city.shared(info("明日", "六十五", "い", "", born.plusDays(1), Gender.FEMALE, List.of()), nurse);
    city.shared(
        info("明日", "六十六", "う", "", born.minusYears(1).plusDays(1), Gender.FEMALE, List.of()),
        nurse);
    city.shared(info("今日", "六十六", "え", "", born.minusYears(1), Gender.FEMALE, List.of()), nurse);

    assertThat(list(nurse, new ListPatients("", null, 65, 65, false, 0, 10)).rows())
        .extracting(PatientRow::name)
        .containsExactlyInAnyOrder("今日 六十五", "明日 六十六");
    assertThat(list(nurse, new ListPatients("", null, null, 64, false, 0, 10)).total())
        .isEqualTo(1);
    assertThat(list(nurse, new ListPatients("", null, 66, null, false, 0, 10)).total())
        .isEqualTo(1);
    assertThat(list(nurse, new ListPatients("", Gender.MALE, 65, null, false, 0, 10)).total())
        .isEqualTo(1);
  }

  @Test
  void unreadComesFirstThenTheLatest() {
    PatientId read = city.shared(info("既読", "", "あ", ""), nurse, doctor);
    PatientId old = city.shared(info("未読", "古い", "い", ""), nurse, doctor);
    PatientId recent = city.shared(info("未読", "新しい", "う", ""), nurse, doctor);
    city.shared(info("投稿", "なし", "え", ""), nurse, doctor);
    city.posts(doctor, old, "古い記事");
    city.posts(doctor, recent, "新しい\n記事\n\nです" + "𠮷".repeat(80));
    DocumentId seen = city.posts(doctor, read, "読んだ記事");
    city.sees(nurse, read, Map.of(seen, 1L));

    PatientList found = list(nurse, "");

    assertThat(found.rows())
        .extracting(PatientRow::name)
        .containsExactly("未読 新しい", "未読 古い", "既読", "投稿 なし");
    assertThat(found.rows()).extracting(PatientRow::unread).containsExactly(1, 1, 0, 0);
    assertThat(found.rows().getFirst().latestLine())
        .startsWith("新しい 記事 です𠮷")
        .satisfies(line -> assertThat(line.codePointCount(0, line.length())).isEqualTo(60));
    assertThat(found.rows().getFirst().latestProfession()).isEqualTo(Profession.PHYSICIAN);
    PatientList unread = list(nurse, new ListPatients("", null, null, null, true, 0, 1));
    assertThat(unread.rows()).extracting(PatientRow::name).containsExactly("未読 新しい");
    assertThat(unread.total()).isEqualTo(2);
    assertThat(list(nurse, new ListPatients("", null, null, null, false, 3, 10)).rows())
        .extracting(PatientRow::name)
        .containsExactly("投稿 なし");
    PatientList beyond = list(nurse, new ListPatients("", null, null, null, false, 9, 10));
    assertThat(beyond.rows()).isEmpty();
    assertThat(beyond.total()).isEqualTo(4);
  }

  @Test
  void whatIsHiddenDeletedOrOwnIsNotUnread() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    city.posts(nurse, patient, "自分の記事");
    DocumentId deleted = city.posts(doctor, patient, "消した記事");
    city.deletes(doctor, patient, deleted);
    city.posts(
        doctor,
        patient,
        "医師だけの記事",
        new Visibility(
            Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.PHYSICIAN)));

    PatientRow row = list(nurse, "").rows().getFirst();

    assertThat(row.unread()).isZero();
    assertThat(row.latestLine()).isEqualTo("自分の記事");
    assertThat(list(doctor, "").rows().getFirst().unread()).isEqualTo(1);
    assertThat(list(doctor, "").rows().getFirst().latestLine()).isEqualTo("医師だけの記事");
  }

  @Test
  void aNewVersionIsUnreadAgainAndAColleaguesEditIsNewsToTheAuthor() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    DocumentId document = city.posts(doctor, patient, "初版");
    city.sees(nurse, patient, Map.of(document, 1L));
    assertThat(list(nurse, "").rows().getFirst().unread()).isZero();

    city.revises(doctor, patient, document, 2, "第二版", Visibility.TEAM);
    assertThat(list(nurse, "").rows().getFirst().unread()).isEqualTo(1);
    city.sees(nurse, patient, Map.of(document, 2L));
    city.sees(nurse, patient, Map.of(document, 1L));
    assertThat(list(nurse, "").rows().getFirst().unread()).isZero();

    city.revises(nurse, patient, document, 3, "同僚の訂正", Visibility.TEAM);
    assertThat(list(doctor, "").rows().getFirst().unread()).isEqualTo(1);
    assertThat(list(nurse, "").rows().getFirst().unread()).isZero();
  }

  @Test
  void unreadStopsCountingAtAHundred() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    for (int i = 0; i < 101; i++) {
      city.posts(doctor, patient, "記事");
    }

    assertThat(list(nurse, "").rows().getFirst().unread()).isEqualTo(100);
  }

  @Test
  void aPostOfFilesOnlyHasABlankLine() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    city.posts(
        doctor, patient, "", "", TODAY, Set.of(), Visibility.TEAM, List.of(AttachmentId.next()));

    PatientRow row = list(nurse, "").rows().getFirst();

    assertThat(row.latestLine()).isEmpty();
    assertThat(row.latestAt()).isEqualTo(city.now());
  }

  @Test
  void aNewNameIsFoundAndTheOldOneIsNot() {
    PatientId patient = city.shared(info("山田", "花子", "やまだ", "はなこ"), nurse);

    city.happens(
        nurse,
        new BasicInfoChanged(
            patient, 2, Personal.of(Subject.of(patient), info("渡邉", "花子", "わたなべ", "はなこ"))));

    assertThat(names(nurse, "わたなべ")).containsExactly("渡邉 花子");
    assertThat(names(nurse, "山田")).isEmpty();
  }

  @Test
  void manyTeamsAreSearchedFromTheIndexWithTheSameResult() {
    city.shared(
        info("髙橋", "太郎", "たかはし", "たろう", TODAY.minusYears(70), Gender.MALE, List.of("0568761188")),
        nurse);
    city.shared(info("髙橋", "秘密", "たかはし", "ひみつ"), doctor);
    PatientId stopped = city.shared(info("髙橋", "停止", "たかはし", "ていし"), doctor);
    city.assign(stopped, nurse, Right.VIEW);
    city.happens(doctor, new SharingStopped(ConsentId.of(stopped), stopped, "PAPER", null));
    city.registered(nurse, info("髙橋", "仮", "たかはし", "かり"));
    List<String> few = names(nurse, "高橋");
    city.jdbc
        .sql(
            """
            insert into view.membership (grant_id, patient_id, account_id, team_role, rights, assigned_at)
            select 'grt' || n, 'pat' || n, ?, 'OTHER', '{VIEW}', now() from generate_series(1, 2001) n\
            """)
        .param(nurse.accountId())
        .update();

    assertThat(few).containsExactlyInAnyOrder("髙橋 太郎", "髙橋 仮");
    assertThat(names(nurse, "高橋")).containsExactlyElementsOf(few);
    assertThat(names(nurse, "たかはし た")).containsExactly("髙橋 太郎");
    assertThat(names(nurse, "takahasi")).hasSize(2);
    assertThat(names(nurse, "76-1188")).containsExactly("髙橋 太郎");
    assertThat(names(nurse, "高")).hasSize(2);
    assertThat(names(nurse, "高橋 たろう")).containsExactly("髙橋 太郎");
    assertThat(names(nurse, "たかはじ")).as("without voicing marks").hasSize(2);
    assertThat(names(nurse, "太郎 1188")).containsExactly("髙橋 太郎");
  }

  /** Each state of sharing with each way to be, or not to be, within reach of the account. */
  @Test
  void whoHasManyTeamsSeesWhomWhoHasFewSees() {
    city.jdbc
        .sql(
            """
            create table public.made as
            select 'pat_' || lpad(row_number() over ()::text, 26, '0') as id, state, way
              from unnest(array['SHARED', 'STOPPED', 'ENDED', 'WITHDRAWN']) as s (state),
                   unnest(array['VIEW', 'EDIT_BASIC', 'NOBODY', 'OVER', 'NOT_YET', 'NO_LONGER',
                                'GROUP', 'GROUP_EDITS', 'DISSOLVED', 'OTHER_GROUP', 'CLOSED',
                                'RETAINED', 'RETAINED_EDITS', 'RETAINED_BEFORE']) as w (way)\
            """)
        .update();
    city.jdbc
        .sql(
            """
            insert into view.patient
            select id, 'r', 'f', now(), 1, '佐藤 ' || state || ' ' || way, 'さとう', 'MALE',
                   '1950-01-01', '', '', '', 'infinity', '佐藤', 'サトウ',
                   E'佐藤\t', E'\t佐藤\t佐藤', E'サトウ\t', E'\tサトウ\tサトウ', '', '', '',
                   '{N佐藤,Kサト,Kトウ}', ''
              from public.made\
            """)
        .update();
    city.jdbc
        .sql(
            """
            insert into view.sharing
            select id, state, 'SELF', '2026-01-01', 'v', 'f', '' from public.made\
            """)
        .update();
    city.jdbc
        .sql(
            """
            insert into view.care_group (group_id, facility_id, owner_id, name, dissolved_at)
            values ('grp_ours', 'f', 'o', '', null), ('grp_gone', 'f', 'o', '', now()),
                   ('grp_theirs', 'f', 'o', '', null)\
            """)
        .update();
    city.jdbc
        .sql("insert into view.group_member values ('grp_ours', :me), ('grp_gone', :me)")
        .param("me", nurse.accountId())
        .update();
    city.jdbc
        .sql(
            """
            insert into view.membership (grant_id, patient_id, account_id, group_id, team_role,
                                         rights, valid_from, valid_to, assigned_at, ended_at)
            select 'grt' || id, id,
                   case when way like '%GROUP%' or way = 'DISSOLVED' then null
                        when way = 'NOBODY' then 'acc_another' else :me end,
                   case when way in ('GROUP', 'GROUP_EDITS') then 'grp_ours'
                        when way = 'DISSOLVED' then 'grp_gone'
                        when way = 'OTHER_GROUP' then 'grp_theirs' end,
                   'OTHER', case when way like '%EDIT%' then array['VIEW', 'EDIT_BASIC']
                                 else array['VIEW'] end,
                   case when way = 'NOT_YET' then cast(:today as date) + 1 else '-infinity' end,
                   case when way = 'NO_LONGER' then cast(:today as date) - 1 else 'infinity' end,
                   now(), case when way = 'OVER' then now() end
              from public.made\
            """)
        .param("me", nurse.accountId())
        .param("today", TODAY)
        .update();
    city.jdbc
        .sql("insert into view.closed select id from public.made where way ~ 'CLOSED|RETAINED'")
        .update();
    city.jdbc
        .sql(
            """
            insert into view.retained
            select id, :me, 'grt' || id, '', 'OTHER',
                   case when way = 'RETAINED_EDITS' then array['VIEW', 'EDIT_BASIC']
                        else array['VIEW'] end, false,
                   cast(:today as date) - case when way = 'RETAINED_BEFORE' then 1 else 0 end
              from public.made where way like 'RETAINED%'\
            """)
        .param("me", nurse.accountId())
        .param("today", TODAY)
        .update();
    List<String> few = names(nurse, "");
    assertThat(few).contains("佐藤 SHARED GROUP", "佐藤 STOPPED RETAINED_EDITS", "佐藤 ENDED VIEW");
    assertThat(few).hasSize(15);
    city.jdbc
        .sql(
            """
            insert into view.membership (grant_id, patient_id, account_id, team_role, rights, assigned_at)
            select 'grt' || n, 'pat' || n, ?, 'OTHER', '{VIEW}', now() from generate_series(1, 2001) n\
            """)
        .param(nurse.accountId())
        .update();

    assertThat(names(nurse, "")).containsExactlyElementsOf(few);
    assertThat(names(nurse, "佐藤")).containsExactlyElementsOf(few);
  }

  @Test
  void moreThanAnybodyReadsComesByKanaWithItsTotal() {
    city.jdbc
        .sql(
            """
            insert into view.patient
            select 'pat_' || lpad(n::text, 26, '0'), 'r', 'f', now(), 1, '佐藤 ' || n, 'さとう', 'MALE',
                   '1950-01-01', '', '', '', 'infinity', '佐藤', 'サトウ' || lpad(n::text, 4, '0'),
                   E'佐藤\t', E'\t佐藤\t佐藤', E'サトウ\t', E'\tサトウ\tサトウ', '', '', '',
                   '{N佐藤,Kサト,Kトウ}', ''
              from generate_series(1, 2100) n\
            """)
        .update();
    city.jdbc
        .sql(
            """
            insert into view.sharing
            select patient_id, 'SHARED', 'SELF', '2026-01-01', 'v', 'f', '' from view.patient\
            """)
        .update();
    city.jdbc
        .sql(
            """
            insert into view.membership (grant_id, patient_id, account_id, team_role, rights, assigned_at)
            select 'grt' || patient_id, patient_id, ?, 'OTHER', '{VIEW}', now() from view.patient\
            """)
        .param(nurse.accountId())
        .update();
    PatientId last = new PatientId("pat_" + "0".repeat(22) + "2100");
    city.posts(doctor, last, "未読の記事");

    PatientList page = list(nurse, new ListPatients("佐藤", null, null, null, false, 2_098, 50));

    assertThat(page.total()).isEqualTo(2_100);
    assertThat(page.rows()).extracting(PatientRow::name).containsExactly("佐藤 2099", "佐藤 2100");
    assertThat(page.rows()).extracting(PatientRow::unread).containsExactly(0, 1);
    PatientList first = list(nurse, new ListPatients("佐藤", null, null, null, false, 0, 50));
    assertThat(first.total()).as("more than that").isEqualTo(PatientList.MOST_COUNTED + 1);
    assertThat(first.rows()).extracting(PatientRow::name).startsWith("佐藤 1", "佐藤 2").hasSize(50);
    PatientList later = list(nurse, new ListPatients("", null, null, null, false, 2_000, 50));
    assertThat(later.total()).as("there is another page").isEqualTo(2_051);
    assertThat(later.rows()).extracting(PatientRow::name).startsWith("佐藤 2001").hasSize(50);
    assertThat(list(nurse, new ListPatients("佐藤", null, null, null, true, 0, 50)).rows())
        .extracting(PatientRow::patientId)
        .containsExactly(last);
    PatientList beyond = list(nurse, new ListPatients("さとう", null, null, null, false, 9_000, 50));
    assertThat(beyond.rows()).isEmpty();
    assertThat(beyond.total()).isEqualTo(2_100);
  }

  @Test
  void thosePeopleAreToldWhoMayKnow() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    DocumentId document = city.posts(nurse, patient, "記事");
    PatientChange change =
        new PatientChange(patient, PatientChange.Kind.DOCUMENT, document.value());

    assertThat(city.told(new WatchPatient(patient))).containsExactly(change);
    assertThat(city.told(new WatchPatient(PatientId.next()))).isEmpty();
    assertThat(city.told(new WatchMyPatients(ReadSide.id(doctor)))).containsExactly(change);
    assertThat(city.told(new WatchMyPatients(ReadSide.id(stranger)))).isEmpty();

    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "PAPER", null));

    assertThat(city.told(new WatchMyPatients(ReadSide.id(doctor))))
        .containsExactly(new PatientChange(patient, PatientChange.Kind.CONSENT, patient.value()));
  }

  @Test
  void whoLosesTheMembershipIsToldOnceMore() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    GrantId grant = city.assign(patient, doctor, Right.VIEW);

    city.happens(nurse, new MembershipEnded(CareTeamId.of(patient), patient, grant, "MOVED"));
    assertThat(city.told(new WatchMyPatients(ReadSide.id(doctor)))).hasSize(1);

    city.posts(nurse, patient, "その後の記事");
    assertThat(city.told(new WatchMyPatients(ReadSide.id(doctor)))).isEmpty();
  }
}
