package jp.tsunagaru.careteam.read;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sees whom today (第15条, 第16条). For rows, buttons and hints only: what is handed out at all is
 * decided on the write side's tables before a query is handled.
 */
@Component
public class TeamAccess {

  /** Rows {@code p} of {@code view.patient} that the account {@code :me} registered, still 仮登録. */
  public static final String PROVISIONAL =
      """
      exists (
        select 1 from view.provisional v
         where v.patient_id = p.patient_id and v.registrar_id = :me
           and not exists (select 1 from view.sharing n where n.patient_id = v.patient_id))\
      """;

  private static final String GROUPS =
      """
      select g.group_id
        from view.group_member g
        join view.care_group c on c.group_id = g.group_id and c.dissolved_at is null
       where g.account_id = :me
      """;

  private static final String RIGHTS =
      """
      select distinct unnest(r.rights)
        from view.reach r
       where r.patient_id = :patient and r.account_id = :me
         and :today between r.valid_from and r.valid_to
      """;

  private static final String IS_PROVISIONAL =
      "select exists (select 1 from view.patient p where p.patient_id = :patient and "
          + PROVISIONAL
          + ")";

  private static final String IS_MEMBER =
      """
      select exists (
        select 1 from view.reach r
         where r.patient_id = :patient and r.account_id = :me
           and :today between r.valid_from and r.valid_to)
      """;

  private static final String SEES =
      """
      select exists (
          select 1 from view.reach r
            join view.sharing s on s.patient_id = r.patient_id and s.state in ('SHARED', 'ENDED')
           where r.patient_id = :patient and r.account_id = :me
             and :today between r.valid_from and r.valid_to)
        or exists (select 1 from view.patient p where p.patient_id = :patient and
      """
          + PROVISIONAL
          + ")";

  private static final String HOLDS =
      """
      select exists (
        select 1 from view.membership m
          left join view.group_member g on g.group_id = m.group_id
         where m.grant_id = :grant and :me in (m.account_id, g.account_id))
      """;

  private static final String MEMBERS =
      """
      select r.account_id,
             coalesce(a.name, '') as name,
             coalesce(f.name, '') as facility,
             coalesce(a.profession, '') as profession,
             array (
               select g.group_id from view.group_member g
                 join view.care_group c on c.group_id = g.group_id and c.dissolved_at is null
                where g.account_id = r.account_id) as groups
        from (
          select distinct account_id from view.reach
           where patient_id = :patient and :today between valid_from and valid_to) r
        left join view.account a on a.account_id = r.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where a.deactivated_at is null
       order by a.family_kana, a.given_kana, r.account_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TeamAccess(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public Viewer viewer(Origin origin, PatientId patientId) {
    return viewer(origin, rights(origin.accountId(), patientId));
  }

  /** The viewer with no patient in mind. */
  public Viewer viewer(Origin origin) {
    return viewer(origin, Set.of());
  }

  /** Everybody in the team today whose account is in use. */
  public List<Member> members(PatientId patientId) {
    return jdbc.sql(MEMBERS)
        .param("patient", patientId.value())
        .param("today", today())
        .query((row, number) ->
            new Member(
                row.getString("account_id"),
                row.getString("name"),
                row.getString("facility"),
                row.getString("profession"),
                Set.of((String[]) row.getArray("groups").getArray())))
        .list();
  }

  boolean sees(PatientId patientId, String accountId) {
    return holds(SEES, patientId, accountId);
  }

  /** Whether a membership is valid, whatever became of the sharing. */
  boolean isMember(PatientId patientId, String accountId) {
    return holds(IS_MEMBER, patientId, accountId) || holds(IS_PROVISIONAL, patientId, accountId);
  }

  boolean holds(GrantId grantId, String accountId) {
    return jdbc.sql(HOLDS)
        .param("grant", grantId.value())
        .param("me", accountId)
        .query(Boolean.class)
        .single();
  }

  private boolean holds(String question, PatientId patientId, String accountId) {
    return jdbc.sql(question)
        .param("patient", patientId.value())
        .param("me", accountId)
        .param("today", today())
        .query(Boolean.class)
        .single();
  }

  private Set<Right> rights(String accountId, PatientId patientId) {
    if (holds(IS_PROVISIONAL, patientId, accountId)) {
      return EnumSet.allOf(Right.class);
    }
    Set<Right> rights = EnumSet.noneOf(Right.class);
    jdbc.sql(RIGHTS)
        .param("patient", patientId.value())
        .param("me", accountId)
        .param("today", today())
        .query(String.class)
        .list()
        .forEach(right -> rights.add(Right.valueOf(right)));
    return rights;
  }

  private Viewer viewer(Origin origin, Set<Right> rights) {
    List<String> groups =
        jdbc.sql(GROUPS).param("me", origin.accountId()).query(String.class).list();
    return new Viewer(
        origin.accountId(), origin.facilityId(), origin.profession(), Set.copyOf(groups), rights);
  }
}
