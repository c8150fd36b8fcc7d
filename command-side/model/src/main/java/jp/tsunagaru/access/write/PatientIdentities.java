package jp.tsunagaru.access.write;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds one patient by everything that identifies somebody, and nobody by a part of it. Only keyed
 * hashes are kept: the table tells no name.
 */
@Component
@ProcessingGroup("guard")
class PatientIdentities {
  private final JdbcClient jdbc;
  private final SearchHash hash;

  PatientIdentities(JdbcClient jdbc, SearchHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  @EventHandler
  void on(PatientRegistered event) {
    keep(event.patientId(), event.basicInfo());
  }

  @EventHandler
  void on(BasicInfoChanged event) {
    keep(event.patientId(), event.basicInfo());
  }

  @EventHandler
  void on(PatientErased event) {
    jdbc.sql("delete from guard.patient_identity where patient_id = ?")
        .param(event.patientId().value())
        .update();
  }

  private void keep(PatientId patientId, Personal<BasicInfo> basicInfo) {
    jdbc.sql("delete from guard.patient_identity where patient_id = ?")
        .param(patientId.value())
        .update();
    basicInfo
        .read()
        .ifPresent(info -> {
          keep(patientId, "NAME", name(info.fullName(), info.birthDate()));
          keep(patientId, "KANA", kana(info.kana(), info.birthDate()));
          if (!info.insuredNumber().isEmpty()) {
            keep(patientId, "INSURED", insured(info.insuredNumber(), info.birthDate()));
          }
        });
  }

  private void keep(PatientId patientId, String kind, String hashed) {
    jdbc.sql("insert into guard.patient_identity (patient_id, kind, hash) values (?, ?, ?)")
        .params(patientId.value(), kind, hashed)
        .update();
  }

  /** The hashes of which one has to fit; a number, where one is given, alone. */
  Set<String> sought(SoughtPatient sought) {
    Set<String> hashes = new TreeSet<>();
    if (sought.insuredNumber().isEmpty()) {
      hashes.add(name(sought.name(), sought.birthDate()));
      hashes.add(kana(sought.name(), sought.birthDate()));
    } else {
      hashes.add(insured(sought.insuredNumber(), sought.birthDate()));
    }
    return hashes;
  }

  private String name(String name, LocalDate born) {
    return hash.of("NAME " + born + " " + SearchKey.of(name));
  }

  private String kana(String kana, LocalDate born) {
    return hash.of("KANA " + born + " " + SearchKey.kana(kana));
  }

  private String insured(String number, LocalDate born) {
    return hash.of("INSURED " + born + " " + SearchKey.of(number));
  }
}
