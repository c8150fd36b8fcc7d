package jp.tsunagaru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Id;
import org.junit.jupiter.api.Test;

class CityPlanTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 10);
  private static final CityPlan PLAN = CityPlan.from(FIRST);
  private static final Roster ROSTER = PLAN.roster();

  @Test
  void theSameFirstDayGivesTheSamePlan() {
    CityPlan again = CityPlan.from(FIRST);

    assertThat(again.posts()).isEqualTo(PLAN.posts());
    assertThat(again.visits()).isEqualTo(PLAN.visits());
  }

  @Test
  void whoAndWhatThereIsDoesNotDependOnTheDay() {
    CityPlan later = CityPlan.from(FIRST.plusDays(400));

    assertThat(later.roster().patients).isEqualTo(ROSTER.patients);
    assertThat(later.posts().size()).isBetween(900, 1_250);
  }

  @Test
  void facilitiesOfAllSixKindsTakePart() {
    assertThat(ROSTER.facilities).hasSizeGreaterThanOrEqualTo(12);
    assertThat(ROSTER.facilities.stream().map(facility -> facility.profile().affiliation()))
        .contains(Affiliation.values());
    assertThat(ROSTER.waiting.stream().map(DemoFacility::state))
        .containsExactlyInAnyOrder("WAITING", "RETURNED", "REVIEWED");
    assertThat(ROSTER.facilities)
        .allSatisfy(facility ->
            assertThat(ROSTER.staff(facility.key()).stream().filter(DemoUser::administers))
                .as(facility.key())
                .hasSize(1));
  }

  @Test
  void manyPeopleOfManyProfessionsWorkThere() {
    assertThat(ROSTER.care).hasSizeGreaterThanOrEqualTo(60);
    assertThat(ROSTER.care.stream().map(DemoUser::profession).distinct())
        .hasSizeGreaterThanOrEqualTo(12);
    Set<Role> roles =
        ROSTER.users.values().stream()
            .flatMap(user -> user.roles().stream())
            .collect(Collectors.toSet());
    assertThat(roles).isEqualTo(EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.PUBLIC)));
  }

  @Test
  void noUserIdAndNoOtherIdIsGivenTwice() {
    List<DemoUser> everybody = Stream.concat(ROSTER.care.stream(), ROSTER.office.stream()).toList();

    assertThat(everybody.stream().map(DemoUser::login)).doesNotHaveDuplicates();
    List<Id> ids =
        Stream.of(
                everybody.stream().map(DemoUser::accountId),
                ROSTER.facilities.stream().map(DemoFacility::facilityId),
                Stream.concat(ROSTER.facilities.stream(), ROSTER.waiting.stream())
                    .map(DemoFacility::applicationId),
                ROSTER.groups.stream().map(DemoGroup::groupId),
                ROSTER.patients.stream().map(DemoPatient::patientId),
                PLAN.posts().stream().map(PostPlan::documentId))
            .<Id>flatMap(stream -> stream)
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void patientsAreAsDifferentAsPatientsAre() {
    List<DemoPatient> patients = ROSTER.patients;
    LocalDate today = FIRST.plusDays(Calendar.LAST);

    assertThat(patients).hasSizeGreaterThanOrEqualTo(40);
    assertThat(patients.stream().map(DemoPatient::family))
        .contains("髙橋", "高橋", "山﨑", "𠮷田", "渡邉", "渡邊", "渡辺", "葛󠄀城");
    assertThat(patients).anyMatch(patient -> patient.given().isEmpty());
    assertThat(patients.stream().map(patient -> patient.familyKana() + patient.givenKana()))
        .as("a pair that sounds alike")
        .satisfies(kana -> assertThat(new HashSet<>(kana)).hasSizeLessThan(patients.size()));
    List<Integer> ages =
        patients.stream()
            .map(patient -> Period.between(patient.birthDate(), today).getYears())
            .toList();
    assertThat(ages).contains(4, 101);
    assertThat(patients.stream().map(DemoPatient::level).filter(Objects::nonNull))
        .contains(
            CareLevel.PROJECT_TARGET,
            CareLevel.SUPPORT_1,
            CareLevel.SUPPORT_2,
            CareLevel.CARE_1,
            CareLevel.CARE_2,
            CareLevel.CARE_3,
            CareLevel.CARE_4,
            CareLevel.CARE_5);
    assertThat(patients.stream().map(DemoPatient::gender))
        .contains(Gender.MALE, Gender.FEMALE, Gender.OTHER);
    assertThat(patients.stream().filter(patient -> !patient.allergies().isEmpty()))
        .hasSizeGreaterThan(10);
    assertThat(patients.stream().filter(patient -> !patient.shared())).hasSize(1);
    assertThat(patients.stream().filter(patient -> patient.consent().startsWith("PROXY")))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(patients.stream().filter(patient -> patient.remark().equals(DemoPatient.STOPPED)))
        .hasSize(1);
  }

  @Test
  void birthDatesLieInAllErasOfLivingPeople() {
    assertThat(ROSTER.patients.stream().map(patient -> era(patient.birthDate())).distinct())
        .containsExactlyInAnyOrder("T", "S", "R");
  }

  private static String era(LocalDate date) {
    if (date.isBefore(LocalDate.of(1926, 12, 25))) {
      return "T";
    }
    if (date.isBefore(LocalDate.of(1989, 1, 8))) {
      return "S";
    }
    return date.isBefore(LocalDate.of(2019, 5, 1)) ? "H" : "R";
  }

  @Test
  void basicInformationIsAcceptedAndOneCertificateHasExpired() {
    LocalDate today = FIRST.plusDays(Calendar.LAST);

    List<LocalDate> ends =
        ROSTER.patients.stream()
            .map(patient -> patient.basicInfo(FIRST, ROSTER.users).careLevelTo())
            .filter(Objects::nonNull)
            .toList();

    assertThat(ends).anyMatch(end -> end.isBefore(FIRST));
    assertThat(ends.stream().filter(end -> end.isBefore(today)))
        .as("the other one is renewed on the way")
        .hasSize(2);
  }

  @Test
  void teamsComeFromSeveralFacilities() {
    assertThat(ROSTER.patients.stream().filter(DemoPatient::shared))
        .allSatisfy(patient -> {
          assertThat(patient.team()).as(patient.key()).hasSizeBetween(3, 10);
          assertThat(patient.team()).startsWith(patient.registrar()).doesNotHaveDuplicates();
          assertThat(patient.team().stream().map(login -> ROSTER.user(login).facility()))
              .satisfies(keys -> assertThat(new HashSet<>(keys)).hasSizeGreaterThan(2));
          assertThat(patient.team()).allMatch(login -> ROSTER.user(login).cares());
        });
  }

  @Test
  void monthsOfPostsAreWritten() {
    assertThat(PLAN.posts().size()).isBetween(900, 1_250);
    assertThat(PLAN.posts().stream().mapToInt(PostPlan::day).min().orElseThrow()).isLessThan(10);
    assertThat(Calendar.LAST - Calendar.WRITING).isGreaterThanOrEqualTo(92);
    assertThat(PLAN.files()).isBetween(35, 50);
    assertThat(PLAN.posts().stream().map(PostPlan::text).distinct().count())
        .isGreaterThan(PLAN.posts().size() * 8 / 10);
    assertThat(PLAN.posts().stream().map(PostPlan::circle)).contains("medical", "close");
    assertThat(steps(Step.Revise.class)).isGreaterThanOrEqualTo(10);
    assertThat(steps(Step.Issue.class)).isGreaterThanOrEqualTo(5);
    assertThat(steps(Step.Delete.class)).isGreaterThanOrEqualTo(4);
    assertThat(steps(Step.AskToPurge.class) - steps(Step.AgreeToPurge.class)).isEqualTo(1);
    assertThat(steps(Step.MoveFacility.class)).isEqualTo(1);
    assertThat(steps(Step.AskToAbolish.class)).isEqualTo(1);
    assertThat(steps(Step.Open.class)).isGreaterThan(PLAN.posts().size());
  }

  private static long steps(Class<? extends Step> kind) {
    return PLAN.visits().stream()
        .flatMap(visit -> visit.steps().stream())
        .filter(timed -> kind.isInstance(timed.step()))
        .count();
  }

  @Test
  void whatSomebodyDoesComesAfterWhatItIsAbout() {
    Set<PostPlan> written = new HashSet<>();
    Map<DemoPatient, Integer> registered = new HashMap<>();
    for (Visit visit : PLAN.visits()) {
      for (Visit.Timed timed : visit.steps()) {
        switch (timed.step()) {
          case Step.Register(DemoPatient patient) -> registered.put(patient, visit.day());
          case Step.Write(PostPlan post) -> {
            assertThat(registered).as(post.key()).containsKey(post.patient());
            assertThat(visit.day())
                .isLessThanOrEqualTo(Posts.lastDay(post.patient(), post.author().key()));
            written.add(post);
          }
          case Step.Issue(FormPlan form) -> {
            assertThat(registered.get(form.patient())).isLessThan(visit.day());
            assertThat(PLAN.roster().everybody(form.patient())).contains(form.writer().key());
          }
          case Step.Revise revision -> assertThat(written).contains(revision.post());
          case Step.Delete deletion -> assertThat(written).contains(deletion.post());
          case Step.OpenFile(PostPlan post) -> assertThat(written).contains(post);
          default -> {
            // Needs nothing before it.
          }
        }
      }
    }
    assertThat(written).hasSameSizeAs(PLAN.posts());
  }

  @Test
  void tagsAreThoseTheScreensOffer() {
    assertThat(PLAN.posts().stream().flatMap(post -> post.tags().stream()).distinct())
        .isSubsetOf(
            "バイタル", "服薬", "食事・水分", "排泄", "皮膚・創傷", "リハビリ", "口腔", "転倒・事故", "家族から", "受診・入院", "サービス調整",
            "相談", "緊急");
  }

  @Test
  void noBlankIsLeftOpenAndTextsFit() {
    assertThat(PLAN.posts())
        .allSatisfy(post -> {
          assertThat(post.text()).as(post.key()).doesNotContain("{", "}", "|");
          assertThat(post.text()).isNotBlank();
        });
  }
}
