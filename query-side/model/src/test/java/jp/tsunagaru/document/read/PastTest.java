package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.event.ConsentConfirmed;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.query.GetPatientAsOf;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.GetTimelineAsOf;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.document.query.PastArticle;
import jp.tsunagaru.document.query.PastConsent;
import jp.tsunagaru.document.query.PastMember;
import jp.tsunagaru.document.query.PatientAsOf;
import jp.tsunagaru.document.query.TimelineAsOf;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.ExtendedInfoRecorded;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.query.SharingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record at a moment: the versions and the team of then, seen with the eyes of today. */
class PastTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
  private PatientId patient;

  @BeforeEach
  void team() {
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
  }

  @AfterEach
  void close() {
    city.close();
  }

  private TimelineAsOf page(Origin who, Instant at, Moment.Basis basis, TimelinePosition before) {
    return city.ask(
        who, new GetTimelineAsOf(patient, new Moment(at, basis), before), TimelineAsOf.class);
  }

  private List<String> texts(Origin who, Instant at) {
    return page(who, at, Moment.Basis.RECORDED, null).articles().stream()
        .map(PastTest::words)
        .toList();
  }

  private static String words(PastArticle article) {
    return article.content() == null ? article.state().name() : article.content().content().text();
  }

  private List<String> names(Instant at) {
    return asOf(at).team().stream().map(PastMember::name).toList();
  }

  private PatientAsOf asOf(Instant at) {
    return city.ask(
        nurse,
        new GetPatientAsOf(patient, new Moment(at, Moment.Basis.RECORDED)),
        PatientAsOf.class);
  }

  @Test
  void eachVersionStoodUntilTheNextOne() {
    Instant before = city.now();
    DocumentId document = city.posts(nurse, patient, "初版");
    Instant first = city.now();
    city.revises(nurse, patient, document, 2, "第二版", Visibility.TEAM);
    Instant second = city.now();
    city.revises(doctor, patient, document, 3, "第三版", Visibility.TEAM);

    assertThat(texts(nurse, before)).isEmpty();
    assertThat(texts(nurse, first)).containsExactly("初版");
    assertThat(texts(nurse, second.minusMillis(1))).containsExactly("初版");
    assertThat(texts(nurse, second)).containsExactly("第二版");
    assertThat(texts(nurse, city.now())).containsExactly("第三版");
    TimelineAsOf then = page(nurse, second, Moment.Basis.RECORDED, null);
    assertThat(then.shown()).containsEntry(document, 2L);
    assertThat(then.articles().getFirst().newestVersion()).isEqualTo(3);
  }

  @Test
  void theTeamOfThenIsThePeopleOfThenWithTheGroupsOfThen() {
    Origin helper = city.person("介護", "三郎", Profession.NURSE);
    Origin other = city.person("当番", "四郎", Profession.NURSE);
    Instant first = city.now();
    GrantId grant = city.assign(patient, helper, Right.VIEW);
    GroupId group = city.group("夜間", nurse, other);
    city.assign(patient, group, nurse, ReadSide.terms(null, null, Right.VIEW));
    Instant second = city.now();
    city.happens(nurse, new GroupChanged(group, "深夜", Set.of(id(helper))));
    city.happens(nurse, new MembershipEnded(CareTeamId.of(patient), patient, grant, "MOVED"));

    assertThat(names(first)).containsExactlyInAnyOrder("看護 花子", "医師 太郎");
    assertThat(names(second)).containsExactlyInAnyOrder("看護 花子", "医師 太郎", "介護 三郎", "当番 四郎");
    assertThat(asOf(second).team()).extracting(PastMember::group).contains("夜間");
    assertThat(names(city.now())).containsExactlyInAnyOrder("看護 花子", "医師 太郎", "介護 三郎");
    assertThat(asOf(city.now()).team()).extracting(PastMember::group).contains("深夜");
  }

  @Test
  void basicInfoIsTheVersionOfThen() {
    Instant first = city.now();
    city.happens(
        nurse,
        new BasicInfoChanged(
            patient, 2, Personal.of(Subject.of(patient), info("山田", "太朗", "やまだ", "たろう"))));

    assertThat(asOf(first).basicInfo().fullName()).isEqualTo("山田 太郎");
    assertThat(asOf(first).newer()).isTrue();
    assertThat(asOf(city.now()).basicInfo().fullName()).isEqualTo("山田 太朗");
    assertThat(asOf(city.now()).newer()).isFalse();
    assertThat(asOf(Instant.EPOCH).basicInfo()).isNull();
    assertThat(asOf(Instant.EPOCH).team()).isEmpty();
  }

  @Test
  void theRightsOfThenStandBesideEachMember() {
    Origin helper = city.person("介護", "三郎", Profession.NURSE);
    GrantId grant = city.assign(patient, helper, Right.VIEW);
    Instant first = city.now();
    city.happens(
        nurse,
        new MembershipChanged(
            CareTeamId.of(patient),
            patient,
            grant,
            ReadSide.terms(null, null, Right.VIEW, Right.WRITE)));

    assertThat(rights("介護 三郎", first)).containsExactly(Right.VIEW);
    assertThat(rights("介護 三郎", city.now())).containsExactlyInAnyOrder(Right.VIEW, Right.WRITE);
  }

  private Set<Right> rights(String name, Instant at) {
    return asOf(at).team().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow()
        .rights();
  }

  @Test
  void theConsentOfThenIsItsStateOfThen() {
    PatientId waiting = city.registered(nurse, info("仮", "登録", "かり", "とうろく"));
    patient = waiting;
    Instant provisional = city.now();
    LocalDate signed = TODAY.minusDays(3);
    city.happens(
        nurse,
        new ConsentGranted(
            ConsentId.of(patient),
            patient,
            ConsentKind.PROXY,
            ProxyGround.MINOR,
            id(nurse),
            city.facility,
            signed,
            "2017-1",
            Personal.of(Subject.of(patient), new ConsentSignatures("説明", "親", "母"))));
    Instant granted = city.now();
    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "FAMILY", null));
    Instant stopped = city.now();
    city.happens(nurse, new SharingResumed(ConsentId.of(patient), patient, null, null));
    city.happens(nurse, new ConsentConfirmed(ConsentId.of(patient), patient, TODAY, "2026-1"));
    Instant confirmed = city.now();
    ends(true, EndReason.MOVED_OUT);
    Instant ended = city.now();
    city.happens(nurse, new UseResumed(ConsentId.of(patient), patient));
    Instant resumed = city.now();
    ends(false, EndReason.DEATH);

    assertThat(asOf(provisional).consent()).isNull();
    assertThat(asOf(granted).consent())
        .isEqualTo(
            new PastConsent(
                SharingState.SHARED,
                granted,
                ConsentKind.PROXY,
                ProxyGround.MINOR,
                signed,
                "2017-1",
                null,
                null,
                null));
    assertThat(asOf(stopped).consent().state()).isEqualTo(SharingState.STOPPED);
    assertThat(asOf(stopped.plusSeconds(59)).consent().since()).isEqualTo(stopped);
    assertThat(asOf(confirmed).consent().state()).isEqualTo(SharingState.SHARED);
    assertThat(asOf(confirmed).consent().confirmedOn()).isEqualTo(TODAY);
    assertThat(asOf(confirmed).consent().textVersion()).isEqualTo("2026-1");
    assertThat(asOf(stopped).consent().textVersion()).isEqualTo("2017-1");
    assertThat(asOf(ended).consent().state()).isEqualTo(SharingState.ENDED);
    assertThat(asOf(ended).consent().endReason()).isEqualTo(EndReason.MOVED_OUT);
    assertThat(asOf(resumed).consent().endReason()).isNull();
    assertThat(asOf(resumed).consent().endedOn()).isNull();
    assertThat(asOf(city.now()).consent().state()).isEqualTo(SharingState.WITHDRAWN);
    city.happens(nurse, new PatientErased(patient));
    assertThat(city.contents().get("view.past_consent")).noneMatch(this::aboutThePatient);
  }

  private boolean aboutThePatient(String row) {
    return row.contains(patient.value());
  }

  private void ends(boolean displayed, EndReason reason) {
    city.happens(
        nurse,
        new UseEnded(
            ConsentId.of(patient),
            patient,
            reason,
            TODAY,
            TODAY.plusYears(5),
            displayed,
            List.of()));
  }

  @Test
  void aWithdrawalAfterTheEndKeepsTheDayOfTheEnd() {
    ends(true, EndReason.ADMITTED);
    city.happens(
        nurse,
        new ConsentWithdrawn(
            ConsentId.of(patient),
            patient,
            RequestChannel.values()[0],
            Personal.of(Subject.of(patient), new Requester("山田 太郎", "")),
            TODAY.plusDays(9),
            TODAY.plusYears(5),
            List.of()));

    PastConsent consent = asOf(city.now()).consent();
    assertThat(consent.state()).isEqualTo(SharingState.WITHDRAWN);
    assertThat(consent.endReason()).isEqualTo(EndReason.WITHDRAWAL);
    assertThat(consent.endedOn()).isEqualTo(TODAY);
  }

  @Test
  void extendedInfoIsWhatHadBeenRecordedByThen() {
    records(1, "A1");
    Instant first = city.now();
    records(2, "B2");

    assertThat(asOf(first).extended().valuesOf("adl")).containsExactly("A1");
    assertThat(asOf(city.now()).extended().valuesOf("adl")).containsExactly("B2");
    assertThat(asOf(Instant.EPOCH).extended().history()).isEmpty();
  }

  private void records(long version, String adl) {
    city.happens(
        nurse,
        new ExtendedInfoRecorded(
            patient,
            version,
            "1",
            Personal.of(Subject.of(patient), new ExtendedValues(Map.of("adl", List.of(adl))))));
  }

  @Test
  void whatIsHiddenFromSomebodyTodayWasNeverThereForHim() {
    DocumentId document = city.posts(nurse, patient, "みんなに見えていた");
    Instant then = city.now();
    Visibility nurses =
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));
    assertThat(texts(doctor, then)).containsExactly("みんなに見えていた");

    city.revises(nurse, patient, document, 2, "看護師だけ", nurses);

    assertThat(texts(doctor, then)).isEmpty();
    assertThat(texts(nurse, then)).containsExactly("みんなに見えていた");
    city.deletes(nurse, patient, document);
    city.purges(nurse, doctor, patient, document);
    assertThat(texts(nurse, then)).containsExactly("ERASED");
    assertThat(texts(doctor, then)).isEmpty();
  }

  @Test
  void ofTheDeletedAndTheDestroyedOnlyThatTheyStoodThere() {
    DocumentId document = city.posts(nurse, patient, "消される記事");
    Instant then = city.now();
    city.deletes(nurse, patient, document);
    Instant deleted = city.now();
    assertThat(texts(doctor, then)).containsExactly("DELETED");
    assertThat(texts(doctor, deleted)).isEmpty();

    city.happens(nurse, new DocumentRestored(document, patient));
    assertThat(texts(doctor, then)).containsExactly("消される記事");
    assertThat(texts(doctor, deleted)).isEmpty();
    assertThat(texts(doctor, city.now())).containsExactly("消される記事");

    city.deletes(nurse, patient, document);
    city.purges(nurse, doctor, patient, document);
    assertThat(texts(doctor, then)).containsExactly("ERASED");
    assertThat(page(doctor, then, Moment.Basis.RECORDED, null).shown()).isEmpty();
    assertThat(texts(doctor, city.now())).isEmpty();
    assertThat(city.contents().toString()).doesNotContain("消される記事");
  }

  @Test
  void aDestroyedArticleForSomeIsNotEvenMentionedToTheOthers() {
    Visibility nurses =
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));
    DocumentId document = city.posts(nurse, patient, "看護師だけ", nurses);
    Instant then = city.now();
    city.deletes(nurse, patient, document);
    city.purges(nurse, doctor, patient, document);

    assertThat(texts(doctor, then)).isEmpty();
    assertThat(texts(nurse, then)).containsExactly("ERASED");
  }

  @Test
  void byTheDayWrittenAboutTodaysKnowledgeIsShown() {
    LocalDate may = LocalDate.of(2026, 5, 3);
    city.posts(nurse, patient, "", "五月のこと", may, Set.of(), Visibility.TEAM, List.of());
    city.posts(nurse, patient, "", "あとの日のこと", TODAY, Set.of(), Visibility.TEAM, List.of());
    Instant endOfMay = may.atTime(23, 59).atZone(ReadSide.JAPAN).toInstant();

    assertThat(texts(nurse, endOfMay)).isEmpty();
    assertThat(page(nurse, endOfMay, Moment.Basis.OCCURRED, null).articles())
        .extracting(PastTest::words)
        .containsExactly("五月のこと");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    IntStream.range(0, GetTimeline.PAGE * 2 + 5)
        .forEach(number ->
            city.posts(
                nurse,
                patient,
                "",
                "記事" + number,
                TODAY.minusDays(number % 7),
                Set.of(),
                Visibility.TEAM,
                List.of()));
    Instant then = city.now();
    city.posts(nurse, patient, "あとの記事");

    List<String> all = new ArrayList<>();
    TimelinePosition before = null;
    do {
      TimelineAsOf page = page(doctor, then, Moment.Basis.RECORDED, before);
      page.articles().forEach(article -> all.add(words(article)));
      before = page.next();
    } while (before != null);

    assertThat(all).hasSize(GetTimeline.PAGE * 2 + 5).doesNotHaveDuplicates();
  }
}
