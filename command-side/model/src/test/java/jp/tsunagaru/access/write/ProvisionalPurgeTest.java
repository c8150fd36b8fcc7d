package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.jdbc;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.axon.message.MovableClock;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.PurgeProvisional;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.refusal.RefusalCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PT-01: what nobody consented to is destroyed after the days, and nothing else is. */
class ProvisionalPurgeTest {
  private final People.Person nurse = signedIn(People.nurse());
  private final PatientId patientId = PatientId.next();
  private final MovableClock clock = bean(MovableClock.class);
  private final Instant registered = Instant.now();

  @AfterEach
  void release() {
    clock.release();
  }

  @Test
  void after_thirty_days_key_names_and_access_are_gone_and_not_a_moment_before() {
    command(nurse, register()).isDone();
    clock.set(registered.plus(Duration.ofDays(30)).minusSeconds(60));
    purge().isRefused(RefusalCode.SHARING_STATE);
    assertThat(sees()).isTrue();

    clock.set(registered.plus(Duration.ofDays(30)).plusSeconds(60));
    command(nurse, new PurgeProvisional(patientId, 30)).isRefused(RefusalCode.NOT_FOUND);
    purge().isDone();
    purge().isDone();

    assertThat(sees()).isFalse();
    assertThat(bean(KeyStore.class).readable(Subject.of(patientId))).isFalse();
    assertThat(identities()).isZero();
    command(nurse, consent()).isRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void a_consent_keeps_it() {
    command(nurse, register()).isDone();
    command(nurse, consent()).isDone();
    clock.set(registered.plus(Duration.ofDays(400)));
    purge().isRefused(RefusalCode.SHARING_STATE);
    assertThat(bean(KeyStore.class).readable(Subject.of(patientId))).isTrue();
  }

  private Sending.Outcome purge() {
    return command(Origin.system(), new PurgeProvisional(patientId, 30));
  }

  private boolean sees() {
    return bean(AccessExplainer.class)
        .explain(nurse.id(), patientId, Right.VIEW, Optional.empty(), Optional.empty())
        .allowed();
  }

  private int identities() {
    return jdbc()
        .sql("select count(*) from guard.patient_identity where patient_id = ?")
        .param(patientId.value())
        .query(Integer.class)
        .single();
  }

  private RecordConsent consent() {
    return new RecordConsent(
        ConsentId.of(patientId),
        patientId,
        ConsentKind.SELF,
        null,
        nurse.id(),
        LocalDate.of(2024, 4, 1),
        "2024-04-01",
        new ConsentSignatures("佐藤 花子", "山田 太郎", ""));
  }

  private RegisterPatient register() {
    return new RegisterPatient(
        patientId,
        new BasicInfo(
            "山田",
            "太郎",
            "やまだ",
            "たろう",
            Gender.MALE,
            LocalDate.of(1940, 4, 1),
            "",
            "小牧市",
            List.of(),
            List.of(),
            "",
            "",
            null,
            null,
            null,
            "",
            "",
            ""),
        GrantId.next(),
        TeamRole.VISITING_NURSE);
  }
}
