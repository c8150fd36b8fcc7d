package jp.tsunagaru.facility.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityField;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.facility.event.AbolitionRequestTakenBack;
import jp.tsunagaru.facility.event.AbolitionRequested;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.FacilityAbolished;
import jp.tsunagaru.facility.event.FacilityChangeDeclined;
import jp.tsunagaru.facility.event.FacilityChangeRequested;
import jp.tsunagaru.facility.event.FacilityChangeTakenBack;
import jp.tsunagaru.facility.event.FacilityChanged;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.facility.query.Facilities;
import jp.tsunagaru.facility.query.FacilityRow;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.facility.query.FacilitySheet.Kind;
import jp.tsunagaru.facility.query.FacilityTasks;
import jp.tsunagaru.facility.query.FindFacilityTasks;
import jp.tsunagaru.facility.query.GetFacility;
import jp.tsunagaru.facility.query.ListFacilities;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PF-11, PF-12: what a facility registered, what waits, and who did what. */
class FacilitySheetsTest {
  private static final FacilityPeople PEOPLE = new FacilityPeople("森 一郎", "森 花子");

  private final ReadSide city = new ReadSide();
  private final FacilityId clinic = FacilityId.next();
  private final Origin admin =
      city.person("森", "花子", "", "", Profession.DENTIST, clinic, "FACILITY_ADMIN");
  private final Origin operator =
      city.person(
          "市", "職員", "", "", Profession.MUNICIPAL_OFFICER, FacilityId.CITY, "CITY_OPERATOR");

  @BeforeEach
  void register() {
    city.facility(clinic, "森歯科医院");
    city.happens(operator, new FacilityRegistered(clinic, profile("森歯科医院"), people(PEOPLE)));
  }

  @AfterEach
  void close() {
    city.close();
  }

  private static FacilityProfile profile(String name) {
    return new FacilityProfile(
        name,
        "4850041",
        "愛知県小牧市小牧2-2",
        Affiliation.DENTAL_ASSOCIATION,
        "",
        "",
        "0568761188",
        "",
        "mori@example.jp",
        Set.of(PublicField.NAME));
  }

  private Personal<FacilityPeople> people(FacilityPeople people) {
    return Personal.of(Subject.of(clinic), people);
  }

  private Personal<String> sealed(String text) {
    return Personal.of(Subject.of(clinic), text);
  }

  private FacilitySheet sheet() {
    return city.ask(admin, new GetFacility(clinic), FacilitySheet.class);
  }

  private FacilityTasks tasks() {
    return city.ask(operator, new FindFacilityTasks(), FacilityTasks.class);
  }

  private FacilityRow listed() {
    return city.ask(operator, new ListFacilities(""), Facilities.class).facilities().stream()
        .filter(row -> row.facilityId().equals(clinic))
        .findFirst()
        .orElseThrow();
  }

  private void wishes(long version, String name) {
    city.happens(
        admin, new FacilityChangeRequested(clinic, version, profile(name), people(PEOPLE)));
  }

  @Test
  void what_was_registered_stands_until_the_city_confirms_the_wish() {
    wishes(2, "森デンタル");

    assertThat(sheet().content()).isEqualTo(new RegisteredContent(profile("森歯科医院"), PEOPLE));
    assertThat(sheet().wanted()).isEqualTo(new RegisteredContent(profile("森デンタル"), PEOPLE));
    assertThat(sheet().version()).isEqualTo(2);
    assertThat(tasks()).isEqualTo(new FacilityTasks(1, 0));
    assertThat(listed().changeWaits()).isTrue();

    city.happens(operator, new FacilityChanged(clinic, 3, profile("森デンタル"), people(PEOPLE), true));

    assertThat(sheet().content().profile().name()).isEqualTo("森デンタル");
    assertThat(sheet().wanted()).isNull();
    assertThat(tasks()).isEqualTo(new FacilityTasks(0, 0));
    assertThat(listed().waits()).isFalse();
  }

  @Test
  void a_wish_ends_when_it_is_given_back_or_taken_back() {
    wishes(2, "森デンタル");
    city.happens(operator, new FacilityChangeDeclined(clinic, 3, sealed("届出と違います")));
    assertThat(sheet().wanted()).isNull();
    assertThat(sheet().steps().getFirst())
        .extracting(FacilitySheet.Step::kind, FacilitySheet.Step::note, FacilitySheet.Step::by)
        .containsExactly(Kind.CHANGE_DECLINED, "届出と違います", "市 職員");

    wishes(4, "森の歯科");
    wishes(5, "森デンタル");
    assertThat(tasks()).isEqualTo(new FacilityTasks(1, 0));
    city.happens(admin, new FacilityChangeTakenBack(clinic, 6));
    assertThat(sheet().wanted()).isNull();
    assertThat(tasks()).isEqualTo(new FacilityTasks(0, 0));
  }

  @Test
  void what_changes_at_once_leaves_the_wish_waiting() {
    wishes(2, "森デンタル");
    city.happens(
        admin,
        new FacilityChanged(
            clinic, 3, profile("森歯科医院"), people(new FacilityPeople("森 一郎", "森 次郎")), false));

    assertThat(sheet().content().people().administrator()).isEqualTo("森 次郎");
    assertThat(sheet().wanted()).isNotNull();
    assertThat(tasks()).isEqualTo(new FacilityTasks(1, 0));
  }

  @Test
  void each_step_tells_what_was_before_and_after() {
    wishes(2, "森デンタル");
    city.happens(operator, new FacilityChanged(clinic, 3, profile("森デンタル"), people(PEOPLE), true));

    assertThat(sheet().steps())
        .extracting(FacilitySheet.Step::kind, FacilitySheet.Step::by)
        .containsExactly(
            tuple(Kind.CHANGE_CONFIRMED, "市 職員"),
            tuple(Kind.CHANGE_REQUESTED, "森 花子"),
            tuple(Kind.REGISTERED, "市 職員"));
    FacilitySheet.Step confirmed = sheet().steps().getFirst();
    assertThat(
            Objects.requireNonNull(confirmed.after())
                .differencesFrom(Objects.requireNonNull(confirmed.before())))
        .containsExactly(FacilityField.NAME);
    assertThat(sheet().steps().getLast().before()).isNull();
  }

  @Test
  void a_hand_over_names_who_was_appointed_and_the_first_one_is_no_step() {
    city.happens(operator, new AdministratorAppointed(clinic, ReadSide.id(operator), null));
    city.happens(operator, new AdministratorAppointed(clinic, ReadSide.id(admin), 2L));

    assertThat(sheet().steps())
        .extracting(FacilitySheet.Step::kind, FacilitySheet.Step::by, FacilitySheet.Step::appointed)
        .containsExactly(
            tuple(Kind.ADMINISTRATOR_APPOINTED, "市 職員", "森 花子"),
            tuple(Kind.REGISTERED, "市 職員", ""));
    assertThat(sheet().version()).isEqualTo(2);
  }

  @Test
  void the_end_waits_for_its_day_and_settles_everything() {
    city.happens(admin, new AbolitionRequested(clinic, 2, TODAY.plusDays(9), sealed("閉院のため")));
    assertThat(sheet().abolition())
        .isEqualTo(new FacilitySheet.Abolition(TODAY.plusDays(9), "閉院のため"));
    assertThat(tasks()).isEqualTo(new FacilityTasks(0, 1));
    assertThat(listed().abolitionOn()).isEqualTo(TODAY.plusDays(9));

    city.happens(admin, new AbolitionRequestTakenBack(clinic, 3));
    assertThat(sheet().abolition()).isNull();
    assertThat(tasks()).isEqualTo(new FacilityTasks(0, 0));

    wishes(4, "森デンタル");
    city.happens(admin, new AbolitionRequested(clinic, 5, TODAY, sealed("閉院のため")));
    assertThat(tasks()).isEqualTo(new FacilityTasks(1, 1));
    city.happens(operator, new FacilityAbolished(clinic, 6, 3, sealed("ひかりが引き継ぐ")));

    assertThat(sheet().abolished()).isTrue();
    assertThat(sheet().abolition()).isNull();
    assertThat(sheet().wanted()).isNull();
    assertThat(tasks()).isEqualTo(new FacilityTasks(0, 0));
    assertThat(sheet().steps().getFirst())
        .extracting(FacilitySheet.Step::note, FacilitySheet.Step::patientsLeft)
        .containsExactly("ひかりが引き継ぐ", 3);
  }
}
