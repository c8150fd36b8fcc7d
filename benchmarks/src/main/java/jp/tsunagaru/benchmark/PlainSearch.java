package jp.tsunagaru.benchmark;

import java.time.LocalDate;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.japanese.SearchText;
import jp.tsunagaru.kernel.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same page of patients as somebody would ask for it who has prepared nothing: the definition
 * of unread written down as it is, texts looked for with {@code like}.
 */
final class PlainSearch {
  private static final String SQL =
      """
      select p.patient_id, p.name, p.kana, p.gender, p.birth_date, p.phone, p.physician,
             p.care_level, p.care_level_to, n.unread, n.latest, count(*) over () as total
        from view.patient p
        join (
          select distinct patient_id from view.reach
           where account_id = :me and :today between valid_from and valid_to) r
          on r.patient_id = p.patient_id
        join view.sharing s on s.patient_id = p.patient_id and s.state = 'SHARED'
        left join lateral (
          select max(t.recorded_at) as latest,
                 count(*) filter (where t.editor_id <> :me and not exists (
                   select 1 from view.document_receipt d
                    where d.account_id = :me and d.document_id = t.document_id
                      and d.version >= t.version)) as unread
            from view.timeline_entry t
           where t.patient_id = p.patient_id and t.state = 'CONFIRMED' and t.scope = 'TEAM') n
          on true
       where (:name = '' or p.name_key like '%' || :name || '%')
         and (:kana = '' or p.kana_key like '%' || :kana || '%')
         and (:digits = '' or p.phones like '%' || :digits || '%')
         and p.birth_date <= :born
       order by coalesce(n.unread, 0) > 0 desc, n.latest desc nulls last, p.kana_key, p.patient_id
       limit 50
      """;

  private final JdbcClient jdbc;

  PlainSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int ask(Origin who, String text, int youngest) {
    SearchText understood = SearchText.understand(text);
    LocalDate today = LocalDate.now(City.JAPAN);
    return jdbc.sql(SQL)
        .param("me", who.accountId())
        .param("today", today)
        .param("born", today.minusYears(youngest))
        .param("name", understood instanceof SearchText.Name ? SearchKey.of(text) : "")
        .param("kana", understood instanceof SearchText.Kana ? SearchKey.kana(text) : "")
        .param("digits", understood instanceof SearchText.Phone ? PhoneNumber.digitsOf(text) : "")
        .query((row, number) -> row.getString("patient_id"))
        .list()
        .size();
  }
}
