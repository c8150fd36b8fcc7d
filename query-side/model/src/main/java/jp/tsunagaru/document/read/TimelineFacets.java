package jp.tsunagaru.document.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.query.Author;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Authors and tags to filter a timeline by, each with a document that the viewer sees. The indexes
 * are jumped through from one value to the next, not read: the cost is that of the values.
 */
@Component
class TimelineFacets {
  private static final String AUTHORS =
      """
      with recursive author (id) as (
        (select e.author_id from view.timeline_entry e
          where e.patient_id = :patient and e.state = 'CONFIRMED'
          order by e.author_id limit 1)
        union all
        select (
          select e.author_id from view.timeline_entry e
           where e.patient_id = :patient and e.state = 'CONFIRMED' and e.author_id > author.id
           order by e.author_id limit 1)
          from author where author.id is not null)
      select author.id, coalesce(a.name, '') as name,
             coalesce(a.profession, last.profession) as profession
        from author
        join lateral (
          select t.profession from view.timeline_entry t
           where t.patient_id = :patient and t.state = 'CONFIRMED' and t.author_id = author.id
             and %s
           order by t.occurred_on desc, t.recorded_at desc, t.document_id desc
           limit 1) last on true
        left join view.account a on a.account_id = author.id
       order by a.family_kana, a.given_kana, author.id
      """
          .formatted(Viewer.SEES);

  private static final String TAGS =
      """
      with recursive tag (name) as (
        (select g.tag from view.document_tag g where g.patient_id = :patient
          order by g.tag limit 1)
        union all
        select (
          select g.tag from view.document_tag g
           where g.patient_id = :patient and g.tag > tag.name
           order by g.tag limit 1)
          from tag where tag.name is not null)
      select tag.name from tag
       where exists (
         select 1 from view.document_tag g
           join view.timeline_entry t on t.document_id = g.document_id
          where g.patient_id = :patient and g.tag = tag.name and t.state = 'CONFIRMED' and %s)
       order by tag.name
      """
          .formatted(Viewer.SEES);

  private final JdbcClient jdbc;

  TimelineFacets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Author> authors(PatientId patientId, Viewer viewer) {
    return jdbc.sql(AUTHORS)
        .params(parameters(patientId, viewer))
        .query((row, number) ->
            new Author(
                new AccountId(row.getString("id")),
                row.getString("name"),
                Profession.valueOf(row.getString("profession"))))
        .list();
  }

  Set<String> tags(PatientId patientId, Viewer viewer) {
    return new LinkedHashSet<>(
        jdbc.sql(TAGS).params(parameters(patientId, viewer)).query(String.class).list());
  }

  private static Map<String, Object> parameters(PatientId patientId, Viewer viewer) {
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("patient", patientId.value());
    return parameters;
  }
}
