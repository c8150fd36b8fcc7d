package jp.tsunagaru.facility.write;

import static jp.tsunagaru.access.write.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ChangeFacility;
import jp.tsunagaru.facility.command.ConfirmFacilityChange;
import jp.tsunagaru.facility.command.DeclineFacilityChange;
import jp.tsunagaru.facility.command.RequestAbolition;
import jp.tsunagaru.facility.command.TakeBackAbolitionRequest;
import jp.tsunagaru.facility.command.TakeBackFacilityChange;
import jp.tsunagaru.facility.event.AbolitionRequestTakenBack;
import jp.tsunagaru.facility.event.AbolitionRequested;
import jp.tsunagaru.facility.event.FacilityAbolished;
import jp.tsunagaru.facility.event.FacilityChangeDeclined;
import jp.tsunagaru.facility.event.FacilityChangeRequested;
import jp.tsunagaru.facility.event.FacilityChangeTakenBack;
import jp.tsunagaru.facility.event.FacilityChanged;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 第9条 and the requests of 第10条; what ends with a facility is {@code AbolitionTest}'s. */
class FacilityTest {
  private static final FacilityId ID = FacilityId.next();
  private static final FacilityPeople PEOPLE = new FacilityPeople("森 一郎", "");

  /** Late in the evening of the 22nd in UTC it is the 23rd in Japan. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final AggregateTestFixture<Facility> fixture = new AggregateTestFixture<>(Facility.class);
  private final MetaData admin = People.at(ID, Profession.DENTIST, Role.FACILITY_ADMIN).metaData();
  private final MetaData city =
      People.at(FacilityId.CITY, Profession.MUNICIPAL_OFFICER, Role.CITY_OPERATOR).metaData();
  private final FacilityRegistered registered =
      new FacilityRegistered(ID, profile("森歯科医院", "0568761188"), people(PEOPLE));
  private final FacilityChangeRequested renaming =
      new FacilityChangeRequested(ID, 2, profile("森デンタル", "0568761188"), people(PEOPLE));
  private final AbolitionRequested leaving =
      new AbolitionRequested(ID, 2, TODAY.plusDays(7), sealed("閉院のため"));

  @BeforeEach
  void clock() {
    fixture.registerInjectableResource(
        Clock.fixed(Instant.parse("2026-11-22T15:30:00Z"), ZoneOffset.UTC));
    fixture.registerInjectableResource(new FacilityLeaving(null, null, null));
  }

  private static FacilityProfile profile(String name, String phone) {
    return new FacilityProfile(
            name,
            "485-0041",
            "愛知県小牧市小牧2-2",
            Affiliation.DENTAL_ASSOCIATION,
            "",
            "",
            phone,
            "",
            "mori@example.jp",
            Set.of(PublicField.NAME))
        .checked();
  }

  private static Personal<FacilityPeople> people(FacilityPeople people) {
    return Personal.of(Subject.of(ID), people);
  }

  private static Personal<String> sealed(String text) {
    return Personal.of(Subject.of(ID), text);
  }

  private static ChangeFacility change(long basedOn, String name, String phone) {
    return new ChangeFacility(ID, basedOn, profile(name, phone), PEOPLE);
  }

  @Test
  void aPhoneNumberChangesAtOnceAndANameWaitsForTheCity() {
    fixture
        .given(registered)
        .when(change(1, "森デンタル", "0568000000"), admin)
        .expectEvents(
            new FacilityChanged(ID, 2, profile("森歯科医院", "0568000000"), people(PEOPLE), false),
            new FacilityChangeRequested(ID, 3, profile("森デンタル", "0568000000"), people(PEOPLE)));
  }

  @Test
  void theAdministratorChangesAtOnceAndTheRepresentativeWaits() {
    fixture
        .given(registered)
        .when(
            new ChangeFacility(
                ID, 1, profile("森歯科医院", "0568761188"), new FacilityPeople("森 二郎", "森 花子")),
            admin)
        .expectEvents(
            new FacilityChanged(
                ID,
                2,
                profile("森歯科医院", "0568761188"),
                people(new FacilityPeople("森 一郎", "森 花子")),
                false),
            new FacilityChangeRequested(
                ID, 3, profile("森歯科医院", "0568761188"), people(new FacilityPeople("森 二郎", "森 花子"))));
  }

  @Test
  void nothingHappensWhereNothingChanges() {
    fixture.given(registered).when(change(1, "森歯科医院", "0568761188"), admin).expectNoEvents();
    fixture
        .given(registered, renaming)
        .when(change(2, "森デンタル", "0568761188"), admin)
        .expectNoEvents();
  }

  @Test
  void aNewerWishTakesThePlaceOfTheOlderAndTheOldContentEndsIt() {
    fixture
        .given(registered, renaming)
        .when(change(2, "森の歯科", "0568761188"), admin)
        .expectEvents(
            new FacilityChangeRequested(ID, 3, profile("森の歯科", "0568761188"), people(PEOPLE)));
    fixture
        .given(registered, renaming)
        .when(change(2, "森歯科医院", "0568761188"), admin)
        .expectEvents(new FacilityChangeTakenBack(ID, 3));
  }

  @Test
  void whatTheCityConfirmsTakesEffect() {
    fixture
        .given(registered, renaming)
        .when(new ConfirmFacilityChange(ID, 2), city)
        .expectEvents(
            new FacilityChanged(ID, 3, profile("森デンタル", "0568761188"), people(PEOPLE), true));
    fixture
        .given(
            registered,
            renaming,
            new FacilityChanged(ID, 3, profile("森デンタル", "0568761188"), people(PEOPLE), true))
        .when(new ConfirmFacilityChange(ID, 3), city)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }

  @Test
  void whatTheCityConfirmsKeepsWhatChangedMeanwhileWithoutIt() {
    FacilityPeople handedOver = new FacilityPeople("森 一郎", "森 花子");
    fixture
        .given(
            registered,
            renaming,
            new FacilityChanged(ID, 3, profile("森歯科医院", "0568761188"), people(handedOver), false))
        .when(new ConfirmFacilityChange(ID, 3), city)
        .expectEvents(
            new FacilityChanged(ID, 4, profile("森デンタル", "0568761188"), people(handedOver), true));
  }

  @Test
  void nobodyDecidesAboutAnotherWishThanTheOneSeen() {
    fixture
        .given(registered, renaming)
        .when(new ConfirmFacilityChange(ID, 1), city)
        .expectException(refused(RefusalCode.CONFLICT));
    fixture
        .given(registered, renaming)
        .when(change(1, "森の歯科", "0568761188"), admin)
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void aWishIsGivenBackWithItsReasonOrTakenBack() {
    fixture
        .given(registered, renaming)
        .when(new DeclineFacilityChange(ID, 2, "届出と違います"), city)
        .expectEvents(new FacilityChangeDeclined(ID, 3, sealed("届出と違います")));
    fixture
        .given(registered, renaming)
        .when(new TakeBackFacilityChange(ID, 2), admin)
        .expectEvents(new FacilityChangeTakenBack(ID, 3));
    fixture
        .given(registered)
        .when(new TakeBackFacilityChange(ID, 1), admin)
        .expectException(refused(RefusalCode.FACILITY_STATE));
    fixture
        .given(registered)
        .when(new DeclineFacilityChange(ID, 1, "届出と違います"), city)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }

  @Test
  void theCityNeedsNoConfirmationOfItsOwnButDecidesFirstAboutWhatWaits() {
    fixture
        .given(registered)
        .when(change(1, "森デンタル", "0568761188"), city)
        .expectEvents(
            new FacilityChanged(ID, 2, profile("森デンタル", "0568761188"), people(PEOPLE), true));
    fixture
        .given(registered, renaming)
        .when(change(2, "森の歯科", "0568761188"), city)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }

  @Test
  void aFacilityAsksForItsEndFromTodayOnAndOnce() {
    fixture
        .given(registered)
        .when(new RequestAbolition(ID, 1, TODAY, "閉院のため"), admin)
        .expectEvents(new AbolitionRequested(ID, 2, TODAY, sealed("閉院のため")));
    fixture
        .given(registered)
        .when(new RequestAbolition(ID, 1, TODAY.minusDays(1), "閉院のため"), admin)
        .expectException(refused(RefusalCode.PAST_DATE));
    fixture
        .given(registered, leaving)
        .when(new RequestAbolition(ID, 2, TODAY, "閉院のため"), admin)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }

  @Test
  void aRequestIsTakenBackWhileItWaits() {
    fixture
        .given(registered, leaving)
        .when(new TakeBackAbolitionRequest(ID, 2), admin)
        .expectEvents(new AbolitionRequestTakenBack(ID, 3));
    fixture
        .given(registered, leaving, new AbolitionRequestTakenBack(ID, 3))
        .when(new TakeBackAbolitionRequest(ID, 3), admin)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }

  @Test
  void theCitysOwnOfficeStays() {
    new AggregateTestFixture<>(Facility.class)
        .registerInjectableResource(Clock.systemUTC())
        .given(
            new FacilityRegistered(FacilityId.CITY, profile("小牧市", "0568761188"), people(PEOPLE)))
        .when(new RequestAbolition(FacilityId.CITY, 1, LocalDate.of(2999, 1, 1), "廃止"), city)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }

  @Test
  void nothingChangesAfterTheEnd() {
    fixture
        .given(registered, leaving, new FacilityAbolished(ID, 3, 0, sealed("")))
        .when(change(3, "森デンタル", "0568761188"), admin)
        .expectException(refused(RefusalCode.FACILITY_STATE));
  }
}
