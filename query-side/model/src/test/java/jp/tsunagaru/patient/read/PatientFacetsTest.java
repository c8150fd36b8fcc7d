package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static jp.tsunagaru.careteam.read.ReadSide.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FacetValues;
import jp.tsunagaru.patient.query.ListPatientFacets;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientFacets;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.PatientState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LS-02: facets together, values of one facet as alternatives, all within one's own scope. */
class PatientFacetsTest {
  private final ReadSide city = new ReadSide();
  private final FacilityId clinic = new FacilityId(Ids.next("fac"));
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private Origin doctor = nurse;
  private Origin pharmacist = nurse;
  private GroupId group = GroupId.next();

  @BeforeEach
  void threePatients() {
    city.facility(clinic, "小牧クリニック");
    doctor = city.person("医師", "太郎", "", "", Profession.PHYSICIAN, clinic, "CARE_USER");
    pharmacist = city.person("薬剤", "次郎", Profession.PHARMACIST);
    city.shared(info("一", "", "いち", ""), nurse, doctor);
    city.shared(info("二", "", "に", ""), nurse, pharmacist);
    PatientId third = city.shared(info("三", "", "さん", ""), nurse);
    group = city.group("夜間当番", nurse, doctor);
    city.assign(third, group, nurse, terms(null, null, Right.VIEW));
    city.shared(info("他人", "", "たにん", ""), doctor);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void professions_are_alternatives() {
    assertThat(names(professions(Profession.PHYSICIAN))).containsExactlyInAnyOrder("一", "三");
    assertThat(names(professions(Profession.PHYSICIAN, Profession.PHARMACIST))).hasSize(3);
    assertThat(names(professions(Profession.CARE_MANAGER))).isEmpty();
  }

  @Test
  void facets_count_together() {
    PatientFacets both =
        new PatientFacets(
            null, null, Set.of(Profession.PHYSICIAN), Set.of(clinic), Set.of(group), Set.of());
    assertThat(names(both)).containsExactly("三");
  }

  @Test
  void who_left_or_is_not_yet_there_is_nobody_of_the_team() {
    city.deactivate(doctor);
    assertThat(names(professions(Profession.PHYSICIAN))).isEmpty();
    PatientId fourth = city.shared(info("四", "", "よん", ""), nurse);
    city.assign(fourth, pharmacist, terms(TODAY.plusDays(1), null, Right.VIEW));
    assertThat(names(professions(Profession.PHARMACIST))).containsExactly("二");
  }

  @Test
  void the_days_of_registration_are_those_in_japan() {
    assertThat(names(registered(TODAY, TODAY))).hasSize(3);
    assertThat(names(registered(TODAY.plusDays(1), null))).isEmpty();
    assertThat(names(registered(null, TODAY.minusDays(1)))).isEmpty();
    city.jdbc
        .sql("update view.patient set registered_at = ? where name = '二'")
        .param(TODAY.atStartOfDay(ReadSide.JAPAN).toOffsetDateTime())
        .update();
    assertThat(names(registered(null, TODAY))).hasSize(3);
    assertThat(names(registered(null, TODAY.minusDays(1)))).isEmpty();
    city.jdbc
        .sql("update view.patient set registered_at = ? where name = '二'")
        .param(TODAY.atStartOfDay(ReadSide.JAPAN).minusSeconds(1).toOffsetDateTime())
        .update();
    assertThat(names(registered(null, TODAY.minusDays(1)))).containsExactly("二");
  }

  @Test
  void states_are_alternatives_and_a_stopped_patient_is_not_found_by_what_is_hidden() {
    city.registered(nurse, info("仮", "", "かり", ""));
    PatientId expired = city.shared(expired("切", TODAY.minusDays(1)), nurse);
    city.shared(expired("有効", TODAY), nurse);
    PatientId stopped = city.shared(expired("止", TODAY.minusDays(1)), nurse);
    city.happens(nurse, new SharingStopped(ConsentId.of(stopped), stopped, "PAPER", null));

    assertThat(names(states(PatientState.PROVISIONAL))).containsExactly("仮");
    assertThat(names(states(PatientState.STOPPED))).containsExactly("止");
    assertThat(names(states(PatientState.CARE_LEVEL_EXPIRED))).containsExactly("切");
    assertThat(names(states(PatientState.STOPPED, PatientState.CARE_LEVEL_EXPIRED)))
        .containsExactlyInAnyOrder("止", "切");
    assertThat(expired).isNotEqualTo(stopped);
  }

  @Test
  void what_is_offered_stands_in_ones_own_teams() {
    FacetValues offered = city.ask(pharmacist, new ListPatientFacets(), FacetValues.class);
    assertThat(offered.professions())
        .containsExactlyInAnyOrder(Profession.NURSE, Profession.PHARMACIST);
    assertThat(offered.facilities())
        .extracting(FacetValues.FacilityValue::facilityId)
        .containsExactly(city.facility);
    assertThat(offered.groups()).isEmpty();

    FacetValues ofNurse = city.ask(nurse, new ListPatientFacets(), FacetValues.class);
    assertThat(ofNurse.facilities()).extracting(FacetValues.FacilityValue::name).hasSize(2);
    assertThat(ofNurse.groups()).containsExactly(new FacetValues.GroupValue(group, "夜間当番"));
  }

  @Test
  void the_kinds_searched_for_are_recorded_without_their_values() {
    assertThat(query(professions(Profession.NURSE)).searchedKinds()).containsExactly("PROFESSION");
    assertThat(query(registered(TODAY, null)).searchedKinds()).containsExactly("REGISTERED");
    assertThat(query(PatientFacets.NONE).searchedKinds()).isEmpty();
  }

  private static BasicInfo expired(String name, LocalDate to) {
    BasicInfo base = info(name, "", "き", "");
    return new BasicInfo(
        base.familyName(),
        base.givenName(),
        base.familyKana(),
        base.givenKana(),
        base.gender(),
        base.birthDate(),
        "",
        base.address(),
        List.of(),
        List.of(),
        "",
        "",
        CareLevel.CARE_2,
        null,
        to,
        "",
        "",
        "");
  }

  private List<String> names(PatientFacets facets) {
    return city.ask(nurse, query(facets), PatientList.class).rows().stream()
        .map(PatientRow::name)
        .toList();
  }

  private static ListPatients query(PatientFacets facets) {
    return new ListPatients("", null, null, null, false, facets, 0, 200);
  }

  private static PatientFacets professions(Profession... professions) {
    return new PatientFacets(null, null, Set.of(professions), Set.of(), Set.of(), Set.of());
  }

  private static PatientFacets registered(LocalDate from, LocalDate to) {
    return new PatientFacets(from, to, Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static PatientFacets states(PatientState... states) {
    return new PatientFacets(null, null, Set.of(), Set.of(), Set.of(), Set.of(states));
  }
}
