package jp.tsunagaru.access.write;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * All that is in force: one statement for who acts, patient and team, and the document where one is
 * concerned. Each membership is found by its key, so that neither a long history nor a large team
 * costs anything. The tables were written in the transaction of the event: a revocation works at
 * once (TM-06).
 *
 * <p>Messages wait for it where {@link UsualFacts} do not suffice, so it is bound and read by place
 * and not by name.
 */
@Component
final class FactsInForce implements AccessFacts {
  private static final String COLUMNS =
      """
      select a.state, a.roles, a.facility_id, a.must_change_password, a.must_pledge,
             exists (
               select 1 from guard.session s
               where s.session = q.session and s.account_id = a.account_id and s.ended_at is null),
             a.sealed_name,
             (select f.name from guard.facility f where f.facility_id = a.facility_id),
             nullif(p.sharing, 'ERASED'), p.registrar_id = a.account_id, p.consent_id,
             p.retained_until,
             coalesce(m.grant_id, t.grant_id), coalesce(m.group_id, t.group_id),
             coalesce(m.rights, t.rights), coalesce(m.valid_from, t.valid_from), m.valid_to,
             (select b.break_glass_id
              from guard.break_glass b
              where b.account_id = a.account_id and b.patient_id = p.patient_id
                and b.closed_at is null and b.until > q.at
              order by b.until desc
              limit 1),
             case when p.sharing = 'WITHDRAWN' then (
               select l.opening_id
               from guard.lawful_opening l
               where l.account_id = a.account_id and l.patient_id = p.patient_id
                 and l.closed_at is null and l.until > q.at
               order by l.until desc, l.opening_id
               limit 1) end
      """;

  private static final String DOCUMENT_COLUMNS =
      """
      , coalesce(d.state, ''), coalesce(d.patient_id = q.patient, false),
        coalesce(d.author_id = a.account_id, false), coalesce(d.scope, ''),
        coalesce(a.account_id = any (d.visible_accounts), false),
        coalesce(a.profession = any (d.visible_professions), false),
        exists (
          select 1
          from guard.group_member gm join guard.care_group g on g.group_id = gm.group_id
          where gm.account_id = a.account_id
            and not g.dissolved
            and gm.group_id = any (d.visible_groups)),
        exists (
          select 1 from guard.attachment u
          where u.document_id = q.document
            and u.patient_id = q.patient
            and u.uploader_id = a.account_id),
        q.attachment = '' or exists (
          select 1 from guard.attachment f
          where f.attachment_id = q.attachment
            and f.document_id = q.document
            and f.patient_id = q.patient)
      """;

  private static final String TABLES =
      """
      join guard.account a on a.account_id = q.actor
      left join guard.patient p on p.patient_id = q.patient and p.sharing <> 'PURGED'
      left join lateral (
        select d.grant_id, d.group_id, d.rights, d.valid_from, d.valid_to
        from guard.membership d
        where d.patient_id = p.patient_id
          and d.account_id = a.account_id
          and d.ended_at is null
        union all
        select t.grant_id, t.group_id, t.rights, t.valid_from, t.valid_to
        from guard.group_member gm
        join guard.care_group g on g.group_id = gm.group_id and not g.dissolved
        join guard.membership t
          on t.patient_id = p.patient_id
          and t.group_id = gm.group_id
          and t.ended_at is null
        where gm.account_id = a.account_id) m
        on p.sharing in ('PROVISIONAL', 'SHARED', 'STOPPED')
      left join guard.retained t
        on t.patient_id = p.patient_id
        and t.account_id = q.actor
        and p.sharing in ('ENDED', 'WITHDRAWN')
      """;

  private static final String ORDER =
      " order by coalesce(m.group_id, t.group_id, ''), coalesce(m.grant_id, t.grant_id)";

  private static final String ASKED =
      " from (select cast(? as text) as actor, cast(? as text) as session,"
          + " cast(? as text) as patient, cast(? as timestamptz) as at";

  private static final String TEAM = COLUMNS + ASKED + ") q " + TABLES + ORDER;

  private static final String TEAM_AND_DOCUMENT =
      COLUMNS
          + DOCUMENT_COLUMNS
          + ASKED
          + ", cast(? as text) as document, cast(? as text) as attachment) q "
          + TABLES
          + " left join guard.document d on d.document_id = q.document "
          + ORDER;

  private final JdbcTemplate jdbc;

  FactsInForce(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param actor nobody when the account is not in use or the session not open
   * @param named how the account writes its name, when there is one
   */
  record Standing(Optional<Actor> actor, Optional<ActorsName> named, Facts facts) {}

  @Override
  public Facts of(Origin origin, PatientScoped message, Instant at) {
    return standing(origin, message, at).facts();
  }

  Standing standing(Origin origin, PatientScoped message, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, AccessDecisions.JAPAN);
    Optional<DocumentId> document = message.documentConcerned();
    ResultSetExtractor<Standing> read =
        rows -> standing(rows, origin, message, document.isPresent(), today);
    @Nullable Standing standing =
        jdbc.query(
            document.isPresent() ? TEAM_AND_DOCUMENT : TEAM,
            statement -> bind(statement, origin, message, at),
            read);
    return Objects.requireNonNull(standing);
  }

  private static void bind(
      PreparedStatement statement, Origin origin, PatientScoped message, Instant at)
      throws SQLException {
    statement.setString(1, origin.accountId());
    statement.setString(2, origin.session());
    statement.setString(3, message.patientId().value());
    statement.setObject(4, at.atOffset(ZoneOffset.UTC));
    if (message.documentConcerned().isPresent()) {
      statement.setString(5, message.documentConcerned().get().value());
      statement.setString(6, message.attachmentConcerned().map(id -> id.value()).orElse(""));
    }
  }

  private static Standing standing(
      ResultSet rows, Origin origin, PatientScoped message, boolean document, LocalDate today)
      throws SQLException {
    boolean careUser = false;
    String sharing = "";
    boolean registrar = false;
    String consentId = "";
    String breakGlassId = "";
    String lawfulOpeningId = "";
    LocalDate retainedUntil = null;
    List<Grant> grants = List.of();
    Optional<Actor> actor = Optional.empty();
    Optional<ActorsName> named = Optional.empty();
    DocumentFacts documentFacts = DocumentFacts.none(message.needs());
    for (boolean first = true; rows.next(); first = false) {
      if (first) {
        boolean inUse = !"DEACTIVATED".equals(rows.getString(1));
        Set<String> roles = strings(rows.getArray(2));
        String facility = rows.getString(3);
        if (inUse && rows.getBoolean(6)) {
          actor = Optional.of(new Actor(facility, roles, rows.getBoolean(4), rows.getBoolean(5)));
        }
        @Nullable String facilityName = rows.getString(8);
        if (facilityName != null) {
          named =
              Optional.of(
                  new ActorsName(origin.accountId(), facility, rows.getBytes(7), facilityName));
        }
        careUser =
            inUse && origin.has(Role.CARE_USER.name()) && roles.contains(Role.CARE_USER.name());
        sharing = text(rows, 9);
        registrar = rows.getBoolean(10);
        consentId = text(rows, 11);
        retainedUntil = rows.getObject(12, LocalDate.class);
        breakGlassId = text(rows, 18);
        lawfulOpeningId = text(rows, 19);
        if (document) {
          documentFacts = documentFacts(rows, message);
        }
      }
      String grantId = text(rows, 13);
      if (!grantId.isEmpty()) {
        if (first) {
          grants = new ArrayList<>(2);
        }
        grants.add(
            new Grant(
                grantId,
                text(rows, 14),
                strings(rows.getArray(15)),
                rows.getObject(16, LocalDate.class),
                rows.getObject(17, LocalDate.class)));
      }
    }
    DocumentFacts ofDocument = documentFacts;
    return new Standing(
        actor,
        named,
        new Facts(
            new TeamFacts(
                careUser,
                sharing,
                registrar,
                consentId,
                grants,
                breakGlassId,
                lawfulOpeningId,
                message.needs(),
                message.whileStopped(),
                message.afterEnd(),
                retainedUntil,
                today),
            () -> ofDocument));
  }

  private static DocumentFacts documentFacts(ResultSet row, PatientScoped message)
      throws SQLException {
    return new DocumentFacts(
        row.getString(20),
        row.getBoolean(21),
        row.getBoolean(27),
        row.getBoolean(28),
        row.getBoolean(22),
        row.getString(23),
        row.getBoolean(24),
        row.getBoolean(26),
        row.getBoolean(25),
        message.needs());
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    @Nullable String text = rows.getString(column);
    return text == null ? "" : text;
  }

  static Set<String> strings(@Nullable Array array) throws SQLException {
    return array == null ? Set.of() : Set.of((String[]) array.getArray());
  }
}
