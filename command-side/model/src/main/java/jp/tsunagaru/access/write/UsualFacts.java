package jp.tsunagaru.access.write;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.kernel.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * The part of {@link FactsInForce} that suffices for most messages: a patient who shares, and the
 * actor's own membership or, without one, those through groups. Each table that a statement names
 * costs time whether or not it has a row; nothing here is of emergencies, lawful openings, ended
 * use or uploads for documents to be.
 *
 * <p>What is left out could only allow more. Whatever these facts allow by a membership is
 * therefore allowed by all facts, on the same ground; whatever they do not allow, all facts decide
 * anew.
 */
@Component
final class UsualFacts {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::groupId).thenComparing(Grant::grantId);

  /**
   * @param named only whoever writes needs the names to write under
   * @param file one of the document; none without
   */
  private record Shape(boolean named, boolean document, boolean file) {
    static Shape of(PatientScoped message) {
      boolean document = message.documentConcerned().isPresent();
      return new Shape(
          message.needs() != Right.VIEW,
          document,
          document && message.attachmentConcerned().isPresent());
    }

    String sql() {
      return """
      select a.state, a.roles, a.facility_id, a.must_change_password, a.must_pledge,
             s.session is not null, p.sharing, p.registrar_id = a.account_id, p.consent_id,
             m.grant_id, m.rights, m.valid_from, m.valid_to,
             g.grant_id, g.group_id, g.rights, g.valid_from, g.valid_to%s%s%s
        from (select cast(? as text) as actor, cast(? as text) as session,
                     cast(? as text) as patient%s%s) q
        join guard.account a on a.account_id = q.actor
        left join guard.session s
          on s.session = q.session and s.account_id = a.account_id and s.ended_at is null
        left join guard.patient p
          on p.patient_id = q.patient and p.sharing in ('PROVISIONAL', 'SHARED', 'STOPPED')
        left join guard.membership m
          on m.patient_id = p.patient_id and m.account_id = q.actor and m.ended_at is null
        left join lateral (
          select t.grant_id, t.group_id, t.rights, t.valid_from, t.valid_to
            from guard.group_member gm
            join guard.care_group c on c.group_id = gm.group_id and not c.dissolved
            join guard.membership t
              on t.patient_id = p.patient_id
              and t.group_id = gm.group_id
              and t.ended_at is null
           where gm.account_id = q.actor
             and m.grant_id is null
          offset 0) g on true%s%s%s\
      """
          // "offset 0": groups are not even looked for beside a membership of one's own.
          .formatted(
              document
                  ? """
                  , d.state, d.patient_id = q.patient, d.author_id = a.account_id, d.scope,
                    a.account_id = any (d.visible_accounts),
                    a.profession = any (d.visible_professions)\
                  """
                  : "",
              file ? ", f.attachment_id is not null" : "",
              named ? ", a.sealed_name, n.name" : "",
              document ? ", cast(? as text) as document" : "",
              file ? ", cast(? as text) as attachment" : "",
              document ? " left join guard.document d on d.document_id = q.document" : "",
              file
                  ? """
                   left join guard.attachment f
                    on f.attachment_id = q.attachment
                    and f.document_id = q.document
                    and f.patient_id = q.patient\
                  """
                  : "",
              named ? " left join guard.facility n on n.facility_id = a.facility_id" : "");
    }
  }

  private static final int FIRST_OF_DOCUMENT = 19;
  private static final int OF_DOCUMENT = 6;

  private final JdbcTemplate jdbc;
  private final Map<Shape, String> statements;

  UsualFacts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    Map<Shape, String> all = new HashMap<>();
    for (boolean named : new boolean[] {false, true}) {
      for (Shape shape :
          List.of(
              new Shape(named, false, false),
              new Shape(named, true, false),
              new Shape(named, true, true))) {
        all.put(shape, shape.sql());
      }
    }
    statements = Map.copyOf(all);
  }

  FactsInForce.Standing standing(Origin origin, PatientScoped message, Instant at) {
    Shape shape = Shape.of(message);
    LocalDate today = LocalDate.ofInstant(at, AccessDecisions.JAPAN);
    ResultSetExtractor<FactsInForce.Standing> read =
        rows -> standing(rows, origin, message, shape, today);
    return Objects.requireNonNull(
        jdbc.query(
            Objects.requireNonNull(statements.get(shape)),
            statement -> bind(statement, origin, message),
            read));
  }

  private static void bind(PreparedStatement statement, Origin origin, PatientScoped message)
      throws SQLException {
    statement.setString(1, origin.accountId());
    statement.setString(2, origin.session());
    statement.setString(3, message.patientId().value());
    if (message.documentConcerned().isPresent()) {
      statement.setString(4, message.documentConcerned().get().value());
      if (message.attachmentConcerned().isPresent()) {
        statement.setString(5, message.attachmentConcerned().get().value());
      }
    }
  }

  private static FactsInForce.Standing standing(
      ResultSet rows, Origin origin, PatientScoped message, Shape shape, LocalDate today)
      throws SQLException {
    if (!rows.next()) {
      return new FactsInForce.Standing(
          Optional.empty(),
          Optional.empty(),
          new AccessFacts.Facts(
              team(message, false, "", false, "", List.of(), today),
              () -> DocumentFacts.none(message.needs())));
    }
    boolean inUse = !"DEACTIVATED".equals(rows.getString(1));
    Set<String> roles = FactsInForce.strings(rows.getArray(2));
    String facility = rows.getString(3);
    Optional<Actor> actor =
        inUse && rows.getBoolean(6)
            ? Optional.of(new Actor(facility, roles, rows.getBoolean(4), rows.getBoolean(5)))
            : Optional.empty();
    boolean careUser =
        inUse && origin.has(Role.CARE_USER.name()) && roles.contains(Role.CARE_USER.name());
    String sharing = text(rows, 7);
    boolean registrar = rows.getBoolean(8);
    String consentId = text(rows, 9);
    DocumentFacts document =
        shape.document()
            ? document(rows, shape, message.needs())
            : DocumentFacts.none(message.needs());
    Optional<ActorsName> named =
        shape.named() ? named(rows, shape, origin, facility) : Optional.empty();
    return new FactsInForce.Standing(
        actor,
        named,
        new AccessFacts.Facts(
            team(message, careUser, sharing, registrar, consentId, grants(rows), today),
            () -> document));
  }

  /** Reads on from the first row to the last. */
  private static List<Grant> grants(ResultSet rows) throws SQLException {
    @Nullable String own = rows.getString(10);
    if (own != null) {
      return List.of(grant(rows, own, "", 11));
    }
    List<Grant> grants = new ArrayList<>(1);
    do {
      @Nullable String grantId = rows.getString(14);
      if (grantId != null) {
        grants.add(grant(rows, grantId, rows.getString(15), 16));
      }
    } while (rows.next());
    grants.sort(ORDER);
    return grants;
  }

  private static Grant grant(ResultSet row, String grantId, String groupId, int rights)
      throws SQLException {
    return new Grant(
        grantId,
        groupId,
        FactsInForce.strings(row.getArray(rights)),
        row.getObject(rights + 1, LocalDate.class),
        row.getObject(rights + 2, LocalDate.class));
  }

  /** What nobody posted shows to who uploaded for it: not known here. */
  private static DocumentFacts document(ResultSet row, Shape shape, Right needs)
      throws SQLException {
    int at = FIRST_OF_DOCUMENT;
    return new DocumentFacts(
        text(row, at),
        row.getBoolean(at + 1),
        false,
        !shape.file() || row.getBoolean(at + OF_DOCUMENT),
        row.getBoolean(at + 2),
        text(row, at + 3),
        row.getBoolean(at + 4),
        false,
        row.getBoolean(at + 5),
        needs);
  }

  private static Optional<ActorsName> named(
      ResultSet row, Shape shape, Origin origin, String facility) throws SQLException {
    int at = FIRST_OF_DOCUMENT + (shape.document() ? OF_DOCUMENT : 0) + (shape.file() ? 1 : 0);
    @Nullable String facilityName = row.getString(at + 1);
    return facilityName == null
        ? Optional.empty()
        : Optional.of(new ActorsName(origin.accountId(), facility, row.getBytes(at), facilityName));
  }

  private static TeamFacts team(
      PatientScoped message,
      boolean careUser,
      String sharing,
      boolean registrar,
      String consentId,
      List<Grant> grants,
      LocalDate today) {
    return new TeamFacts(
        careUser,
        sharing,
        registrar,
        consentId,
        grants,
        "",
        "",
        message.needs(),
        message.whileStopped(),
        message.afterEnd(),
        null,
        today);
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    @Nullable String text = rows.getString(column);
    return text == null ? "" : text;
  }
}
