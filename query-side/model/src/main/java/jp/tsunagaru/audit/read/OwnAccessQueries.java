package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.query.FindPersonAtDesk;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.audit.query.OwnAccess.Deed;
import jp.tsunagaru.audit.query.OwnAccess.Visit;
import jp.tsunagaru.audit.query.PersonsAtDesk;
import jp.tsunagaru.audit.query.PrintOwnAccess;
import jp.tsunagaru.audit.query.PrintOwnAccessAtDesk;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw the record of a person, for that person (M6). */
@Component
class OwnAccessQueries {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** PT-09: one person, whichever of the merged records was opened. */
  private static final String RECORDS =
      """
      select cast(:patient as text) as patient_id
      union select m.patient_id from view.patient_merge m where m.main_id = :patient
      union select m.main_id from view.patient_merge m where m.patient_id = :patient\
      """;

  /** What is written is told by the versions that stand; of what was erased only the reads stay. */
  private static final String VISITS =
      """
      with record as (%s),
      deed as (
        select l.at, l.account_id, l.facility_id, l.profession,
               case when l.kind = 'PRINT' then 'PRINTED' when l.kind = 'TAKE_OUT' then 'TOOK_OUT'
                 when l.kind = 'AUDIT' then 'INSPECTED' when l.break_glass_id <> '' then 'EMERGENCY'
                 else 'SAW' end as what
          from view.access_log l
         where l.patient_id = any (array(select patient_id from record)) and l.patient_id <> ''
           and l.result = 'ALLOWED' and l.kind in ('VIEW', 'PRINT', 'TAKE_OUT', 'AUDIT', '')
           and l.at >= :from and l.at < :to
        union all
        select v.recorded_at, v.author_id, '', v.profession, 'WROTE'
          from view.document_version v
         where v.patient_id = any (array(select patient_id from record))
           and v.recorded_at >= :from and v.recorded_at < :to
        union all
        select f.approved_at, f.approved_by, '', '', 'WROTE'
          from view.form f
         where f.patient_id = any (array(select patient_id from record))
           and f.approved_at >= :from and f.approved_at < :to
        union all
        select b.recorded_at, b.account_id, '', '', 'WROTE'
          from view.basic_info_version b
         where b.patient_id = any (array(select patient_id from record))
           and b.recorded_at >= :from and b.recorded_at < :to)
      select (d.at at time zone 'Asia/Tokyo')::date as day, d.account_id,
             min(d.at) as first, max(d.at) as last, array_agg(distinct d.what) as deeds,
             coalesce(max(a.name), '') as name,
             coalesce(nullif(max(d.profession), ''), max(a.profession), '') as profession,
             coalesce(max(f.name), '') as facility
        from deed d
        left join view.account a on a.account_id = d.account_id
        left join view.facility f
          on f.facility_id = coalesce(nullif(d.facility_id, ''), a.facility_id)
       where d.account_id not in ('', 'system', 'public')
       group by 1, 2
       order by min(d.at), d.account_id
       limit :limit\
      """
          .formatted(RECORDS);

  /** Registered by it, or in the team with somebody of it, today or once. */
  private static final String OF_FACILITY =
      """
      (p.facility_id = :facility or exists (
        select 1 from view.membership m
          left join view.care_group c on c.group_id = m.group_id
          left join view.account t on t.account_id = m.account_id
         where m.patient_id = p.patient_id
           and (t.facility_id = :facility or c.facility_id = :facility)))\
      """;

  private static final String INCIDENT =
      """
      exists (
        select 1 from view.incident i
         where i.closed_at is null and p.patient_id = any (i.patients))\
      """;

  private final JdbcClient jdbc;
  private final boolean named;

  /**
   * @param named whether the city lets those who saw a record be named to its person
   */
  OwnAccessQueries(JdbcClient jdbc, @Value("${tsunagaru.own-access.names:false}") boolean named) {
    this.jdbc = jdbc;
    this.named = named;
  }

  @QueryHandler
  PersonsAtDesk handle(FindPersonAtDesk query, MetaData metaData) {
    Origin origin = origin(metaData);
    boolean city = city(origin);
    String kana = SearchKey.kana(query.name());
    return new PersonsAtDesk(
        jdbc.sql(
                """
                select p.patient_id, p.name, p.kana, p.birth_date,
                       coalesce(f.name, '') as facility, :city and %s as incident,
                       :city and exists (
                         select 1 from view.sharing s
                          where s.patient_id = p.patient_id and s.state = 'SHARED') as shared
                  from view.patient p left join view.facility f on f.facility_id = p.facility_id
                 where p.birth_date = :born and (p.name_key = :name or p.kana_key = :kana)
                   and (:city or %s)
                 order by p.patient_id limit 10\
                """
                    .formatted(INCIDENT, OF_FACILITY))
            .param("born", query.birthDate())
            .param("name", SearchKey.of(query.name()))
            .param("kana", kana.isEmpty() ? SearchKey.of(query.name()) : kana)
            .param("city", city)
            .param("facility", origin.facilityId())
            .query((row, number) ->
                new PersonsAtDesk.Person(
                    new PatientId(row.getString("patient_id")),
                    row.getString("name"),
                    row.getString("kana"),
                    row.getDate("birth_date").toLocalDate(),
                    row.getString("facility"),
                    row.getBoolean("incident"),
                    row.getBoolean("shared")))
            .list());
  }

  @QueryHandler
  OwnAccess handle(PrintOwnAccess query) {
    refuseWhileInvestigated(query.patientId());
    return told(query.patientId(), query.from(), query.to());
  }

  @QueryHandler
  OwnAccess handle(PrintOwnAccessAtDesk query, MetaData metaData) {
    Origin origin = origin(metaData);
    if (!city(origin)) {
      boolean concerned =
          jdbc.sql(
                  "select exists (select 1 from view.patient p where p.patient_id = :patient and "
                      + OF_FACILITY
                      + ")")
              .param("patient", query.patientId().value())
              .param("facility", origin.facilityId())
              .query(Boolean.class)
              .single();
      if (!concerned) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      refuseWhileInvestigated(query.patientId());
    }
    return told(query.patientId(), query.from(), query.to());
  }

  private static Origin origin(MetaData metaData) {
    return Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(JAPAN).toOffsetDateTime();
  }

  private static boolean city(Origin origin) {
    return origin.has(Role.CITY_OPERATOR.name());
  }

  private void refuseWhileInvestigated(PatientId patientId) {
    boolean open =
        jdbc.sql("select exists (select 1 from (" + RECORDS + ") p where " + INCIDENT + ")")
            .param("patient", patientId.value())
            .query(Boolean.class)
            .single();
    if (open) {
      throw new Refused(RefusalCode.ASK_THE_CITY);
    }
  }

  private OwnAccess told(PatientId patientId, LocalDate from, LocalDate to) {
    List<Row> rows =
        jdbc.sql(VISITS)
            .param("patient", patientId.value())
            .param("from", start(from))
            .param("to", start(to.plusDays(1)))
            .param("limit", OwnAccess.MOST + 1)
            .query((row, number) -> Row.of(row))
            .list();
    List<Row> shown = rows.subList(0, Math.min(OwnAccess.MOST, rows.size()));
    Map<String, List<String>> alike = new LinkedHashMap<>();
    shown.forEach(row -> {
      List<String> accounts = alike.computeIfAbsent(row.alike(), key -> new ArrayList<>());
      if (!accounts.contains(row.accountId())) {
        accounts.add(row.accountId());
      }
    });
    return new OwnAccess(
        named,
        shown.stream()
            .map(row -> row.visit(named, alike.getOrDefault(row.alike(), List.of())))
            .toList(),
        rows.size() > OwnAccess.MOST);
  }

  private record Row(
      LocalDate day,
      OffsetDateTime first,
      OffsetDateTime last,
      String accountId,
      String name,
      String profession,
      String facility,
      Set<Deed> deeds) {
    static Row of(ResultSet row) throws SQLException {
      Set<Deed> deeds = EnumSet.noneOf(Deed.class);
      for (String deed : (String[]) row.getArray("deeds").getArray()) {
        deeds.add(Deed.valueOf(deed));
      }
      return new Row(
          row.getDate("day").toLocalDate(),
          row.getObject("first", OffsetDateTime.class),
          row.getObject("last", OffsetDateTime.class),
          row.getString("account_id"),
          row.getString("name"),
          row.getString("profession"),
          row.getString("facility"),
          deeds);
    }

    String alike() {
      return facility + " " + profession;
    }

    Visit visit(boolean named, List<String> accounts) {
      return new Visit(
          day,
          first.toInstant(),
          last.toInstant(),
          facility,
          profession,
          named ? name : "",
          named || accounts.size() == 1 ? 0 : accounts.indexOf(accountId) + 1,
          deeds);
    }
  }
}
