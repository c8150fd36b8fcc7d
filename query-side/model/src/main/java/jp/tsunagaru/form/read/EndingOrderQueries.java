package jp.tsunagaru.form.read;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.query.EndingOrder;
import jp.tsunagaru.form.query.EndingOrders;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.ListEndingOrders;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** FM-08: the end of an order is watched for those who write and who follow it. */
@Component
class EndingOrderQueries {
  private static final String ENDING =
      """
      select f.document_id, f.patient_id, f.valid_to, coalesce(p.name, '') as name,
             exists (
               select 1 from view.form d
                where d.patient_id = f.patient_id and d.kind = f.kind and not d.deleted
                  and d.state in ('DRAFT', 'SUBMITTED')) as prepared
        from view.form f
        join view.sharing s on s.patient_id = f.patient_id and s.state = 'SHARED'
        left join view.patient p on p.patient_id = f.patient_id
       where f.kind = 'VISIT_NURSING_ORDER' and f.state = 'APPROVED' and not f.deleted
         and f.valid_to between :today and :until
         and exists (
           select 1 from view.reach r
            where r.patient_id = f.patient_id and r.account_id = :me
              and :today between r.valid_from and r.valid_to and 'VIEW' = any (r.rights)
              and (r.team_role in ('ATTENDING_PHYSICIAN', 'VISITING_NURSE') or f.owner_id = :me))
         and not exists (
           select 1 from view.form n
            where n.patient_id = f.patient_id and n.kind = f.kind and n.state = 'APPROVED'
              and not n.deleted and n.valid_to > f.valid_to and n.valid_from <= f.valid_to + 1)
       order by f.valid_to, name, f.document_id
       limit 50
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;

  EndingOrderQueries(JdbcClient jdbc, TeamAccess access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @QueryHandler
  EndingOrders handle(ListEndingOrders query, MetaData metaData) {
    LocalDate today = access.today();
    List<EndingOrder> orders =
        jdbc.sql(ENDING)
            .param("me", Viewer.origin(metaData).accountId())
            .param("today", today)
            .param("until", today.plusDays(FormRow.WATCH_DAYS))
            .query((row, number) ->
                new EndingOrder(
                    new PatientId(row.getString("patient_id")),
                    new DocumentId(row.getString("document_id")),
                    row.getString("name"),
                    row.getObject("valid_to", LocalDate.class),
                    row.getBoolean("prepared")))
            .list();
    return new EndingOrders(orders);
  }
}
