package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.event.ConsentConfirmed;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ConsentTaskCount;
import jp.tsunagaru.patient.query.ConsentTasks;
import jp.tsunagaru.patient.query.FindConsentTaskCount;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.ListConsentTasks;
import jp.tsunagaru.patient.query.PatientDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PT-03: a minor for whom somebody signed comes of age. */
class ConsentTasksTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin helper = city.person("介護", "次郎", Profession.HOME_HELPER);
  private final LocalDate today = LocalDate.ofInstant(city.now(), ZoneId.of("Asia/Tokyo"));

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void the_task_is_there_from_the_birthday_for_those_who_may_confirm_and_a_number_for_the_city() {
    PatientId adult = minorSignedFor(today.minusYears(18), ProxyGround.MINOR);
    minorSignedFor(today.minusYears(18).plusDays(1), ProxyGround.MINOR);
    minorSignedFor(today.minusYears(40), ProxyGround.UNABLE);
    city.assign(adult, helper, Right.VIEW);

    assertThat(tasks(nurse))
        .extracting(ConsentTasks.Task::patientId, ConsentTasks.Task::since)
        .containsExactly(tuple(adult, today));
    assertThat(tasks(helper)).isEmpty();
    assertThat(count()).isEqualTo(1);
    assertThat(ofAge(adult)).isTrue();

    city.happens(nurse, new ConsentConfirmed(ConsentId.of(adult), adult, today, "2020-07-22"));

    assertThat(tasks(nurse)).isEmpty();
    assertThat(count()).isZero();
    assertThat(ofAge(adult)).isFalse();
  }

  @Test
  void a_stopped_patient_is_not_asked() {
    PatientId adult = minorSignedFor(today.minusYears(19), ProxyGround.MINOR);
    city.happens(nurse, new SharingStopped(ConsentId.of(adult), adult, "FAMILY", null));

    assertThat(tasks(nurse)).isEmpty();
    assertThat(count()).isZero();
  }

  private List<ConsentTasks.Task> tasks(Origin who) {
    return city.ask(who, new ListConsentTasks(), ConsentTasks.class).tasks();
  }

  private int count() {
    return city.ask(nurse, new FindConsentTaskCount(), ConsentTaskCount.class).patients();
  }

  private boolean ofAge(PatientId patientId) {
    return city.ask(nurse, new FindPatient(patientId), PatientDetails.class).consent().ofAge();
  }

  private PatientId minorSignedFor(LocalDate born, ProxyGround ground) {
    PatientId patient = city.registered(nurse, born(born));
    city.assign(patient, nurse, Right.values());
    city.happens(
        nurse,
        new ConsentGranted(
            ConsentId.of(patient),
            patient,
            ConsentKind.PROXY,
            ground,
            new AccountId(nurse.accountId()),
            new FacilityId(nurse.facilityId()),
            today.minusYears(2),
            "2020-07-22",
            Personal.of(Subject.of(patient), new ConsentSignatures("説明 者", "母", "母"))));
    return patient;
  }

  private static BasicInfo born(LocalDate day) {
    BasicInfo base = info("若宮", "元", "わかみや", "はじめ");
    return new BasicInfo(
        base.familyName(),
        base.givenName(),
        base.familyKana(),
        base.givenKana(),
        base.gender(),
        day,
        "",
        base.address(),
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
  }
}
