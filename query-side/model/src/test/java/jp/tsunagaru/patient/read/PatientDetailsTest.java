package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.PatientChanges;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientDetailsTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);

  @AfterEach
  void close() {
    city.close();
  }

  private PatientDetails find(Origin actor, PatientId patient) {
    return city.ask(actor, new FindPatient(patient), PatientDetails.class);
  }

  @Test
  void showsBasicInfoVersionAndConsent() {
    BasicInfo first = info("髙橋", "太郎", "たかはし", "たろう");
    BasicInfo second = info("髙橋", "太朗", "たかはし", "たろう");
    PatientId patient = city.shared(first, nurse);
    city.happens(nurse, new BasicInfoChanged(patient, 2, Personal.of(Subject.of(patient), second)));

    PatientDetails details = find(nurse, patient);

    assertThat(details.basicInfo()).isEqualTo(second);
    assertThat(details.version()).isEqualTo(2);
    assertThat(details.sharing()).isEqualTo(SharingState.SHARED);
    assertThat(details.consent().kind()).isEqualTo(ConsentKind.SELF);
    assertThat(details.consent().signer()).isEqualTo("本人");
    assertThat(details.consent().explainerFacility()).isEqualTo("訪問看護ステーションひかり");
    assertThat(details.rights()).containsExactlyInAnyOrder(Right.values());
    assertThat(details.registeredAt()).isBefore(city.now());
  }

  @Test
  void rightsAreTheUnionOfAllValidMemberships() {
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    city.assign(patient, doctor, Right.VIEW);
    GroupId group = city.group("当番", nurse, doctor);
    city.assign(patient, group, nurse, ReadSide.terms(null, null, Right.VIEW, Right.WRITE));
    city.assign(
        patient,
        doctor,
        ReadSide.terms(null, ReadSide.TODAY.minusDays(1), Right.VIEW, Right.DELETE));

    assertThat(find(doctor, patient).rights()).containsExactlyInAnyOrder(Right.VIEW, Right.WRITE);
  }

  @Test
  void theRegistrarHasEveryRightUntilThereIsAConsent() {
    PatientId patient = city.registered(nurse, info("山田", "太郎", "やまだ", "たろう"));

    assertThat(find(nurse, patient).rights()).containsExactlyInAnyOrder(Right.values());
    assertThat(find(nurse, patient).consent()).isNull();

    city.consents(nurse, patient);

    assertThat(find(nurse, patient).rights()).isEmpty();
  }

  @Test
  void warnsOfTheSameNameWithinTheActorsOwnListOnly() {
    PatientId patient = city.shared(info("髙橋", "太郎", "たかはし", "たろう"), nurse, doctor);
    city.shared(info("高橋", "太郎", "たかはし", "たろお"), doctor);

    assertThat(find(doctor, patient).sameName()).isTrue();
    assertThat(find(nurse, patient).sameName()).isFalse();
  }

  @Test
  void theSameSoundIsASimilarName() {
    PatientId patient = city.shared(info("伊藤", "裕子", "いとう", "ゆうこ"), nurse);
    city.shared(info("伊東", "優子", "いとう", "ゆうこ"), nurse);

    assertThat(find(nurse, patient).sameName()).isTrue();
  }

  @Test
  void somebody_whose_reading_goes_on_where_the_other_ends_is_easily_mistaken() {
    PatientId kiyo = city.shared(info("髙橋", "キヨ", "たかはし", "きよ"), nurse);
    PatientId kiyoshi = city.shared(info("高橋", "清", "たかはし", "きよし"), nurse);
    PatientId kimi = city.shared(info("高橋", "君", "たかはし", "きみ"), nurse);

    assertThat(find(nurse, kiyo).sameName()).isTrue();
    assertThat(find(nurse, kiyoshi).sameName()).isTrue();
    assertThat(find(nurse, kimi).sameName()).isFalse();
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> find(nurse, PatientId.next()))
        .isInstanceOf(Refused.class)
        .hasMessage("NOT_FOUND");
  }

  @Test
  void aWatchStartsWithNothing() {
    assertThat(city.ask(nurse, new WatchPatient(PatientId.next()), PatientChanges.class))
        .isEqualTo(PatientChanges.NONE);
  }

  @Test
  void namesAreClearForSearchAndNothingElseIs() {
    BasicInfo info = info("山田", "太郎", "やまだ", "たろう");
    city.registered(nurse, info);

    assertThat(city.contents().get("view.patient"))
        .singleElement()
        .asString()
        .contains("山田 太郎")
        .doesNotContain(info.address());
  }
}
