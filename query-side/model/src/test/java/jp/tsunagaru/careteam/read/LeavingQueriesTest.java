package jp.tsunagaru.careteam.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static jp.tsunagaru.careteam.read.ReadSide.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.query.FacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetFacilityLeavingEffect;
import jp.tsunagaru.careteam.query.GetLeavingEffect;
import jp.tsunagaru.careteam.query.LeavingEffect;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientFacets;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.PatientState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PF-13: whose last member somebody is. */
class LeavingQueriesTest {
  private final ReadSide city = new ReadSide();
  private final FacilityId clinic = FacilityId.next();
  private final Origin nurse = nurse("花子", "はなこ");
  private final Origin colleague = nurse("次子", "つぎこ");
  private final Origin doctor =
      city.person("医師", "太郎", "", "", Profession.PHYSICIAN, clinic, "CARE_USER");

  private Origin nurse(String given, String kana) {
    return city.person("看護", given, "かんご", kana, Profession.NURSE, city.facility, "CARE_USER");
  }

  @AfterEach
  void close() {
    city.close();
  }

  private LeavingEffect effect(FacilityId facility, Origin who) {
    return city.ask(nurse, new GetLeavingEffect(facility, id(who)), LeavingEffect.class);
  }

  @Test
  void countsPatientsWhoLoseTheFacilityOrEverybody() {
    city.shared(info("一人", "太郎", "", ""), nurse);
    city.shared(info("他所", "太郎", "", ""), nurse, doctor);
    PatientId both = city.shared(info("同僚", "太郎", "", ""), nurse);
    city.assign(both, city.group("夜間", nurse, colleague), nurse, terms(null, TODAY, Right.VIEW));
    city.registered(nurse, info("仮", "太郎", "", ""));

    assertThat(effect(city.facility, nurse)).isEqualTo(new LeavingEffect(3, 2, 1));
    assertThat(effect(clinic, doctor)).isEqualTo(new LeavingEffect(1, 1, 0));
    assertThat(effect(clinic, nurse)).isEqualTo(new LeavingEffect(0, 0, 0));
  }

  @Test
  void whoIsOutOfUseOrWhoseTermIsOverTakesNothingOver() {
    PatientId patient = city.shared(info("一人", "太郎", "", ""), nurse, doctor);
    city.assign(patient, colleague, terms(null, TODAY.minusDays(1), Right.VIEW));
    assertThat(effect(city.facility, nurse)).isEqualTo(new LeavingEffect(1, 1, 0));

    city.deactivate(doctor);

    assertThat(effect(city.facility, nurse)).isEqualTo(new LeavingEffect(1, 1, 1));
  }

  @Test
  void ofAFacilityItCountsThoseWhomNobodyElsewhereTakesOver() {
    PatientId alone = city.shared(info("一人", "太郎", "", ""), nurse);
    city.assign(alone, colleague, Right.VIEW);
    city.shared(info("他所", "太郎", "", ""), nurse, doctor);
    PatientId stopped = city.shared(info("停止", "太郎", "", ""), colleague);
    city.happens(colleague, new SharingStopped(ConsentId.of(stopped), stopped, "FAMILY", null));
    PatientId ended = city.shared(info("終結", "太郎", "", ""), nurse);
    city.happens(
        nurse,
        new UseEnded(
            ConsentId.of(ended),
            ended,
            EndReason.DEATH,
            TODAY,
            TODAY.plusYears(5),
            true,
            List.of(
                new RetainedMember(
                    id(nurse), GrantId.next(), null, TeamRole.OTHER, Set.of(Right.VIEW), null))));
    city.registered(nurse, info("仮", "太郎", "", ""));

    assertThat(effect(city.facility))
        .isEqualTo(
            new FacilityLeavingEffect(
                3,
                1,
                1,
                1,
                List.of(
                    new FacilityLeavingEffect.InCharge("看護 次子", Profession.NURSE, 1),
                    new FacilityLeavingEffect.InCharge("看護 花子", Profession.NURSE, 1))));
    assertThat(effect(clinic)).isEqualTo(new FacilityLeavingEffect(1, 0, 0, 0, List.of()));

    city.deactivate(doctor);
    assertThat(effect(city.facility).last()).isEqualTo(2);
    assertThat(effect(clinic).patients()).isZero();
  }

  @Test
  void whoSeesAPatientOnlyThroughAGroupOfTheFacilityTakesNothingOver() {
    PatientId patient = city.shared(info("一人", "太郎", "", ""), nurse);
    city.assign(patient, city.group("連携", nurse, doctor), nurse, terms(null, null, Right.VIEW));
    assertThat(effect(city.facility).last()).isEqualTo(1);

    city.assign(patient, city.group("医院", doctor, doctor), nurse, terms(null, null, Right.VIEW));
    assertThat(effect(city.facility).last()).isZero();
  }

  private FacilityLeavingEffect effect(FacilityId facility) {
    return city.ask(nurse, new GetFacilityLeavingEffect(facility), FacilityLeavingEffect.class);
  }

  @Test
  void whoIsInChargeFindsThemInTheOwnList() {
    PatientId alone = city.shared(info("一人", "太郎", "", ""), nurse);
    PatientId both = city.shared(info("他所", "太郎", "", ""), nurse, doctor);
    city.shared(info("他人", "太郎", "", ""), colleague);

    assertThat(onlyOwn(nurse)).containsExactly(alone);
    assertThat(onlyOwn(doctor)).isEmpty();
    city.deactivate(doctor);
    assertThat(onlyOwn(nurse)).containsExactlyInAnyOrder(alone, both);
  }

  private List<PatientId> onlyOwn(Origin who) {
    return city
        .ask(
            who,
            new ListPatients(
                "",
                null,
                null,
                null,
                false,
                new PatientFacets(
                    null,
                    null,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(PatientState.ONLY_OWN_FACILITY)),
                0,
                10),
            PatientList.class)
        .rows()
        .stream()
        .map(PatientRow::patientId)
        .toList();
  }
}
