package jp.tsunagaru.access.write;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is in force: one statement for patient and team, a second one when a document is concerned.
 * A long history costs nothing. The tables were written in the transaction of the event: a
 * revocation works at once (TM-06).
 */
@Component
final class FactsInForce implements AccessFacts {
  private static final String TEAM =
      """
      select a.state, a.roles, p.sharing, p.registrar_id = a.account_id as registrar, p.consent_id,
             m.grant_id, m.group_id, m.rights, m.valid_from, m.valid_to,
             (select b.break_glass_id
              from guard.break_glass b
              where b.account_id = a.account_id and b.patient_id = p.patient_id
                and b.closed_at is null and b.until > :at
              order by b.until desc
              limit 1) as break_glass_id
      from guard.account a
      left join guard.patient p on p.patient_id = :patient
      left join guard.membership m
        on m.patient_id = p.patient_id
        and m.ended_at is null
        and (m.account_id = :actor
          or m.group_id in (
            select g.group_id
            from guard.group_member gm join guard.care_group g on g.group_id = gm.group_id
            where gm.account_id = :actor and not g.dissolved))
      where a.account_id = :actor
      order by m.group_id nulls first, m.grant_id
      """;

  private static final String DOCUMENT =
      """
      select coalesce(d.state, '') as state,
             coalesce(d.patient_id = :patient, false) as of_patient,
             coalesce(d.author_id = :actor, false) as author,
             coalesce(d.scope, '') as scope,
             coalesce(:actor = any (d.visible_accounts), false) as named,
             coalesce(
               (select a.profession from guard.account a where a.account_id = :actor)
                 = any (d.visible_professions),
               false) as named_by_profession,
             exists (
               select 1
               from guard.group_member gm join guard.care_group g on g.group_id = gm.group_id
               where gm.account_id = :actor
                 and not g.dissolved
                 and gm.group_id = any (d.visible_groups)) as named_by_group,
             exists (
               select 1 from guard.attachment u
               where u.document_id = :document
                 and u.patient_id = :patient
                 and u.uploader_id = :actor) as uploaded,
             :attachment = '' or exists (
               select 1 from guard.attachment f
               where f.attachment_id = :attachment
                 and f.document_id = :document
                 and f.patient_id = :patient) as file_belongs
      from (values (1)) asked
      left join guard.document d on d.document_id = :document
      """;

  private final JdbcClient jdbc;

  FactsInForce(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public TeamFacts team(Origin origin, PatientScoped message, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, AccessDecisions.JAPAN);
    ResultSetExtractor<TeamFacts> facts = rows -> teamFacts(rows, origin, message, today);
    return jdbc.sql(TEAM)
        .param("actor", origin.accountId())
        .param("patient", message.patientId().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(facts);
  }

  private static TeamFacts teamFacts(
      ResultSet rows, Origin origin, PatientScoped message, LocalDate today) throws SQLException {
    boolean careUser = false;
    String sharing = "";
    boolean registrar = false;
    String consentId = "";
    String breakGlassId = "";
    List<Grant> grants = new ArrayList<>();
    while (rows.next()) {
      careUser =
          origin.has(Role.CARE_USER.name())
              && strings(rows.getArray("roles")).contains(Role.CARE_USER.name())
              && !"DEACTIVATED".equals(rows.getString("state"));
      sharing = text(rows, "sharing");
      registrar = rows.getBoolean("registrar");
      consentId = text(rows, "consent_id");
      breakGlassId = text(rows, "break_glass_id");
      if (!text(rows, "grant_id").isEmpty()) {
        grants.add(
            new Grant(
                text(rows, "grant_id"),
                text(rows, "group_id"),
                strings(rows.getArray("rights")),
                rows.getObject("valid_from", LocalDate.class),
                rows.getObject("valid_to", LocalDate.class)));
      }
    }
    return new TeamFacts(
        careUser,
        sharing,
        registrar,
        consentId,
        grants,
        breakGlassId,
        message.needs(),
        message.whileStopped(),
        today);
  }

  @Override
  public DocumentFacts document(
      Origin origin, PatientScoped message, DocumentId document, Instant at) {
    return jdbc.sql(DOCUMENT)
        .param("actor", origin.accountId())
        .param("patient", message.patientId().value())
        .param("document", document.value())
        .param("attachment", message.attachmentConcerned().map(id -> id.value()).orElse(""))
        .query((row, number) -> documentFacts(row, message))
        .single();
  }

  private static DocumentFacts documentFacts(ResultSet row, PatientScoped message)
      throws SQLException {
    return new DocumentFacts(
        row.getString("state"),
        row.getBoolean("of_patient"),
        row.getBoolean("uploaded"),
        row.getBoolean("file_belongs"),
        row.getBoolean("author"),
        row.getString("scope"),
        row.getBoolean("named"),
        row.getBoolean("named_by_group"),
        row.getBoolean("named_by_profession"),
        message.needs());
  }

  private static String text(ResultSet rows, String column) throws SQLException {
    @Nullable String text = rows.getString(column);
    return text == null ? "" : text;
  }

  static Set<String> strings(@Nullable Array array) throws SQLException {
    return array == null ? Set.of() : Set.of((String[]) array.getArray());
  }
}
