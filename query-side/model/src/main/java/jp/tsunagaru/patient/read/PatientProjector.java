package jp.tsunagaru.patient.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.ExtendedInfoRecorded;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.query.PatientChange;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** Patients as they are listed and found, and whether they share. */
@Projection
@ProcessingGroup("patients")
class PatientProjector {
  private static final String REGISTER =
      """
      insert into view.patient
        (patient_id, registrar_id, facility_id, registered_at, version, name, kana, gender,
         birth_date, phone, physician, care_level, care_level_to, name_key, kana_key, name_parts,
         name_full, kana_parts, kana_full, loose_parts, loose_full, phones, grams,
         sealed_basic_info, insured_key)
      values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String CHANGE =
      """
      update view.patient set version = ?, name = ?, kana = ?, gender = ?, birth_date = ?,
        phone = ?, physician = ?, care_level = ?, care_level_to = ?, name_key = ?, kana_key = ?,
        name_parts = ?, name_full = ?, kana_parts = ?, kana_full = ?, loose_parts = ?,
        loose_full = ?, phones = ?, grams = ?, sealed_basic_info = ?, insured_key = ?
       where patient_id = ? and version <= ?\
      """;

  private static final String VERSION =
      """
      insert into view.basic_info_version
        (patient_id, version, recorded_at, account_id, sealed_basic_info)
      values (?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private final Sealer sealer;
  private final TeamNews news;

  PatientProjector(Sealer sealer, TeamNews news) {
    this.sealer = sealer;
    this.news = news;
  }

  @EventHandler
  void on(PatientRegistered event, Writes writes, @Timestamp Instant at) {
    Optional<BasicInfo> readable = event.basicInfo().read();
    if (readable.isEmpty()) {
      return;
    }
    BasicInfo info = readable.get();
    PatientKeys keys = PatientKeys.of(info);
    writes.add(
        REGISTER,
        event.patientId(),
        event.registrarId(),
        event.facilityId(),
        at,
        info.fullName(),
        info.kana(),
        info.gender(),
        info.birthDate(),
        phone(info),
        info.physician(),
        careLevel(info),
        careLevelTo(info),
        keys.name().whole(),
        keys.kana().whole(),
        keys.name().parts(),
        keys.name().full(),
        keys.kana().parts(),
        keys.kana().full(),
        keys.loose().parts(),
        keys.loose().full(),
        keys.phones(),
        keys.grams(),
        sealer.seal(event.basicInfo()),
        PatientKeys.insured(info.insuredNumber()));
    writes.add(
        VERSION, event.patientId(), 1L, at, event.registrarId(), sealer.seal(event.basicInfo()));
    writes.add(
        """
        insert into view.provisional (patient_id, registrar_id)
        select ?, ? where not exists (select 1 from view.sharing where patient_id = ?)
        on conflict do nothing\
        """,
        event.patientId(),
        event.registrarId(),
        event.patientId());
    announce(writes, event.patientId(), PatientChange.Kind.BASIC_INFO);
  }

  /** 第16条2: what cannot be read any more is not kept in the clear either. */
  @EventHandler
  void on(BasicInfoChanged event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    Personal<BasicInfo> personal = event.basicInfo();
    Optional<BasicInfo> readable = personal.read();
    if (readable.isEmpty()) {
      writes.add("delete from view.patient where patient_id = ?", event.patientId());
      writes.add("delete from view.basic_info_version where patient_id = ?", event.patientId());
      return;
    }
    BasicInfo info = readable.get();
    PatientKeys keys = PatientKeys.of(info);
    writes.add(
        CHANGE,
        event.version(),
        info.fullName(),
        info.kana(),
        info.gender(),
        info.birthDate(),
        phone(info),
        info.physician(),
        careLevel(info),
        careLevelTo(info),
        keys.name().whole(),
        keys.kana().whole(),
        keys.name().parts(),
        keys.name().full(),
        keys.kana().parts(),
        keys.kana().full(),
        keys.loose().parts(),
        keys.loose().full(),
        keys.phones(),
        keys.grams(),
        sealer.seal(personal),
        PatientKeys.insured(info.insuredNumber()),
        event.patientId(),
        event.version());
    writes.add(
        VERSION,
        event.patientId(),
        event.version(),
        at,
        Origin.from(metaData).map(Origin::accountId).orElse(""),
        sealer.seal(personal));
    announce(writes, event.patientId(), PatientChange.Kind.BASIC_INFO);
  }

  @EventHandler
  void on(ExtendedInfoRecorded event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    if (event.changes().sealedBytes().isEmpty() && event.changes().read().isEmpty()) {
      return;
    }
    writes.add(
        """
        insert into view.extended_info
          (patient_id, version, recorded_at, account_id, schema_version, sealed_changes)
        values (?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.patientId(),
        event.version(),
        at,
        Origin.from(metaData).map(Origin::accountId).orElse(""),
        event.schemaVersion(),
        sealer.seal(event.changes()));
    announce(writes, event.patientId(), PatientChange.Kind.BASIC_INFO);
  }

  @EventHandler
  void on(ConsentGranted event, Writes writes) {
    writes.add(
        """
        insert into view.sharing
          (patient_id, state, kind, consented_on, text_version, facility_id, sealed_signatures)
        values (?, 'SHARED', ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.patientId(),
        event.kind(),
        event.consentedOn(),
        event.textVersion(),
        event.facilityId(),
        event.signatures().read().isPresent() ? sealer.seal(event.signatures()) : new byte[0]);
    writes.add("delete from view.provisional where patient_id = ?", event.patientId());
    announce(writes, event.patientId(), PatientChange.Kind.CONSENT);
  }

  @EventHandler
  void on(SharingStopped event, Writes writes) {
    share(writes, event.patientId(), "STOPPED");
  }

  @EventHandler
  void on(SharingResumed event, Writes writes) {
    share(writes, event.patientId(), "SHARED");
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add(
        """
        truncate view.patient, view.provisional, view.sharing, view.basic_info_version,
          view.extended_info\
        """);
  }

  private void share(Writes writes, PatientId patientId, String state) {
    writes.add("update view.sharing set state = ? where patient_id = ?", state, patientId);
    announce(writes, patientId, PatientChange.Kind.CONSENT);
  }

  private void announce(Writes writes, PatientId patientId, PatientChange.Kind kind) {
    news.announceToMembers(writes, new PatientChange(patientId, kind, patientId.value()));
  }

  private static String phone(BasicInfo info) {
    return info.phones().stream()
        .findFirst()
        .flatMap(PhoneNumber::parse)
        .map(PhoneNumber::display)
        .orElse("");
  }

  private static String careLevel(BasicInfo info) {
    return info.careLevel() == null ? "" : info.careLevel().name();
  }

  private static LocalDate careLevelTo(BasicInfo info) {
    return info.careLevelTo() == null ? LocalDate.MAX : info.careLevelTo();
  }
}
