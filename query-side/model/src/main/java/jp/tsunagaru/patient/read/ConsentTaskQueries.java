package jp.tsunagaru.patient.read;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ConsentTaskCount;
import jp.tsunagaru.patient.query.ConsentTasks;
import jp.tsunagaru.patient.query.FindConsentTaskCount;
import jp.tsunagaru.patient.query.ListConsentTasks;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents that a proxy signed for a minor who is one no more (PT-03). */
@Component
class ConsentTaskQueries {
  private static final int MAJORITY = 18;

  /** Someone born on February 29th comes of age on March 1st: the day is looked at again. */
  private static final String OF_AGE =
      """
      select p.patient_id, p.name, p.birth_date from view.sharing s
        join view.patient p on p.patient_id = s.patient_id
       where s.ground = 'MINOR' and s.confirmed_on is null and s.state = 'SHARED'
         and p.birth_date <= :born
      """;

  private static final String MINE =
      OF_AGE
          + """
           and exists (
             select 1 from view.reach r
              where r.patient_id = s.patient_id and r.account_id = :me
                and :today between r.valid_from and r.valid_to and 'EDIT_BASIC' = any (r.rights))
          """;

  private static final String ORDERED = " order by p.birth_date, p.patient_id";

  private final JdbcClient jdbc;
  private final TeamAccess access;

  ConsentTaskQueries(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  private record Found(PatientId patientId, String name, LocalDate born) {}

  @QueryHandler
  ConsentTasks handle(ListConsentTasks query, MetaData metaData) {
    return new ConsentTasks(
        ofAge(
                jdbc.sql(MINE + ORDERED)
                    .param("me", Viewer.origin(metaData).accountId())
                    .param("today", access.today()))
            .stream()
            .map(found ->
                new ConsentTasks.Task(
                    found.patientId(),
                    found.name(),
                    Age.reaches(found.born(), MAJORITY).plusDays(1)))
            .toList());
  }

  @QueryHandler
  ConsentTaskCount handle(FindConsentTaskCount query) {
    return new ConsentTaskCount(ofAge(jdbc.sql(OF_AGE)).size());
  }

  private List<Found> ofAge(JdbcClient.StatementSpec statement) {
    LocalDate today = access.today();
    return statement
        .param("born", today.minusYears(MAJORITY))
        .query((row, number) ->
            new Found(
                new PatientId(row.getString("patient_id")),
                row.getString("name"),
                row.getObject("birth_date", LocalDate.class)))
        .list()
        .stream()
        .filter(found -> Age.display(found.born(), today) >= MAJORITY)
        .toList();
  }
}
