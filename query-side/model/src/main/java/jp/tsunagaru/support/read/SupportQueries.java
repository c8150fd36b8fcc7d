package jp.tsunagaru.support.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.query.GetSupportAddressees;
import jp.tsunagaru.support.query.ListSupportTasks;
import jp.tsunagaru.support.query.SupportAddressees;
import jp.tsunagaru.support.query.SupportTask;
import jp.tsunagaru.support.query.SupportTasks;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom to ask for support, and what waits for whom (TM-09). */
@Component
class SupportQueries {
  private static final String ADDRESSEES =
      """
      select a.facility_id, f.name as facility, a.account_id, a.name, a.profession
        from (
          select distinct account_id from view.reach
           where patient_id = :patient and 'WRITE' = any (rights)
             and :today between valid_from and valid_to) r
        join view.account a on a.account_id = r.account_id and a.deactivated_at is null
        join view.facility f on f.facility_id = a.facility_id
       where a.facility_id <> :facility
       order by f.name, f.facility_id, a.family_kana, a.given_kana, a.account_id
      """;

  private static final String TASKS =
      """
      select s.patient_id, s.document_id, s.kind, s.due_on, s.state = 'REQUESTED' as to_answer,
             coalesce(p.name, '') as patient, coalesce(f.name, '') as facility
        from view.support_task s
        join view.sharing h on h.patient_id = s.patient_id and h.state = 'SHARED'
        left join view.patient p on p.patient_id = s.patient_id
        left join view.facility f
          on f.facility_id =
             case s.state when 'REQUESTED' then s.requester_facility_id
               else s.addressee_facility_id end
       where not s.deleted
         and (s.state = 'REQUESTED' and s.addressee_facility_id = :facility
             and coalesce(s.addressee_account_id, :me) = :me
           or s.state = 'ANSWERED' and s.requester_id = :me)
         and exists (
           select 1 from view.reach r
            where r.patient_id = s.patient_id and r.account_id = :me
              and :today between r.valid_from and r.valid_to
              and 'VIEW' = any (r.rights) and 'WRITE' = any (r.rights))
       order by s.due_on nulls last, patient, s.document_id
       limit 50
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;

  SupportQueries(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @QueryHandler
  SupportAddressees handle(GetSupportAddressees query, MetaData metaData) {
    List<SupportAddressees.Candidate> people =
        jdbc.sql(ADDRESSEES)
            .param("patient", query.patientId().value())
            .param("today", access.today())
            .param("facility", Viewer.origin(metaData).facilityId())
            .query((row, number) -> person(row))
            .list();
    List<SupportAddressees.Candidate> candidates = new ArrayList<>();
    for (SupportAddressees.Candidate person : people) {
      FacilityId facility = person.addressee().facilityId();
      if (candidates.isEmpty() || !candidates.getLast().addressee().facilityId().equals(facility)) {
        candidates.add(
            new SupportAddressees.Candidate(
                new Addressee(facility, null), "", person.facility(), null));
      }
      candidates.add(person);
    }
    return new SupportAddressees(candidates);
  }

  private static SupportAddressees.Candidate person(ResultSet row) throws SQLException {
    return new SupportAddressees.Candidate(
        new Addressee(
            new FacilityId(row.getString("facility_id")),
            new AccountId(row.getString("account_id"))),
        row.getString("name"),
        row.getString("facility"),
        Profession.valueOf(row.getString("profession")));
  }

  @QueryHandler
  SupportTasks handle(ListSupportTasks query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    List<SupportTask> tasks =
        jdbc.sql(TASKS)
            .param("me", origin.accountId())
            .param("facility", origin.facilityId())
            .param("today", access.today())
            .query((row, number) ->
                new SupportTask(
                    new PatientId(row.getString("patient_id")),
                    new DocumentId(row.getString("document_id")),
                    row.getString("patient"),
                    SupportKind.valueOf(row.getString("kind")),
                    row.getBoolean("to_answer"),
                    row.getString("facility"),
                    row.getObject("due_on", LocalDate.class)))
            .list();
    return new SupportTasks(tasks);
  }
}
