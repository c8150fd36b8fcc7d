package jp.tsunagaru.audit.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names behind the ids of the history; what was erased stays without one. */
@Component
class AuditNames {
  private final JdbcClient jdbc;

  AuditNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Grant(String grantedBy, Instant grantedAt, String group) {}

  Map<String, String> accounts(Collection<String> ids) {
    return names("select account_id as id, name from view.account where account_id in (:ids)", ids);
  }

  Map<String, String> logins(Collection<String> ids) {
    return names(
        "select account_id as id, login_id as name from view.account where account_id in (:ids)",
        ids);
  }

  Map<String, String> facilities(Collection<String> ids) {
    return names(
        "select facility_id as id, name from view.facility where facility_id in (:ids)", ids);
  }

  Map<String, String> patients(Collection<String> ids) {
    return names("select patient_id as id, name from view.patient where patient_id in (:ids)", ids);
  }

  Map<String, String> groups(Collection<String> ids) {
    return names("select group_id as id, name from view.care_group where group_id in (:ids)", ids);
  }

  Map<String, LocalDate> consents(Collection<String> ids) {
    Map<String, LocalDate> dates = new HashMap<>();
    Set<String> known = filled(ids);
    if (!known.isEmpty()) {
      jdbc.sql("select consent_id, consented_on from view.audit_consent where consent_id in (:ids)")
          .param("ids", known)
          .query(row -> {
            dates.put(row.getString(1), row.getDate(2).toLocalDate());
          });
    }
    return dates;
  }

  Map<String, Grant> grants(Collection<String> ids) {
    Map<String, Grant> grants = new HashMap<>();
    Set<String> known = filled(ids);
    if (!known.isEmpty()) {
      jdbc.sql(
              """
              select g.grant_id, coalesce(nullif(a.name, ''), g.granted_by) as granted_by,
                     g.granted_at, coalesce(c.name, '') as care_group
                from view.audit_grant g
                left join view.account a on a.account_id = g.granted_by
                left join view.care_group c on c.group_id = g.group_id
               where g.grant_id in (:ids)
              """)
          .param("ids", known)
          .query(row -> {
            grants.put(
                row.getString("grant_id"),
                new Grant(
                    row.getString("granted_by"),
                    row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                    row.getString("care_group")));
          });
    }
    return grants;
  }

  private Map<String, String> names(String sql, Collection<String> ids) {
    Map<String, String> names = new HashMap<>();
    Set<String> known = filled(ids);
    if (!known.isEmpty()) {
      jdbc.sql(sql)
          .param("ids", known)
          .query(row -> {
            names.put(row.getString("id"), row.getString("name"));
          });
    }
    return names;
  }

  private static Set<String> filled(Collection<String> ids) {
    Set<String> filled = new HashSet<>();
    for (@Nullable String id : ids) {
      if (id != null && !id.isEmpty()) {
        filled.add(id);
      }
    }
    return filled;
  }
}
