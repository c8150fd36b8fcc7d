package jp.tsunagaru.patient.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.event.ConsentConfirmed;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.consent.event.ConsentPaperRemoved;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.ExtendedInfoRecorded;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.event.PatientsMerged;
import jp.tsunagaru.patient.event.PatientsUnmerged;
import jp.tsunagaru.patient.event.ProvisionalPurged;
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
      update view.patient p set version = v.version, name = v.name, kana = v.kana,
        gender = v.gender, birth_date = v.birth_date, phone = v.phone, physician = v.physician,
        care_level = v.care_level, care_level_to = v.care_level_to, name_key = v.name_key,
        kana_key = v.kana_key, name_parts = v.name_parts, name_full = v.name_full,
        kana_parts = v.kana_parts, kana_full = v.kana_full, loose_parts = v.loose_parts,
        loose_full = v.loose_full, phones = v.phones, grams = v.grams,
        sealed_basic_info = v.sealed_basic_info, insured_key = v.insured_key
        from (select ?::bigint as version, ?::text as name, ?::text kana, ?::text gender,
                     ?::date birth_date, ?::text phone, ?::text physician, ?::text care_level,
                     ?::date care_level_to, ?::text name_key, ?::text kana_key, ?::text name_parts,
                     ?::text name_full, ?::text kana_parts, ?::text kana_full, ?::text loose_parts,
                     ?::text loose_full, ?::text phones, ?::text[] grams,
                     ?::bytea sealed_basic_info, ?::text insured_key, ?::text patient_id) v
       where p.patient_id = v.patient_id and p.version <= v.version\
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
        select v.patient_id, v.registrar_id
          from (select ?::text patient_id, ?::text registrar_id) v
         where not exists (select 1 from view.sharing s where s.patient_id = v.patient_id)
        on conflict do nothing\
        """,
        event.patientId(),
        event.registrarId());
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
        event.patientId());
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

  /** Nothing of who never agreed stays (PT-01). */
  @EventHandler
  void on(ProvisionalPurged event, Writes writes) {
    announce(writes, event.patientId(), PatientChange.Kind.BASIC_INFO);
    for (String table : List.of("patient", "provisional", "basic_info_version", "extended_info")) {
      writes.add("delete from view." + table + " where patient_id = ?", event.patientId());
    }
  }

  @EventHandler
  void on(PatientsMerged event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.patient_merge (patient_id, main_id, merged_at) values (?, ?, ?)
        on conflict (patient_id) do update
        set main_id = excluded.main_id, merged_at = excluded.merged_at\
        """,
        event.patientId(),
        event.mainId(),
        at);
    announce(writes, event.patientId(), PatientChange.Kind.BASIC_INFO);
    announce(writes, event.mainId(), PatientChange.Kind.BASIC_INFO);
  }

  @EventHandler
  void on(PatientsUnmerged event, Writes writes) {
    writes.add(
        "delete from view.patient_merge where patient_id = ? and main_id = ?",
        event.patientId(),
        event.mainId());
    announce(writes, event.patientId(), PatientChange.Kind.BASIC_INFO);
    announce(writes, event.mainId(), PatientChange.Kind.BASIC_INFO);
  }

  @EventHandler
  void on(ConsentGranted event, Writes writes) {
    writes.add(
        """
        insert into view.sharing
          (patient_id, state, kind, ground, consented_on, text_version, facility_id,
           sealed_signatures)
        values (?, 'SHARED', ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.patientId(),
        event.kind(),
        event.ground() == null ? "" : event.ground().name(),
        event.consentedOn(),
        event.textVersion(),
        event.facilityId(),
        sealer.isReadable(event.signatures()) ? sealer.seal(event.signatures()) : new byte[0]);
    writes.add(
        """
        delete from view.provisional p using (select ?::text patient_id) v
         where p.patient_id = v.patient_id\
        """,
        event.patientId());
    announce(writes, event.patientId(), PatientChange.Kind.CONSENT);
  }

  @EventHandler
  void on(ConsentConfirmed event, Writes writes) {
    writes.add(
        "update view.sharing set confirmed_on = ? where patient_id = ?",
        event.confirmedOn(),
        event.patientId());
    announce(writes, event.patientId(), PatientChange.Kind.CONSENT);
  }

  @EventHandler
  void on(ConsentPaperKept event, Writes writes, @Timestamp Instant at) {
    if (event.place().sealedBytes().isEmpty() && event.place().read().isEmpty()) {
      return;
    }
    writes.add(
        """
        insert into view.consent_paper
          (document_id, patient_id, kept_at, kept_by, facility_id, files, sealed_place)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.documentId(),
        event.patientId(),
        at,
        event.keptBy(),
        event.facilityId(),
        event.files().stream().map(AttachmentId::value).toArray(String[]::new),
        sealer.seal(event.place()));
    announce(writes, event.patientId(), PatientChange.Kind.CONSENT);
  }

  @EventHandler
  void on(ConsentPaperRemoved event, Writes writes) {
    writes.add("delete from view.consent_paper where document_id = ?", event.documentId());
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

  @EventHandler
  void on(UseEnded event, Writes writes) {
    close(
        writes,
        event.patientId(),
        event.displayed() ? "ENDED" : "WITHDRAWN",
        event.reason(),
        event.endedOn(),
        event.retainedUntil(),
        event.team());
  }

  @EventHandler
  void on(ConsentWithdrawn event, Writes writes) {
    close(
        writes,
        event.patientId(),
        "WITHDRAWN",
        EndReason.WITHDRAWAL,
        event.withdrawnOn(),
        event.retainedUntil(),
        event.team());
  }

  @EventHandler
  void on(UseResumed event, Writes writes) {
    writes.add(
        """
        update view.sharing set ended_on = null, end_reason = '', retained_until = null
         where patient_id = ?\
        """,
        event.patientId());
    share(writes, event.patientId(), "SHARED");
  }

  private void close(
      Writes writes,
      PatientId patientId,
      String state,
      EndReason reason,
      LocalDate endedOn,
      LocalDate until,
      List<RetainedMember> team) {
    writes.add(
        """
        update view.sharing
           set state = ?, end_reason = ?, ended_on = coalesce(ended_on, ?), retained_until = ?
         where patient_id = ?\
        """,
        state,
        reason,
        endedOn,
        until,
        patientId);
    PatientChange change =
        new PatientChange(patientId, PatientChange.Kind.CONSENT, patientId.value());
    news.toPage(writes, change);
    news.toListsOf(
        writes,
        team.stream().map(member -> member.accountId().value()).collect(Collectors.toSet()),
        change);
  }

  /** 第16条2, 第19条: no row, no key to search by, nothing sealed either. */
  @EventHandler
  void on(PatientErased event, Writes writes) {
    for (String table :
        List.of(
            "patient",
            "basic_info_version",
            "extended_info",
            "provisional",
            "sharing",
            "consent_paper")) {
      writes.add("delete from view." + table + " where patient_id = ?", event.patientId());
    }
    PatientChange change =
        new PatientChange(event.patientId(), PatientChange.Kind.CONSENT, event.patientId().value());
    news.announceToMembers(writes, change);
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add(
        """
        truncate view.patient, view.provisional, view.sharing, view.basic_info_version,
          view.extended_info, view.patient_merge, view.consent_paper\
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
