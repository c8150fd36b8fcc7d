package jp.tsunagaru.patient.read;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.LinkedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records of one person (PT-09), for the eyes of those who may see both. */
@Component
public class MergedRecords {
  private static final String LINKED =
      """
      select o.patient_id, link.main, link.merged_at, o.registered_at,
             coalesce(f.name, '') as facility
        from (
          select m.main_id as other, true as main, m.merged_at from view.patient_merge m
           where m.patient_id = :patient
          union all
          select m.patient_id, false, m.merged_at from view.patient_merge m
           where m.main_id = :patient) link
        join view.patient o on o.patient_id = link.other
        join view.sharing s on s.patient_id = o.patient_id and s.state = 'SHARED'
        left join view.facility f on f.facility_id = o.facility_id
       where exists (
         select 1 from view.reach r
          where r.patient_id = o.patient_id and r.account_id = :me
            and :today between r.valid_from and r.valid_to and 'VIEW' = any (r.rights))
       order by link.main desc, o.registered_at, o.patient_id
      """;

  private static final String UNDER =
      """
      select m.patient_id, m.main_id from view.patient_merge m
        join view.sharing s on s.patient_id = m.main_id and s.state = 'SHARED'
       where m.patient_id = any (:patients)
         and exists (
           select 1 from view.reach r
            where r.patient_id = m.main_id and r.account_id = :me
              and :today between r.valid_from and r.valid_to and 'VIEW' = any (r.rights))
      """;

  private static final String OF_ONE_PERSON =
      """
      select other from (
        select m.main_id as other from view.patient_merge m where m.patient_id = :patient
        union all
        select m.patient_id from view.patient_merge m where m.main_id = :patient) link
       where other = any (:asked)
       order by other
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;

  MergedRecords(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  List<LinkedRecord> seenBy(String accountId, PatientId patientId) {
    return jdbc.sql(LINKED)
        .param("patient", patientId.value())
        .param("me", accountId)
        .param("today", access.today())
        .query((row, number) ->
            new LinkedRecord(
                new PatientId(row.getString("patient_id")),
                row.getBoolean("main"),
                row.getString("facility"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("merged_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Of these patients those that stand under a record which the account may see, with that one. */
  Map<String, PatientId> under(String accountId, String[] patients) {
    Map<String, PatientId> under = new HashMap<>();
    jdbc.sql(UNDER)
        .param("patients", patients)
        .param("me", accountId)
        .param("today", access.today())
        .query(row -> {
          under.put(row.getString("patient_id"), new PatientId(row.getString("main_id")));
        });
    return under;
  }

  /** The record and those of {@code asked} that are of the same person: nobody else's mix in. */
  public List<PatientId> ofOnePerson(PatientId patientId, List<PatientId> asked) {
    if (asked.isEmpty()) {
      return List.of(patientId);
    }
    List<PatientId> records = new ArrayList<>(List.of(patientId));
    jdbc.sql(OF_ONE_PERSON)
        .param("patient", patientId.value())
        .param("asked", asked.stream().map(PatientId::value).toArray(String[]::new))
        .query(String.class)
        .list()
        .forEach(other -> records.add(new PatientId(other)));
    return List.copyOf(records);
  }
}
